import { useText } from '../text.tsx';

/** Stands where the window has outlived what it was about. */
export function NumberGone({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  return (
    <main class="number-view">
      <h1>{t('numberGone')}</h1>
      <div class="number-actions">
        <button type="button" class="button" onClick={onClose}>
          {t('confirmClose')}
        </button>
      </div>
    </main>
  );
}
