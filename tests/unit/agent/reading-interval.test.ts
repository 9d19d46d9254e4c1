import { expect, it } from 'vitest';
import { readingInterval, waitAt } from '../../../lib/agent/state/reading-interval.ts';

it.each([
  [0, 4_000],
  [8_000, 4_000],
  [10_000, 5_000],
  [40_000, 20_000],
  [3_600_000, 20_000],
  [-3_600_000, 4_000],
])('what is %i ms old is read again after %i ms', (ageMs, ms) => {
  expect(waitAt({ fromMs: 4_000, ofAge: 0.5, mostMs: 20_000 }, ageMs)).toBe(ms);
});

it('asks sooner for as long as agent screen and server disagree on whether anybody is logged in', () => {
  const hour = { ageMs: 3_600_000, panelOpen: true, pending: null, failures: 0 };
  const waits = [false, true].map((isScreenOut) => readingInterval({ ...hour, phase: 'paused', isScreenOut }));
  expect(waits).toEqual([60_000, 6_000]);
  expect(readingInterval({ ...hour, phase: 'notLoggedIn', isScreenOut: true })).toBe(60_000);
});
