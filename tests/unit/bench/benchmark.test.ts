import { expect, it } from 'vitest';
import { median, middleHalf, ofRounds } from '../../bench/benchmark.ts';

it.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
  [[], Number.NaN],
])('takes the middle of %j', (values, middle) => {
  expect(median(values)).toBe(middle);
});

it.each([
  [
    [5, 1, 4, 2, 3],
    [2, 4],
  ],
  [
    [1, 2, 3, 4],
    [1.75, 3.25],
  ],
  [[7], [7, 7]],
  [[], [Number.NaN, Number.NaN]],
])('tells between what lies the middle half of %j', (values, half) => {
  expect(middleHalf(values)).toEqual(half);
});

it('leaves one slow round out of median and spread', () => {
  expect(ofRounds([2, 2, 900, 2, 2])).toEqual({ value: 2, spread: [2, 2] });
});
