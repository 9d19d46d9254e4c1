import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../text.tsx';

/** Deletes everything once the agent has said so twice. */
export function Wipe({ onWipe }: { readonly onWipe: () => void }) {
  const { t } = useText();
  const [isAsking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  // An Enter out of impatience keeps everything.
  useLayoutEffect(() => keep.current?.focus(), [isAsking]);
  if (!isAsking)
    return (
      <div class="button-row">
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {t('optionsWipe')}
        </button>
      </div>
    );
  return (
    <div role="alert" class="file-changes">
      <p>{t('optionsWipeSure')}</p>
      <div class="button-row">
        <button
          type="button"
          class="button danger"
          onClick={() => {
            setAsking(false);
            onWipe();
          }}
        >
          {t('optionsWipeYes')}
        </button>
        <button type="button" class="button" ref={keep} onClick={() => setAsking(false)}>
          {t('optionsWipeNo')}
        </button>
      </div>
    </div>
  );
}
