import { useEffect, useId, useState } from 'preact/hooks';
import type { MessageKey, Translate } from '../../lib/messages/text.ts';
import type { ExplainedLines, LeftOutDigits, RegionCounts } from '../../lib/phone/explain-text.ts';
import { Field, TextField } from '../field.tsx';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';

export interface NumberTryProps {
  /** What is found in text of a page, and what is not; `label` is what stands beside it, empty for nothing. */
  readonly onExplain: (text: string, label: string) => ExplainedLines;
  /** The countries whose national numbers are read. */
  readonly regions: readonly string[];
}

/** A screen of text: reading it takes no time that is felt. */
const LONGEST_TEXT = 5_000;
/** Who types is not done while the keys follow each other faster: a screen reader would begin anew at each. */
const TYPING_MS = 600;

/** What no right-click calls either. */
const NEVER_CALLED: ReadonlySet<LeftOutDigits['reason']> = new Set(['emergency', 'short']);

const REASONS: Readonly<Record<Exclude<LeftOutDigits['reason'], 'label' | 'length'>, MessageKey>> = {
  emergency: 'whyEmergency',
  short: 'whyShort',
  glued: 'whyGlued',
  money: 'whyMoney',
  symbol: 'whySymbol',
  decimal: 'whyDecimal',
  time: 'whyTime',
  shape: 'whyShape',
  date: 'whyDate',
  ipAddress: 'whyIpAddress',
  oneDigit: 'whyOneDigit',
  sequence: 'whySequence',
  path: 'whyPath',
  range: 'whyRange',
  unit: 'whyUnit',
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
  const explained = text.trim() === '' ? null : onExplain(text, label);
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
      <div class="explained">{explained && <Explained explained={explained} regions={regions} />}</div>
      <Said summary={explained && summaryOf(t, explained)} typed={`${text}\n${label}`} />
    </div>
  );
}

function summaryOf(t: Translate, { found, leftOut }: ExplainedLines): string {
  if (found.length + leftOut.length === 0) return t('whyNothing');
  return t('whySummary', String(found.length), String(leftOut.length));
}

/** Tells a screen reader once nothing is typed any more; the whole list would be read at each key. */
function Said({ summary, typed }: { readonly summary: string | null; readonly typed: string }) {
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    // What is said of the next text is said although it is the same.
    setSaid(null);
    const timer = setTimeout(() => setSaid(summary), TYPING_MS);
    return () => clearTimeout(timer);
  }, [summary, typed]);
  return (
    <p class="unseen" role="status">
      {said}
    </p>
  );
}

interface ExplainedProps {
  readonly explained: ExplainedLines;
  readonly regions: readonly string[];
}

function Explained({ explained: { found, leftOut, counts }, regions }: ExplainedProps) {
  const { t, number, apart, country } = useText();
  const id = useId();
  const why = ({ reason, digits, label }: LeftOutDigits) => {
    const countries = regions.map(country).join(', ');
    if (reason === 'length') return t('whyLength', String(digits), counts.map(countOf).join('; '));
    if (reason === 'label') return t(label.stands === 'beside' ? 'whyLabelBeside' : 'whyLabel', label.words);
    return t(REASONS[reason], countries);
  };
  const countOf = ({ region, digits }: RegionCounts) => `${country(region)} ${spansOf(digits)}`;
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
          {!leftOut.every(({ reason }) => NEVER_CALLED.has(reason)) && <p class="hint">{t('whyAnyway')}</p>}
        </>
      )}
    </>
  );
}

/** `7, 9–10`: numbers in their order, those that follow each other by the first and the last. */
function spansOf(counts: readonly number[]): string {
  const first = counts.filter((count) => !counts.includes(count - 1));
  const last = counts.filter((count) => !counts.includes(count + 1));
  return first.map((count, index) => (count === last[index] ? `${count}` : `${count}–${last[index]}`)).join(', ');
}
