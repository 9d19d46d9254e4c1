import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isFocusLost } from './use-focus-back.ts';

const NUMBER_FIELD = '.dial-field input';
const FORM_FIELD = '.call-tool input';
// The disposition, else the screen that asks for it, else the next number. Never a button that calls: an Enter more is impatience.
const NEXT = [FORM_FIELD, '.wrap-up-screen', NUMBER_FIELD] as const;
// Who has sent the disposition waits for no screen that asks for it.
const NEXT_OF_FORM = [FORM_FIELD, NUMBER_FIELD] as const;
const BESIDE_CALL = [NUMBER_FIELD] as const;
/** Takes the focus back itself once its call is over, and knows of impatience. */
const DIAL_LIST = '.list-next';
const CONTROLS = 'button, input, select, textarea, summary, a';

interface Worked {
  readonly element: Element;
  readonly next: readonly string[];
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
      worked.current = target instanceof Element ? workedAt(target) : null;
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
    const { next } = worked.current;
    worked.current = null;
    if (isFocusLost()) nextOf(root.current, next)?.focus();
  });
}

function workedAt(target: Element): Worked | null {
  if (target.closest('.call')) return { element: target, next: target.closest('.call-tool') ? NEXT_OF_FORM : NEXT };
  const element = target.closest(CONTROLS);
  return element && { element, next: BESIDE_CALL };
}

function nextOf(root: HTMLElement | null, selectors: readonly string[]): HTMLElement | undefined {
  const hasList = selectors !== BESIDE_CALL && root?.querySelector(DIAL_LIST) != null;
  const fields = selectors
    .filter((selector) => !hasList || selector !== NUMBER_FIELD)
    .map((selector) => root?.querySelector<HTMLElement>(selector));
  return fields.find((field) => field?.checkVisibility()) ?? undefined;
}
