/**
 * So long the agent's phone is not rung again: each request queues another ring, and it takes some seconds until the first
 * is heard and answered (api.md 8.2).
 */
export const RING_PAUSE_MS = 10_000;

/** Milliseconds until the phone may be rung again that was rung at `rungAt` (ms since 1970, 0 for never); 0 for now. */
export function ringWaitMs(rungAt: number, now: number): number {
  const passed = now - rungAt;
  // A clock that was set back must not hold the phone back with it.
  return passed < 0 ? 0 : Math.max(0, RING_PAUSE_MS - passed);
}
