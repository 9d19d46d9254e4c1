import { useEffect, useState } from 'preact/hooks';
import { ringWaitMs } from '../../lib/agent/call/ring-pause.ts';

/** True while the agent's phone, rung at `rungAt`, is not to be rung again. */
export function useRingPause(rungAt: number): boolean {
  const [, renew] = useState(0);
  const waitMs = ringWaitMs(rungAt, Date.now());
  useEffect(() => {
    if (waitMs === 0) return;
    const timer = setTimeout(() => renew((count) => count + 1), waitMs);
    return () => clearTimeout(timer);
  }, [rungAt]);
  return waitMs > 0;
}
