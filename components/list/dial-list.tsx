import { useEffect, useRef, useState } from 'preact/hooks';
import { type ListChange, type DialList as Numbers, nextOf } from '../../lib/agent/list/dial-list.ts';
import { Facts } from '../facts.tsx';
import { NumberLink } from '../number-link.tsx';
import { useText } from '../text.tsx';
import { ListedLine } from './listed-line.tsx';

interface DialListProps {
  readonly list: Numbers;
  /** A call is on, or asked for: the next one has to wait. */
  readonly isCalling: boolean;
  readonly onCall: (e164: string) => void;
  readonly onChange: (e164: string, to: ListChange) => void;
  readonly onClear: () => void;
}

// Who still presses what ended the last call does not mean the next number.
const IMPATIENCE_MS = 1_000;

/**
 * The numbers that the agent works through: the next one with a button that calls it, and all of them on demand. The focus comes
 * back to that button when its call is over, unless the agent has gone elsewhere, so that one key is enough for all.
 */
export function DialList({ list, isCalling, onCall, onChange, onClear }: DialListProps) {
  const { t } = useText();
  const next = nextOf(list);
  const [all, setAll] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const mayComeBack = useRef(false);
  const cameBackAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    if (isCalling || !mayComeBack.current) return;
    mayComeBack.current = false;
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    button.current?.focus();
    cameBackAt.current = performance.now();
  }, [isCalling]);

  const call = () => {
    if (next === null || isCalling || performance.now() - cameBackAt.current < IMPATIENCE_MS) return;
    mayComeBack.current = true;
    onCall(next.e164);
  };
  return (
    <section class="dial-list" aria-labelledby="dial-list-title">
      <div class="section-head">
        <h2 id="dial-list-title">{t('listTitle')}</h2>
        <span class="section-links">
          <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? 'listFewer' : 'listAll')}
          </button>
          <button type="button" class="link" onClick={onClear}>
            {t('listClear')}
          </button>
        </span>
      </div>
      {next === null ? (
        <p class="hint">{t('listDone')}</p>
      ) : (
        <div class="list-next">
          <p class="list-next-words">
            <b>
              <NumberLink e164={next.e164} />
            </b>
            <span>
              <Facts
                facts={[
                  ...(next.extension === null ? [] : [t('callExtension', next.extension)]),
                  t('listPosition', String(list.indexOf(next) + 1), String(list.length)),
                ]}
              />
            </span>
          </p>
          <button type="button" class="button" onClick={() => onChange(next.e164, 'skipped')}>
            {t('listSkip')}
          </button>
          <button
            ref={button}
            type="button"
            class="button primary"
            aria-disabled={isCalling}
            title={isCalling ? t('listWaits') : undefined}
            onKeyDown={(event) => event.repeat && event.preventDefault()}
            onClick={call}
          >
            {t('listCall')}
          </button>
        </div>
      )}
      {all && (
        <ul>
          {list.map((each) => (
            <ListedLine key={each.e164} listed={each} onChange={onChange} />
          ))}
        </ul>
      )}
    </section>
  );
}
