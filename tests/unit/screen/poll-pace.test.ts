import { describe, expect, it } from 'vitest';
import { createPollPace, isAnswered } from '../../../lib/screen/poll-pace.ts';

/** What is said after each of that many polls, so far apart and each answered after so long. */
function polls(count: number, gapMs: number, duration = 9, isHidden = false): boolean {
  const isLost = createPollPace();
  const said = Array.from({ length: count }, (_, poll) =>
    isLost({ startTime: poll * gapMs, duration, responseStatus: 200 }, isHidden),
  );
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
});

describe('a web session that is lost', () => {
  /** A page whose session is lost, and what is said after each of its next polls. */
  function lostPage() {
    const isLost = createPollPace();
    let now = 0;
    const poll = (gapMs: number, isHidden = false, duration = 9) => {
      now += gapMs;
      return isLost({ startTime: now, duration, responseStatus: 200 }, isHidden);
    };
    for (let times = 0; times < 13; times++) poll(2_500);
    return poll;
  }

  it('is found again with the first poll that comes in time', () => {
    const poll = lostPage();
    expect(poll(2_500)).toBe(true);
    expect([poll(1_000), poll(2_500)]).toEqual([false, false]);
  });

  it.each([
    ['hidden', 2_500, true, 9],
    ['hidden and kept awake', 1_000, true, 9],
    ['late once', 3_600, false, 9],
    ['asleep', 60_000, false, 9],
    ['answered late', 2_500, false, 1_900],
    ['polling twice at once', 20, false, 9],
  ] as const)('stays so for a page that is %s', (_what, gapMs, isHidden, duration) => {
    const poll = lostPage();
    expect([poll(gapMs, isHidden, duration), poll(2_500)]).toEqual([true, true]);
  });

  it('stays so for a page that was hidden, until it polls twice in time', () => {
    const poll = lostPage();
    expect([poll(2_000, true), poll(1_000), poll(1_002)]).toEqual([true, true, false]);
  });

  it('is not made of polls before the page was hidden and after', () => {
    const isLost = createPollPace();
    const said = Array.from({ length: 24 }, (_, poll) =>
      isLost({ startTime: poll * 2_500, duration: 9, responseStatus: 200 }, poll === 12),
    );
    expect(said).not.toContain(true);
  });
});

describe('a dialer that is off', () => {
  it.each([
    [0, false],
    [401, false],
    [502, false],
    [200, true],
  ])('status %i: answered is %s', (responseStatus, answered) => {
    expect(isAnswered({ startTime: 0, duration: 9, responseStatus })).toBe(answered);
  });

  it('is no web session that is lost, nor the end of one', () => {
    const isLost = createPollPace();
    const said = (count: number, gapMs: number, from: number, responseStatus: number) =>
      Array.from({ length: count }, (_, poll) =>
        isLost({ startTime: from + poll * gapMs, duration: 9, responseStatus }, false),
      ).at(-1);
    expect(said(20, 2_500, 0, 0)).toBe(false);
    expect(said(20, 2_500, 60_000, 200)).toBe(true);
    expect(said(5, 1_000, 120_000, 0)).toBe(true);
  });
});
