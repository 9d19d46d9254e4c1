import type { PollTiming } from './poll-pace.ts';

const POLL_SCRIPT = 'conf_exten_check.php';

/**
 * Calls back with the ended polls, answered or not, of the agent screen at `pageUrl`, until `signal` aborts: a busy page hears of several at
 * once, the oldest first. Other resources of the page have passwords in their addresses: an entry is compared with the poll's
 * exact address and otherwise dropped unread.
 */
export function observePolls(
  pageUrl: string,
  onPolls: (polls: readonly PollTiming[]) => void,
  signal: AbortSignal,
  Observer: typeof PerformanceObserver = PerformanceObserver,
): void {
  const pollUrl = new URL(POLL_SCRIPT, pageUrl).href;
  const observer = new Observer((list) => {
    const polls = list.getEntriesByName(pollUrl, 'resource').filter(hasStatus);
    if (polls.length > 0) onPolls(polls);
  });
  // `getEntriesByType` would stop at 250 entries, which is two to four minutes (agent-screen.md 9.3).
  observer.observe({ type: 'resource' });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

function hasStatus(entry: PerformanceEntry): entry is PerformanceResourceTiming {
  return 'responseStatus' in entry;
}
