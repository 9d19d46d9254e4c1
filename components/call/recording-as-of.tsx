import { useNow } from '../elapsed.tsx';
import { useText } from '../text.tsx';

// Somebody else may have begun or stopped it meanwhile: the agent screen, or a supervisor.
const OLD_MS = 60_000;

/** Since when the state of the recording has not been read again; nothing while it is of the last minute. */
export function RecordingAsOf({ at }: { readonly at: number }) {
  const { t, locale } = useText();
  if (useNow() - at < OLD_MS) return null;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
  return <p class="hint">{t('recordAsOf', time)}</p>;
}
