import type { FoundNumber } from './number-source.ts';

/** So long an agent's "this is no phone number" can be taken back where it was said; about the time to read it twice. */
const TAKE_BACK_MS = 5_000;

/** What the agent has just said of a number: remembered once he goes on to something else, or lets the time pass. */
export interface Denial {
  /** The number of which it was said; null when there is nothing to take back. */
  readonly number: FoundNumber | null;
  begin(number: FoundNumber, pattern: string): void;
  takeBack(): void;
  /** The agent has gone on. */
  settle(): void;
}

/** `onSettled` is called at most once for each denial, and also when the page or Dialside goes. */
export function createDenial(signal: AbortSignal, onSettled: (pattern: string) => void): Denial {
  let said: { readonly number: FoundNumber; readonly pattern: string; readonly ending: AbortController } | null = null;

  function takeBack(): void {
    said?.ending.abort();
    said = null;
  }

  function settle(): void {
    const pattern = said?.pattern;
    takeBack();
    if (pattern !== undefined) onSettled(pattern);
  }

  signal.addEventListener('abort', settle, { once: true });
  return {
    get number() {
      return said?.number ?? null;
    },
    begin(number, pattern) {
      settle();
      const ending = new AbortController();
      said = { number, pattern, ending };
      const timer = setTimeout(settle, TAKE_BACK_MS);
      ending.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
      addEventListener('pagehide', settle, { signal: ending.signal });
    },
    takeBack,
    settle,
  };
}
