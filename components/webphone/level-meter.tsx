import type { MessageKey } from '../../lib/messages/text.ts';
import { useText } from '../text.tsx';

export type Loudness = 'silent' | 'quiet' | 'good';

const WORDS: Readonly<Record<Loudness, MessageKey>> = {
  silent: 'loudnessSilent',
  quiet: 'loudnessQuiet',
  good: 'loudnessGood',
};

/** What a level from 0 to 1 is to a person: below `quiet` lies the noise of a room, from `good` on a voice. */
export function loudnessOf(level: number): Loudness {
  if (level < 0.2) return 'silent';
  return level < 0.4 ? 'quiet' : 'good';
}

interface LevelMeterProps {
  readonly level: number;
  /** A voice was heard: its pauses are not spoken of. */
  readonly hasHeard?: boolean;
}

/** The level of the microphone, from 0 to 1, as a bar and as a word. */
export function LevelMeter({ level, hasHeard = false }: LevelMeterProps) {
  const { t } = useText();
  const loudness = loudnessOf(level);
  const word = hasHeard && loudness !== 'good' ? undefined : t(WORDS[loudness]);
  return (
    <div class="meter-row">
      {/* biome-ignore lint/a11y/useSemanticElements: a native meter takes neither our colours in both browsers nor a word for its value */}
      <div
        class="meter"
        role="meter"
        aria-label={t('microphoneLevel')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(level * 100)}
        aria-valuetext={word}
        data-loudness={loudness}
      >
        <span class="meter-fill" style={{ '--level': level }} />
      </div>
      <span class="meter-word" aria-hidden="true">
        {word}
      </span>
    </div>
  );
}
