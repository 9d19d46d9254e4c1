import { expect, it } from 'vitest';
import { createWorkSlices, LONG_NEXT, type Steps } from '../../../lib/page/timing/work-slices.ts';

const SLICES = 100;

it('leaves the timers of the page their turns, however much there is to do', async () => {
  let left = SLICES;
  let turns = 0;
  function* work(): Steps {
    while (left > 0) {
      left -= 1;
      for (const end = performance.now() + 4; performance.now() < end; );
      yield LONG_NEXT;
    }
  }
  const onTimer = () => {
    if (left === 0) return;
    turns += 1;
    setTimeout(onTimer);
  };
  setTimeout(onTimer);
  createWorkSlices(new AbortController().signal, () => undefined).add(work());
  await expect.poll(() => left).toBe(0);
  // A quarter of the work goes ahead of them; then they come in turn, but for those that the browser holds back by 4 ms.
  expect(turns).toBeGreaterThan(SLICES / 5);
});
