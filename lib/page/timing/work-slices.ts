/** In Chromium 129 and Firefox 142; not yet in TypeScript's DOM library. */
declare const scheduler: { readonly yield?: () => Promise<void> } | undefined;

/** A slice is short enough for two of them, with the page's own work, to fit a 60 Hz frame. */
const SLICE_MS = 4;

/** Work that takes longer than this stands in one line with the page's own timers, which would else wait for its end. */
const AHEAD_MS = 100;

/** Said where the next step may take as long as a slice by itself: it gets one of its own. */
export const LONG_NEXT = 'longNext';

/** Work of unknown length in steps of about 0.1 ms; after each, another may follow. */
export type Steps = Generator<typeof LONG_NEXT | undefined, void, void>;

export interface WorkSlices {
  /** Adds work behind what is waiting. Nothing runs, and nothing is scheduled, while there is none. */
  add(steps: Steps): void;
}

/**
 * Runs work in slices of about 4 ms, letting the page go first between two of them. Work that throws is dropped and reported;
 * the rest goes on. Ends with the signal.
 */
export function createWorkSlices(signal: AbortSignal, onError: (error: unknown) => void): WorkSlices {
  const waiting: Steps[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    const beganAt = performance.now();
    while (waiting.length > 0) {
      await letPageGoFirst(performance.now() - beganAt < AHEAD_MS);
      if (signal.aborted) break;
      runSlice(waiting, onError);
    }
    running = false;
  }

  signal.addEventListener('abort', () => waiting.splice(0), { once: true });
  return {
    add(steps) {
      waiting.push(steps);
      if (!running) void run();
    },
  };
}

function runSlice(waiting: Steps[], onError: (error: unknown) => void): void {
  const end = performance.now() + SLICE_MS;
  while (performance.now() < end) {
    const steps = waiting[0];
    if (steps === undefined) return;
    try {
      const { done, value } = steps.next();
      if (done) waiting.shift();
      else if (value === LONG_NEXT) return;
    } catch (error) {
      waiting.shift();
      onError(error);
    }
  }
}

/** What a person does and what is to be drawn go first in any case; `isAhead` of all else that the page has to do. */
function letPageGoFirst(isAhead: boolean): Promise<void> {
  if (isAhead && typeof scheduler === 'object' && scheduler.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
