import { isFocusLost } from '../use-focus-back.ts';

/**
 * Whoever works by keyboard goes on from the heading of the section, or of the page, where what had the focus is taken away and
 * nothing else takes it: a button that is no longer true, a list that could not be read again, the form of a sign-in. Until `signal`.
 */
export function holdFocus(root: HTMLElement, signal: AbortSignal): void {
  let last: { readonly element: Element; readonly section: Element | null } | null = null;
  const options = { signal };
  root.addEventListener(
    'focusin',
    ({ target }) => {
      const element = target as Element;
      last = { element, section: element.closest('section') };
    },
    options,
  );
  // Whoever has left it of himself is followed nowhere; what is taken away is so by the time this is asked.
  root.addEventListener('focusout', () => queueMicrotask(() => last?.element.isConnected && forget()), options);
  const forget = () => {
    if (isFocusLost()) last = null;
  };
  const observer = new MutationObserver(() => {
    if (!last || last.element.isConnected || !isFocusLost()) return;
    const { section } = last;
    last = null;
    const heading = (section?.isConnected ? section : root).querySelector<HTMLElement>('h1, h2');
    if (!heading) return;
    // A heading is no stop of its own for the Tab key.
    heading.tabIndex = -1;
    heading.focus();
  });
  observer.observe(root, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
