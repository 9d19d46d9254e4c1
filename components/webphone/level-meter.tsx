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

/** The level of the microphone, from 0 to 1, as a bar and as a word. */
export function LevelMeter({ level }: { readonly level: number }) {
  const { t } = useText();
  const loudness = loudnessOf(level);
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
        aria-valuetext={t(WORDS[loudness])}
        data-loudness={loudness}
      >
        <span class="meter-fill" style={{ '--level': level }} />
      </div>
      <span class="meter-word" aria-hidden="true">
        {t(WORDS[loudness])}
      </span>
    </div>
  );
}
