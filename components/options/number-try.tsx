import { useId, useState } from 'preact/hooks';
import type { MessageKey } from '../../lib/messages/text.ts';
import type { ExplainedLines, LeftOutDigits } from '../../lib/phone/explain-text.ts';
import { Icon } from '../icon.tsx';
import { Field, TextField } from '../sign-in/field.tsx';
import { useText } from '../text.tsx';

export interface NumberTryProps {
  /** What is found in text of a page, and what is not; `label` is what stands beside it, empty for nothing. */
  readonly onExplain: (text: string, label: string) => ExplainedLines;
  /** The countries whose national numbers are read. */
  readonly regions: readonly string[];
}

/** A screen of text: reading it takes no time that is felt. */
const LONGEST_TEXT = 5_000;

const REASONS: Readonly<Record<LeftOutDigits['reason'], MessageKey>> = {
  glued: 'whyGlued',
  money: 'whyMoney',
  symbol: 'whySymbol',
  decimal: 'whyDecimal',
  time: 'whyTime',
  length: 'whyLength',
  shape: 'whyShape',
  date: 'whyDate',
  ipAddress: 'whyIpAddress',
  oneDigit: 'whyOneDigit',
  sequence: 'whySequence',
  path: 'whyPath',
  range: 'whyRange',
  unit: 'whyUnit',
  label: 'whyLabel',
  bare: 'whyBare',
  trunkMissing: 'whyTrunkMissing',
  grouping: 'whyGrouping',
  invalid: 'whyInvalid',
  // The options hold one country at least.
  noRegion: 'whyInvalid',
};

/** Where an agent finds out why a number of a page has no button: the finder itself answers. */
export function NumberTry({ onExplain, regions }: NumberTryProps) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [label, setLabel] = useState('');
  return (
    <div class="number-try">
      <h3 id="why" tabIndex={-1}>
        {t('whyTitle')}
      </h3>
      <p class="hint">{t('whyHint')}</p>
      <Field label={t('whyText')}>
        {(control) => (
          <textarea
            {...control}
            dir="auto"
            name="page-text"
            rows={4}
            maxLength={LONGEST_TEXT}
            spellcheck={false}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <TextField label={t('whyBeside')} name="page-label" value={label} onValue={setLabel} />
      <div role="status">
        {text.trim() !== '' && <Explained explained={onExplain(text, label)} regions={regions} />}
      </div>
    </div>
  );
}

interface ExplainedProps {
  readonly explained: ExplainedLines;
  readonly regions: readonly string[];
}

function Explained({ explained: { found, leftOut }, regions }: ExplainedProps) {
  const { t, number, apart, country } = useText();
  const id = useId();
  const why = ({ reason, digits, before }: LeftOutDigits) => {
    const countries = regions.map(country).join(', ');
    if (reason === 'length') return t('whyLength', String(digits), countries);
    return t(REASONS[reason], reason === 'label' ? before : countries);
  };
  if (found.length + leftOut.length === 0) return <p>{t('whyNothing')}</p>;
  return (
    <>
      {found.length > 0 && (
        <>
          <h4 id={`${id}-found`}>{t('whyFound')}</h4>
          <ul class="rows" aria-labelledby={`${id}-found`}>
            {found.map(({ raw, e164 }, index) => (
              <li key={index} data-found>
                <Icon name="check" />
                <span>
                  <strong>{apart(raw)}</strong>
                  <span class="entry-note">{apart(number(e164))}</span>
                </span>
              </li>
            ))}
          </ul>
          <p class="hint">{t('whyOnPage')}</p>
        </>
      )}
      {leftOut.length > 0 && (
        <>
          <h4 id={`${id}-out`}>{t('whyLeftOut')}</h4>
          <ul class="rows" aria-labelledby={`${id}-out`}>
            {leftOut.map((each, index) => (
              <li key={index}>
                <Icon name="close" />
                <span>
                  <strong>{apart(each.raw)}</strong>
                  <span class="entry-note">{why(each)}</span>
                </span>
              </li>
            ))}
          </ul>
          <p class="hint">{t('whyAnyway')}</p>
        </>
      )}
    </>
  );
}
