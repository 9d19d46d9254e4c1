import type { PollTiming } from './poll-pace.ts';

const POLL_SCRIPT = 'conf_exten_check.php';

/**
 * Calls back at each answered poll of the agent screen at `pageUrl`, until `signal` aborts. Other resources of the page
 * have passwords in their addresses: an entry is compared with the poll's exact address and otherwise dropped unread.
 */
export function observePolls(pageUrl: string, onPoll: (poll: PollTiming) => void, signal: AbortSignal): void {
  const pollUrl = new URL(POLL_SCRIPT, pageUrl).href;
  const observer = new PerformanceObserver((list) => {
    const newest = list.getEntriesByName(pollUrl, 'resource').at(-1);
    if (newest) onPoll(newest);
  });
  // `getEntriesByType` would stop at 250 entries, which is two to four minutes (agent-screen.md 9.3).
  observer.observe({ type: 'resource' });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
