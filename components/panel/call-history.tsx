import { useState } from 'preact/hooks';
import type { CallRecord } from '../../lib/agent/dial/dial-view.ts';
import { describeOutcome } from '../../lib/messages/describe.ts';
import { formatElapsed } from '../elapsed.tsx';
import { Icon } from '../icon.tsx';
import { NumberLink } from '../number-link.tsx';
import { useText } from '../text.tsx';

interface CallHistoryProps {
  readonly calls: readonly CallRecord[];
  /** How many are shown before the agent asks for all. */
  readonly shown: number;
  readonly onRedial: (call: CallRecord) => void;
}

/** The last calls, newest first, each with its outcome and a button to call again. */
export function CallHistory({ calls, shown, onRedial }: CallHistoryProps) {
  const { t } = useText();
  const [all, setAll] = useState(false);
  return (
    <section class="history" aria-labelledby="history-title">
      <div class="section-head">
        <h2 id="history-title">{t('historyTitle')}</h2>
        {calls.length > shown && (
          <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? 'historyFewer' : 'historyAll')}
          </button>
        )}
      </div>
      {calls.length === 0 ? (
        <p class="hint">{t('historyEmpty')}</p>
      ) : (
        <ul>
          {calls.slice(0, all ? calls.length : shown).map((call) => (
            <CallLine key={call.id} call={call} onRedial={onRedial} />
          ))}
        </ul>
      )}
    </section>
  );
}

function CallLine({ call, onRedial }: { readonly call: CallRecord; readonly onRedial: (call: CallRecord) => void }) {
  const { t, number, locale } = useText();
  const { key, tone } = describeOutcome(call.outcome);
  return (
    <li data-tone={tone}>
      <span class="dot" />
      <span class="history-number">
        <NumberLink e164={call.e164} />
        {call.customerName !== undefined && (
          <span class="history-name">
            <bdi>{call.customerName}</bdi>
          </span>
        )}
      </span>
      <span class="history-outcome">
        {t(key)}
        {call.talkedMs !== undefined && <span class="history-duration"> {formatElapsed(call.talkedMs)}</span>}
      </span>
      <time dateTime={new Date(call.startedAt).toISOString()}>{formatMoment(call.startedAt, locale)}</time>
      <button
        type="button"
        class="inline-button"
        aria-label={t('historyRedial', number(call.e164))}
        title={t('callAgain')}
        onClick={() => onRedial(call)}
      >
        <Icon name="phone" />
      </button>
    </li>
  );
}

/** The time of a call of today, else its day. */
function formatMoment(at: number, locale: string, now = Date.now()): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  const style = today ? ({ timeStyle: 'short' } as const) : ({ month: 'short', day: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, style).format(at);
}
