import { describe, expect, it } from 'vitest';
import { createPollPace } from '../../../lib/screen/poll-pace.ts';

/** What is said after each of that many polls, so far apart and each answered after so long. */
function polls(count: number, gapMs: number, duration = 9, isHidden = false): boolean {
  const isLost = createPollPace();
  const said = Array.from({ length: count }, (_, poll) => isLost({ startTime: poll * gapMs, duration }, isHidden));
  return said.at(-1) ?? false;
}

describe('the polls of a page whose web session is missing', () => {
  it.each([
    [13, 2_000],
    [13, 3_000],
    [60, 2_500],
  ])('are known: %i of them, %i ms apart', (count, gapMs) => {
    expect(polls(count, gapMs)).toBe(true);
  });

  it.each([
    ['those of a page that is well', 100, 1_002, 9, false],
    ['those of a hidden page', 100, 2_100, 9, true],
    ['those of a slow server', 100, 2_500, 1_900, false],
    ['those of a sleeping page', 100, 60_000, 9, false],
    ['so few', 12, 2_500, 9, false],
  ] as const)('are not %s', (_what, count, gapMs, duration, isHidden) => {
    expect(polls(count, gapMs, duration, isHidden)).toBe(false);
  });

  it('are over with the first that comes in time, and with a page that was hidden', () => {
    const isLost = createPollPace();
    let now = 0;
    const poll = (gapMs: number, isHidden = false) => {
      now += gapMs;
      return isLost({ startTime: now, duration: 9 }, isHidden);
    };
    for (let times = 0; times < 13; times++) poll(2_500);
    expect(poll(2_500)).toBe(true);
    expect([poll(1_000), poll(2_500)]).toEqual([false, false]);
    for (let times = 0; times < 13; times++) poll(2_500);
    expect([poll(2_500), poll(2_500, true), poll(2_500)]).toEqual([true, false, false]);
  });
});
