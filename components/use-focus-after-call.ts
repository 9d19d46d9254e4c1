import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

// The disposition, else the screen that asks for it, else the next number. Never a button that calls: an Enter more is impatience.
const NEXT = ['.call-tool input', '.wrap-up-screen', '.dial-field input'] as const;
/** Takes the focus back itself once its call is over, and knows of impatience. */
const DIAL_LIST = '.list-next';

/** Leads whoever works a call by keyboard on to what is left to do, when the button that he pressed is gone, and the focus with it. */
export function useFocusAfterCall(root: RefObject<HTMLElement | null>): void {
  const worked = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const panel = root.current;
    const note = ({ target }: Event) => {
      worked.current = target instanceof Element && target.closest('.call') ? target : null;
    };
    // Who clicks beside the call has left it, although nothing else takes the focus.
    for (const kind of ['focusin', 'pointerdown'] as const) panel?.addEventListener(kind, note);
    return () => {
      for (const kind of ['focusin', 'pointerdown'] as const) panel?.removeEventListener(kind, note);
    };
  }, []);
  // Whatever the panel shows next may have taken the button away.
  useLayoutEffect(() => {
    if (worked.current === null || worked.current.isConnected) return;
    worked.current = null;
    const focused = document.activeElement;
    if (focused === null || focused === document.body) nextOf(root.current)?.focus();
  });
}

function nextOf(root: HTMLElement | null): HTMLElement | undefined {
  const hasList = root?.querySelector(DIAL_LIST) != null;
  const fields = (hasList ? NEXT.slice(0, -1) : NEXT).map((selector) => root?.querySelector<HTMLElement>(selector));
  return fields.find((field) => field?.checkVisibility()) ?? undefined;
}
