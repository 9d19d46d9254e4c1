import type { MessageKey } from '../lib/messages/text.ts';
import { useText } from './text.tsx';

interface PageOverProps {
  readonly title: MessageKey;
  readonly onClose: () => void;
}

/** Stands where a window has outlived what it was about. */
export function PageOver({ title, onClose }: PageOverProps) {
  const { t } = useText();
  return (
    <main class="page-over">
      <h1>{t(title)}</h1>
      <button type="button" class="button" onClick={onClose}>
        {t('confirmClose')}
      </button>
    </main>
  );
}
