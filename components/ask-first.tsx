import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useText } from './text.tsx';

interface AskFirstProps {
  readonly label: string;
  /** Said to screen readers where the label alone does not tell one button from the next. */
  readonly name?: string;
  readonly question: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  /** Called once for each time it was asked and agreed to. */
  readonly onAgree: () => Promise<unknown>;
}

/** A button that asks once before it does what it says. Escape and Cancel lead back to it. */
export function AskFirst({ label, name, question, isDanger = false, isDisabled = false, onAgree }: AskFirstProps) {
  const { t } = useText();
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const agree = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isAsked) agree.current?.focus();
  }, [isAsked]);

  const close = () => {
    setAsked(false);
    // The button comes back with the next drawing.
    requestAnimationFrame(() => opener.current?.focus());
  };
  const send = async (event: Event) => {
    event.preventDefault();
    if (isBusy || isDisabled) return;
    setBusy(true);
    try {
      await onAgree();
    } finally {
      setBusy(false);
      close();
    }
  };
  if (!isAsked) {
    return (
      <button
        type="button"
        class="button small"
        ref={opener}
        aria-label={name}
        aria-disabled={isDisabled}
        onClick={() => !isDisabled && setAsked(true)}
      >
        {label}
      </button>
    );
  }
  return (
    <form class="row-confirm" onSubmit={send} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <p>{question}</p>
      <div class="row-actions">
        <button
          type="submit"
          class={isDanger ? 'button small danger' : 'button small primary'}
          ref={agree}
          aria-disabled={isBusy || isDisabled}
        >
          {label}
        </button>
        <button type="button" class="button small" onClick={close}>
          {t('supervisorCancel')}
        </button>
      </div>
    </form>
  );
}
