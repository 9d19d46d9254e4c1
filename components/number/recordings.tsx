import { useEffect, useRef, useState } from 'preact/hooks';
import type { NumberRecording } from '../../lib/messages/number-details.ts';
import { formatElapsed } from '../elapsed.tsx';
import { Facts } from '../facts.tsx';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';
import { formatServerTime } from './server-time.ts';

export interface RecordingsProps {
  readonly recordings: readonly NumberRecording[];
  /** Resolves to an address of this page's own for the sound; null where it could not be had. */
  readonly load: (url: string) => Promise<string | null>;
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
  const [sound, setSound] = useState<string | 'loading' | 'failed' | null>(null);
  const at = formatServerTime(startedAt, locale);
  const isLeft = useRef(false);
  useEffect(
    () => () => {
      isLeft.current = true;
    },
    [],
  );

  const play = async (url: string) => {
    setSound('loading');
    const loaded = await load(url).catch(() => null);
    if (!isLeft.current) setSound(loaded ?? 'failed');
  };
  const isPlayable = sound !== null && sound !== 'loading' && sound !== 'failed';
  return (
    <li>
      <span class="number-line-words">
        <Facts facts={[at, formatElapsed(seconds * 1000), ...(user === '' ? [] : [user])]} />
      </span>
      {'url' in from && !isPlayable && (
        <button
          type="button"
          class="button small"
          aria-label={t('numberPlayOf', at)}
          aria-disabled={sound === 'loading'}
          onClick={() => sound !== 'loading' && play(from.url)}
        >
          <Icon name="play" />
          {t('numberPlay')}
        </button>
      )}
      {isPlayable && (
        // biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said in a call
        <audio controls autoplay src={sound} aria-label={t('numberPlayOf', at)} onError={() => setSound('failed')} />
      )}
      <span role="status" class="hint">
        {sound === 'loading' && t('numberLoading')}
        {sound === 'failed' && t('numberRecordingFailed')}
        {'elsewhere' in from && t(from.elsewhere === '' ? 'numberRecordingNowhere' : 'numberElsewhere', from.elsewhere)}
      </span>
    </li>
  );
}
