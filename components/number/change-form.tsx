import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Explanation } from '../../lib/messages/explanation.ts';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { isFocusLost } from '../use-focus-back.ts';

/** A change is on its way: nothing is sent, and nothing left. `problem` says why the last one was not made. */
export interface ChangeProgress {
  readonly isBusy: boolean;
  readonly problem: Explanation | null;
}

interface ChangeFormProps extends ChangeProgress {
  /** What the form is for. */
  readonly label: string;
  /** What its button does. */
  readonly submit: string;
  readonly isDanger?: boolean;
  readonly onSubmit: () => void;
  readonly onLeave: () => void;
  readonly children: ComponentChildren;
}

/** The form of one change to a number or its lead: it stays until what was sent is answered. */
export function ChangeForm(props: ChangeFormProps) {
  const { label, submit, isDanger = false, isBusy, problem, onSubmit, onLeave, children } = props;
  const { t } = useText();
  const form = useRef<HTMLFormElement>(null);
  // What has opened it may be gone.
  useLayoutEffect(() => {
    if (isFocusLost()) form.current?.querySelector<HTMLElement>('input, select, button')?.focus();
  }, []);
  return (
    <form
      class="number-form"
      ref={form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSubmit();
      }}
      onKeyDown={(event) => {
        // The key that has opened it may still be held down: its repetitions have read nothing.
        if (event.key === 'Enter' && event.repeat) event.preventDefault();
      }}
    >
      {children}
      {problem && <Problem explanation={problem} />}
      <div class="number-actions">
        <button type="submit" class={isDanger ? 'button danger' : 'button primary'} aria-disabled={isBusy}>
          {submit}
        </button>
        <button type="button" class="button" aria-disabled={isBusy} onClick={() => !isBusy && onLeave()}>
          {t('supervisorCancel')}
        </button>
      </div>
    </form>
  );
}
