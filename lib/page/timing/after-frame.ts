/** In Chromium 94 and Firefox 142; not yet in TypeScript's DOM library. */
declare const scheduler:
  | { readonly postTask?: (work: () => void, options: { readonly priority: 'user-blocking' }) => Promise<void> }
  | undefined;

/** Frames that nobody sees are not drawn: then it is done after so long all the same. */
const LONGEST_WAIT_MS = 100;

/**
 * Does something once the browser has drawn the page as it is now, or after 100 ms. Styles and layout are at hand then; asked for
 * right after a change, the browser would have to work them out in the middle of the page's own work, and more than once.
 */
export function afterFrame(signal: AbortSignal, work: () => void): void {
  const timer = setTimeout(begin, LONGEST_WAIT_MS);
  const frame = requestAnimationFrame(begin);
  signal.addEventListener('abort', end, { once: true });

  function end(): void {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    signal.removeEventListener('abort', end);
  }

  function begin(): void {
    end();
    work();
  }
}

/**
 * Does something behind the frame that is being made, before what else the page has to do. To be called in a callback of that
 * frame: then the browser has just worked out styles, layout and what lies where, and has nothing to work out anew.
 */
export function behindFrame(work: () => void): void {
  if (typeof scheduler === 'object' && scheduler.postTask) {
    void scheduler.postTask(work, { priority: 'user-blocking' });
    return;
  }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    work();
  };
  port2.postMessage(null);
}
