import { describe, expect, it } from 'vitest';
import {
  dialerClockOf,
  judgeCallbackTime,
  ownTimeOf,
  readAheadMs,
  suggestCallbackTime,
  zoneOf,
} from '../../../lib/agent/call/callback-time.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 10, 21, 12, 0, 30);
// The dialer stands in New York, the agent in Berlin.
const read = dialerClockOf(-5 * HOUR_MS, NOW, HOUR_MS);
const unread = dialerClockOf(undefined, NOW, HOUR_MS);

describe('a call-back', () => {
  it.each([
    ['2026-11-21 07:01:00', 'ahead', 'perhapsPast'],
    ['2026-11-21 07:00:00', 'ahead', 'perhapsPast'],
    ['2026-11-21 06:59:00', 'perhapsPast', 'perhapsPast'],
    ['2026-11-21 06:01:00', 'perhapsPast', 'perhapsPast'],
    ['2026-11-21 05:59:00', 'past', 'perhapsPast'],
    ['2026-11-20 11:01:00', 'past', 'perhapsPast'],
    ['2026-11-20 10:59:00', 'past', 'past'],
    ['2020-01-01 09:00:00', 'past', 'past'],
    ['2026-11-21 13:00:00', 'ahead', 'ahead'],
    ['2027-01-01 00:00:00', 'ahead', 'ahead'],
  ])('at %s is %s by the clock that was read, and %s by another one', (at, byRead, byUnread) => {
    expect(judgeCallbackTime(at, read, NOW)).toBe(byRead);
    expect(judgeCallbackTime(at, unread, NOW)).toBe(byUnread);
  });

  it('is suggested for about this time tomorrow, at the dialer', () => {
    expect(suggestCallbackTime(read, NOW)).toBe('2026-11-22T07:15');
    expect(suggestCallbackTime(unread, NOW)).toBe('2026-11-22T13:15');
    expect(suggestCallbackTime(read, NOW - 30_000)).toBe('2026-11-22T07:00');
  });
});

describe('the dialer’s clock', () => {
  it('is read from what it shows, also where this computer’s is wrong', () => {
    expect(readAheadMs('2026-11-21 07:00:30', NOW)).toBe(-5 * HOUR_MS);
    expect(readAheadMs('2026-11-21 07:00:30', NOW + 90_000)).toBe(-5 * HOUR_MS - 90_000);
    expect(readAheadMs('2026-13-40 07:00:30', NOW)).toBeUndefined();
  });

  it('is this computer’s while nothing is read', () => {
    expect(dialerClockOf(undefined, NOW)).toMatchObject({
      aheadMs: -new Date(NOW).getTimezoneOffset() * 60_000,
      isRead: false,
    });
  });
});

describe('the zone of the dialer', () => {
  it.each([
    [-5 * HOUR_MS + 3_000, 'UTC-5'],
    [5.5 * HOUR_MS - 3_000, 'UTC+5:30'],
    [-3.5 * HOUR_MS, 'UTC-3:30'],
    [0, 'UTC+0'],
    [15 * HOUR_MS, null],
    [undefined, null],
  ])('%j milliseconds ahead is %s', (aheadMs, zone) => {
    expect(zoneOf(dialerClockOf(aheadMs, NOW, HOUR_MS))).toBe(zone);
  });

  it.each([
    ['2026-11-21T22:30', read, Date.UTC(2026, 10, 22, 4, 30)],
    ['2026-11-21T22:30', dialerClockOf(HOUR_MS + 20_000, NOW, HOUR_MS), null],
    ['2026-11-21T22:30', unread, null],
    ['', read, null],
  ])('%s there is the agent’s own time, if it is another', (at, clock, own) => {
    expect(ownTimeOf(at, clock, NOW, HOUR_MS)).toBe(own);
  });
});
