import { nextPollMs, USUAL_MS } from '../../components/supervisor/poll-pace.ts';

export interface Poll {
  start(): void;
  stop(): void;
  /** Whether the page can be seen: nothing is asked for while it cannot. */
  show(isVisible: boolean): void;
}

/** Asks again and again while it is started and the page can be seen, one question at a time, rarer after failures. */
export function createPoll(ask: () => Promise<'answered' | 'failed'>, usualMs: () => number = () => USUAL_MS): Poll {
  let isStarted = false;
  let isVisible = true;
  /** The question that is open; one that was open at a stop is waited for no more. */
  let open: object | null = null;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isDue = () => isStarted && isVisible && open === null;
  const next = async () => {
    clearTimeout(timer);
    if (!isDue()) return;
    const own = {};
    open = own;
    const outcome = await ask().catch(() => 'failed' as const);
    if (open !== own) return;
    open = null;
    failures = outcome === 'answered' ? 0 : failures + 1;
    if (isDue()) timer = setTimeout(next, nextPollMs(failures, Math.random(), usualMs()));
  };

  return {
    start() {
      isStarted = true;
      void next();
    },
    stop() {
      isStarted = false;
      open = null;
      failures = 0;
      clearTimeout(timer);
    },
    show(visible) {
      isVisible = visible;
      void next();
    },
  };
}
