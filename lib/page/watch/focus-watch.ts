import { openRoot, type ShadowRootOf } from '../roots/shadow-roots.ts';

export interface FocusWatchOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly shadowRootOf: ShadowRootOf;
  /** An element has the focus, the innermost one. Told again now and then. */
  readonly onFocus: (element: Element) => void;
}

/**
 * Hears where the focus is and comes to, also in shadow roots that the page closed. While it moves inside a root the document
 * is told nothing: so each root that it comes to is listened to as well.
 */
export function watchFocus({ document, signal, shadowRootOf, onFocus }: FocusWatchOptions): void {
  const heard = new WeakSet<Document | ShadowRoot>();

  function listen(root: Document | ShadowRoot): void {
    if (heard.has(root)) return;
    heard.add(root);
    root.addEventListener('focusin', tell, { capture: true, passive: true, signal });
  }

  function tell(): void {
    const focused = focusedIn(document, shadowRootOf, listen);
    if (focused !== null) onFocus(focused);
  }

  listen(document);
  tell();
}

/** The innermost element that has the focus; null where none has. `onRoot` hears of each shadow root that it is in. */
export function focusedIn(
  document: Document,
  shadowRootOf: ShadowRootOf,
  onRoot: (root: ShadowRoot) => void = () => undefined,
): Element | null {
  let focused = document.activeElement;
  if (focused === null || focused === document.body) return null;
  for (let root = openRoot(focused, shadowRootOf); root !== null; root = openRoot(focused, shadowRootOf)) {
    if (root.activeElement === null) break;
    onRoot(root);
    focused = root.activeElement;
  }
  return focused;
}
