import type { DialView } from '../../agent/dial/dial-view.ts';
import type { PageDialer, PageDialerOptions } from '../page-contract.ts';

/**
 * Starts the dialer, and starts it anew whenever the page has put another document element in the place of the old one.
 * `document.open()` does, and takes every event listener away from the document and all in it, Dialside's own root too; an
 * observer of changes stays. What had been set on the dialer is set again.
 */
export function renewWithDocument(
  options: PageDialerOptions,
  start: (options: PageDialerOptions) => PageDialer,
): PageDialer {
  const { document, signal } = options;
  let { mode } = options;
  let dial: DialView | null = null;
  let ending = new AbortController();
  let element: Element | null = null;
  let running = begin();

  function begin(): PageDialer {
    element = document.documentElement;
    ending = new AbortController();
    const started = start({ ...options, mode, signal: AbortSignal.any([signal, ending.signal]) });
    if (dial !== null) started.showDial(dial);
    return started;
  }

  const observer = new MutationObserver(() => {
    const now: Element | null = document.documentElement;
    if (now === null || now === element) return;
    ending.abort();
    running = begin();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  return {
    showDial(next) {
      dial = next;
      running.showDial(next);
    },
    // The words beside a click; a page written anew no longer has what was clicked.
    showRefusal: (next) => running.showRefusal(next),
    setMode(next) {
      mode = next;
      running.setMode(next);
    },
    focusNumber: (direction) => running.focusNumber(direction),
    numbersInOrder: () => running.numbersInOrder(),
    isOnlyNumber: (e164) => running.isOnlyNumber(e164),
  };
}
