import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Nothing has the focus: what had it is gone, and whoever was there goes on from what takes its place. He who has gone elsewhere by then stays there. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** For what stands where a form was: it takes the focus that was in the form as that goes. */
export function useFocusBack<E extends HTMLElement>(
  isOpen: boolean,
  inside: (root: E) => HTMLElement | null = (root) => root,
): RefObject<E | null> {
  const root = useRef<E>(null);
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen && root.current && isFocusLost()) inside(root.current)?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return root;
}
