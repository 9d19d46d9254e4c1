import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isFocusLost } from './use-focus-back.ts';

const NUMBER_FIELD = '.dial-field input';
// The disposition, else the screen that asks for it, else the next number. Never a button that calls: an Enter more is impatience.
const NEXT = ['.call-tool input', '.wrap-up-screen', NUMBER_FIELD] as const;
/** Takes the focus back itself once its call is over, and knows of impatience. */
const DIAL_LIST = '.list-next';
const CONTROLS = 'button, input, select, textarea, summary, a';

interface Worked {
  readonly element: Element;
  readonly isOfCall: boolean;
}

/**
 * Leads whoever works by keyboard on to what is left to do, when what he pressed is gone, and the focus with it: a call that he has hung
 * up, what was wrong and is mended.
 */
export function useFocusAfterCall(root: RefObject<HTMLElement | null>): void {
  const worked = useRef<Worked | null>(null);
  useLayoutEffect(() => {
    const panel = root.current;
    const note = ({ target }: Event) => {
      const isOfCall = target instanceof Element && target.closest('.call') !== null;
      const element = target instanceof Element ? (isOfCall ? target : target.closest(CONTROLS)) : null;
      worked.current = element && { element, isOfCall };
    };
    // Who clicks beside the call has left it, although nothing else takes the focus.
    for (const kind of ['focusin', 'pointerdown'] as const) panel?.addEventListener(kind, note);
    return () => {
      for (const kind of ['focusin', 'pointerdown'] as const) panel?.removeEventListener(kind, note);
    };
  }, []);
  // Whatever the panel shows next may have taken the button away.
  useLayoutEffect(() => {
    if (worked.current === null || worked.current.element.isConnected) return;
    const { isOfCall } = worked.current;
    worked.current = null;
    if (isFocusLost()) nextOf(root.current, isOfCall)?.focus();
  });
}

function nextOf(root: HTMLElement | null, isOfCall: boolean): HTMLElement | undefined {
  if (!isOfCall) return fieldOf(root, NUMBER_FIELD);
  const hasList = root?.querySelector(DIAL_LIST) != null;
  const fields = (hasList ? NEXT.slice(0, -1) : NEXT).map((selector) => fieldOf(root, selector));
  return fields.find((field) => field !== undefined);
}

function fieldOf(root: HTMLElement | null, selector: string): HTMLElement | undefined {
  const field = root?.querySelector<HTMLElement>(selector);
  return field?.checkVisibility() ? field : undefined;
}
