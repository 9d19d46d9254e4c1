import { useState } from 'preact/hooks';
import { useText } from './text.tsx';

interface CopyButtonProps {
  /** True when it is in the clipboard. */
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly text: string;
  readonly label: string;
}

/** Copies a text, and says whether that was possible. */
export function CopyButton({ text, label, onCopy }: CopyButtonProps) {
  const { t } = useText();
  const [isCopied, setCopied] = useState<boolean | null>(null);
  return (
    <p class="copy">
      <button type="button" class="button" onClick={async () => setCopied(await onCopy(text))}>
        {label}
      </button>
      <span role="status">{isCopied !== null && t(isCopied ? 'setUpCopied' : 'setUpNotCopied')}</span>
    </p>
  );
}
