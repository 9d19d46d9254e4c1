import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useText } from './text.tsx';
import { useFocusBack } from './use-focus-back.ts';

interface AskedFormProps {
  /** The question, or the field that is its answer. */
  readonly children: ComponentChildren;
  /** What the button says that does it. */
  readonly label: string;
  readonly isDanger?: boolean;
  /** It cannot be done as it stands. */
  readonly isDisabled?: boolean;
  /** Called once for each time it was asked and agreed to. */
  readonly onAgree: () => Promise<unknown>;
  /** Runs when it is done, and when the question is left. */
  readonly onLeave: () => void;
}

/**
 * A question before something is done, which takes the focus as it is drawn. Escape and Cancel leave it; once agreed to, it stays until
 * that is done.
 */
export function AskedForm({ children, label, isDanger = false, isDisabled = false, onAgree, onLeave }: AskedFormProps) {
  const { t } = useText();
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), []);

  const send = async (event: Event) => {
    event.preventDefault();
    if (isBusy || isDisabled) return;
    setBusy(true);
    try {
      await onAgree();
    } finally {
      setBusy(false);
      onLeave();
    }
  };
  // Whoever left it before the answer could ask, and send, once more.
  const leave = () => {
    if (!isBusy) onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
    // The key that has opened the question may still be held down: its repetitions have read nothing.
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
  };
  return (
    <form class="row-confirm" ref={form} onSubmit={send} onKeyDown={onKeyDown}>
      {children}
      <div class="row-actions">
        <button
          type="submit"
          class={isDanger ? 'button small danger' : 'button small primary'}
          aria-disabled={isBusy || isDisabled}
        >
          {label}
        </button>
        <button type="button" class="button small" aria-disabled={isBusy} onClick={leave}>
          {t('supervisorCancel')}
        </button>
      </div>
    </form>
  );
}

interface AskFirstProps extends Pick<AskedFormProps, 'label' | 'isDanger' | 'isDisabled' | 'onAgree'> {
  /** Said to screen readers where the label alone does not tell one button from the next. */
  readonly name?: string;
  readonly question: string;
}

/** A button that asks once before it does what it says. */
export function AskFirst({ name, question, ...asked }: AskFirstProps) {
  const [isAsked, setAsked] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(isAsked);
  if (isAsked) {
    return (
      <AskedForm {...asked} onLeave={() => setAsked(false)}>
        <p>{question}</p>
      </AskedForm>
    );
  }
  return (
    <button
      type="button"
      class="button small"
      ref={opener}
      aria-label={name}
      aria-disabled={asked.isDisabled ?? false}
      onClick={() => !asked.isDisabled && setAsked(true)}
    >
      {asked.label}
    </button>
  );
}
