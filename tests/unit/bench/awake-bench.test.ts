import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { panelRequestSchemas } from '../../../lib/messages/requests.ts';
import { signInAt } from '../../bench/awake-bench.ts';
import { ratesOf } from '../../bench/poll-rates.ts';

it('signs in with what the background accepts', () => {
  const request = signInAt('http://127.0.0.1:8180');
  expect(v.safeParse(panelRequestSchemas['session.signIn'], request).success).toBe(true);
});

describe('how often a page polled', () => {
  const everySecond = (from: number, seconds: number) =>
    Array.from({ length: seconds }, (_, second) => from + second * 1_000);

  it('is the same in each minute of a page that is awake', () => {
    const rates = ratesOf(everySecond(500, 300), 0, 300_000);
    expect(rates).toMatchObject({ longest: 1, slowest: 1, aMinute: 60 });
    expect(rates.meanGap).toBeCloseTo(1, 1);
  });

  it('shows a minute that was slept through, which the mean hides', () => {
    const rates = ratesOf([...everySecond(0, 120), ...everySecond(180_000, 120)], 0, 300_000);
    expect(rates.slowest).toBe(Number.POSITIVE_INFINITY);
    expect(rates.longest).toBe(61);
    expect(rates.meanGap).toBeLessThan(2.5);
  });

  it('counts the silence before the first poll and after the last, and nothing from outside', () => {
    expect(ratesOf([-1_000, 60_000, 400_000], 0, 120_000)).toEqual({
      meanGap: 60,
      longest: 60,
      slowest: Number.POSITIVE_INFINITY,
      aMinute: 0.5,
    });
  });
});
