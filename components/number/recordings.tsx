import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { NumberRecording } from '../../lib/messages/number-details.ts';
import { formatElapsed } from '../elapsed.tsx';
import { Facts } from '../facts.tsx';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';
import { formatServerTime } from './server-time.ts';

export interface RecordingsProps {
  readonly recordings: readonly NumberRecording[];
  /** Resolves to an address of this page's own for the sound, which is given back here; null where it could not be had. */
  readonly load: (url: string, left: AbortSignal) => Promise<string | null>;
}

/** The recorded calls of a lead. Nothing is loaded before the agent presses. */
export function Recordings({ recordings, load }: RecordingsProps) {
  const { t } = useText();
  if (recordings.length === 0) return <p class="hint">{t('numberNoRecordings')}</p>;
  return (
    <ul class="number-lines">
      {recordings.map((each) => (
        <RecordingLine key={each.recordingId} recording={each} load={load} />
      ))}
    </ul>
  );
}

function RecordingLine({ recording, load }: { readonly recording: NumberRecording } & Pick<RecordingsProps, 'load'>) {
  const { t, locale } = useText();
  const { startedAt, seconds, user, from } = recording;
  const [state, setState] = useState<'loading' | 'failed' | 'unplayable' | null>(null);
  const [sound, setSound] = useState<string | null>(null);
  const at = formatServerTime(startedAt, locale);
  const leaving = useRef(new AbortController()).current;
  useLayoutEffect(() => () => leaving.abort(), []);
  // It may be large, and the browser keeps it for as long as it has an address.
  useLayoutEffect(() => () => sound === null || URL.revokeObjectURL(sound), [sound]);

  const play = async (url: string) => {
    setState('loading');
    const loaded = await load(url, leaving.signal).catch(() => null);
    if (!leaving.signal.aborted) {
      setState(loaded === null ? 'failed' : null);
      setSound(loaded);
    } else if (loaded !== null) URL.revokeObjectURL(loaded);
  };
  const isLoading = state === 'loading';
  return (
    <li>
      <span class="number-line-words">
        <Facts facts={[at, formatElapsed(seconds * 1000), ...(user === '' ? [] : [user])]} />
      </span>
      {'url' in from && sound === null && (
        <button
          type="button"
          class="button small"
          aria-label={t('numberPlayOf', at)}
          aria-disabled={isLoading}
          onClick={() => !isLoading && play(from.url)}
        >
          <Icon name="play" />
          {t('numberPlay')}
        </button>
      )}
      {sound !== null && (
        // biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said in a call
        <audio
          controls
          autoplay
          src={sound}
          aria-label={t('numberPlayOf', at)}
          onError={() => {
            setState('unplayable');
            setSound(null);
          }}
        />
      )}
      <span role="status" class="hint">
        {isLoading && t('numberLoading')}
        {state === 'failed' && t('numberRecordingFailed')}
        {state === 'unplayable' && t('numberRecordingUnplayable')}
        {'elsewhere' in from && t(from.elsewhere === '' ? 'numberRecordingNowhere' : 'numberElsewhere', from.elsewhere)}
      </span>
    </li>
  );
}
