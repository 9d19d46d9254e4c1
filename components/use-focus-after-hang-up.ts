import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

// The disposition, else where to get one from, else the next number. Never a button that calls: an Enter more is impatience.
const NEXT = ['.call-tool input', '.call-hint .button', '.dial-field input'] as const;

/**
 * Leads who hangs up by keyboard on to what is left to do: the button that he pressed is gone then, and the focus with it.
 * To be told of the press.
 */
export function useFocusAfterHangUp(root: RefObject<HTMLElement | null>): () => void {
  const isWaiting = useRef(false);
  // Whatever the panel shows next may have taken the button away.
  useLayoutEffect(() => {
    if (!isWaiting.current) return;
    const focused = document.activeElement;
    if (focused?.matches('.hang-up')) return;
    isWaiting.current = false;
    if (focused === null || focused === document.body) nextOf(root.current)?.focus();
  });
  return () => {
    isWaiting.current = document.activeElement?.matches('.hang-up') ?? false;
  };
}

function nextOf(root: HTMLElement | null): HTMLElement | undefined {
  const fields = NEXT.map((selector) => root?.querySelector<HTMLElement>(selector));
  return fields.find((field) => field?.checkVisibility()) ?? undefined;
}
