import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MessageKey } from '../../lib/messages/text.ts';
import type { MicrophoneProblem } from '../../lib/platform/microphone.ts';
import type { Result } from '../../lib/result.ts';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';
import { LevelMeter, loudnessOf } from './level-meter.tsx';

/** Reports levels from 0 to 1 until `signal` aborts; resolves when it has begun to listen. */
export type Listen = (
  onLevel: (level: number) => void,
  signal: AbortSignal,
) => Promise<Result<null, MicrophoneProblem>>;

interface MicrophoneTestProps {
  readonly listen: Listen;
  readonly onHeard: () => void;
  readonly onClose: () => void;
}

// A word is heard in less; a knock at the microphone is no voice.
const VOICE_REPORTS = 4;
// Somebody who was asked to speak has spoken by then.
const SILENCE_MS = 6_000;
// Nobody tests for longer: the microphone is let go by itself.
const LONGEST_MS = 60_000;

const PROBLEMS: Readonly<Record<MicrophoneProblem, MessageKey>> = {
  refused: 'microphoneRefused',
  missing: 'microphoneMissing',
  busy: 'microphoneBusy',
};

type Stage = 'asking' | 'listening' | 'silent' | 'heard' | MicrophoneProblem;

/** Listens to the microphone for as long as it is shown, and says whether a voice is heard or what to do. */
export function MicrophoneTest({ listen, onHeard, onClose }: MicrophoneTestProps) {
  const { t } = useText();
  const [attempt, setAttempt] = useState(1);
  const [stage, setStage] = useState<Stage>('asking');
  const [level, setLevel] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), []);
  // Not after the next paint: the microphone is let go together with what shows that it is on.
  useLayoutEffect(() => {
    const listening = new AbortController();
    const timers: ReturnType<typeof setTimeout>[] = [];
    let voice = 0;
    const onLevel = (next: number) => {
      setLevel(next);
      if (loudnessOf(next) !== 'good') return;
      voice += 1;
      if (voice !== VOICE_REPORTS) return;
      setStage('heard');
      onHeard();
    };
    setStage('asking');
    void listen(onLevel, listening.signal).then((begun) => {
      if (listening.signal.aborted) return;
      if (!begun.ok) return setStage(begun.failure);
      // Somebody may have spoken before the browser has said that it listens.
      if (voice < VOICE_REPORTS) setStage('listening');
      timers.push(
        setTimeout(() => voice < VOICE_REPORTS && setStage('silent'), SILENCE_MS),
        setTimeout(onClose, LONGEST_MS),
      );
    });
    return () => {
      listening.abort();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [attempt]);

  const isOpen = stage === 'listening' || stage === 'silent' || stage === 'heard';
  const isStuck = stage === 'refused' || stage === 'missing' || stage === 'busy';
  return (
    <section
      class="microphone"
      aria-labelledby="microphone-title"
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <h2 id="microphone-title" ref={heading} tabIndex={-1}>
        {t('microphoneTitle')}
      </h2>
      {isOpen && <LevelMeter level={level} hasHeard={stage === 'heard'} />}
      <p class="microphone-words" role="status" data-stage={stage}>
        {stage === 'heard' && <Icon name="check" />}
        {(isStuck || stage === 'silent') && <Icon name="alert" />}
        <span>{t(wordsOf(stage))}</span>
      </p>
      <p class="hint">{t('microphonePrivate')}</p>
      <div class="microphone-actions">
        {isStuck && (
          <button type="button" class="button primary" onClick={() => setAttempt(attempt + 1)}>
            {t('microphoneAgain')}
          </button>
        )}
        <button type="button" class={stage === 'heard' ? 'button primary' : 'button'} onClick={onClose}>
          {t('microphoneDone')}
        </button>
      </div>
    </section>
  );
}

function wordsOf(stage: Stage): MessageKey {
  switch (stage) {
    case 'asking':
      return 'microphoneAsking';
    case 'listening':
      return 'microphoneSpeak';
    case 'silent':
      return 'microphoneSilent';
    case 'heard':
      return 'microphoneWorks';
    default:
      return PROBLEMS[stage];
  }
}
