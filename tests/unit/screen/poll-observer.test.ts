import { expect, it } from 'vitest';
import { observePolls } from '../../../lib/screen/poll-observer.ts';
import type { PollTiming } from '../../../lib/screen/poll-pace.ts';

const PAGE = 'https://dialer.example/agc/vicidial.php';
const POLL = 'https://dialer.example/agc/conf_exten_check.php';

/** A browser that tells of resources when it finds the time. */
function createBrowser() {
  let tell: (entries: readonly (PollTiming & { name: string })[]) => void = () => {};
  let isWatching = false;
  class Observer {
    constructor(onEntries: (list: PerformanceObserverEntryList) => void) {
      tell = (entries) =>
        onEntries({
          getEntriesByName: (name: string) => entries.filter((entry) => entry.name === name),
        } as unknown as PerformanceObserverEntryList);
    }
    observe() {
      isWatching = true;
    }
    disconnect() {
      isWatching = false;
    }
  }
  return {
    Observer: Observer as unknown as typeof PerformanceObserver,
    tell: (...entries: (PollTiming & { name: string })[]) => isWatching && tell(entries),
  };
}

it('every poll of a busy page is heard of, and nothing else that it loads', () => {
  const browser = createBrowser();
  const heard: (readonly PollTiming[])[] = [];
  const ending = new AbortController();
  observePolls(PAGE, (polls) => heard.push(polls), ending.signal, browser.Observer);
  const [first, second] = [1_000, 2_000].map((startTime) => ({
    name: POLL,
    startTime,
    duration: 9,
    responseStatus: 200,
  }));
  const secret = { name: `${POLL}?pass=canary`, startTime: 1_500, duration: 9, responseStatus: 200 };
  browser.tell(secret);
  browser.tell(first!, secret, second!);
  expect(heard).toEqual([[first, second]]);
  ending.abort();
  browser.tell(first!);
  expect(heard).toHaveLength(1);
});
