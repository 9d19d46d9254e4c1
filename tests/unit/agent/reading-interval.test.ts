import { expect, it } from 'vitest';
import { waitAt } from '../../../lib/agent/reading-interval.ts';

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
