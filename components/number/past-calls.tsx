import type { PastCall } from '../../lib/messages/number-details.ts';
import { formatElapsed } from '../elapsed.tsx';
import { Facts } from '../facts.tsx';
import { useText } from '../text.tsx';
import { formatServerTime } from './server-time.ts';

/** The last calls with a number: when, what became of each, for how long, and who spoke. */
export function PastCalls({ calls }: { readonly calls: readonly PastCall[] }) {
  const { t, locale } = useText();
  if (calls.length === 0) return <p class="hint">{t('numberNoCalls')}</p>;
  return (
    <ul class="number-lines">
      {calls.map(({ at, disposition, leadStatus, seconds, user }) => (
        <li key={`${at} ${user}`}>
          <span class="number-line-words">
            <Facts
              facts={[
                formatServerTime(at, locale),
                disposition || leadStatus,
                formatElapsed(seconds * 1000),
                user,
              ].filter((fact) => fact !== '')}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
