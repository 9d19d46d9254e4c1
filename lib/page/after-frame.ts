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
