import { getCountries } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../lib/phone/find-numbers.ts';
import { mayHoldNumber } from '../../../lib/phone/may-hold-number.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Dates with every month and day, over two centuries, with times of both forms and signs around them. */
const DATES = Array.from({ length: 62 }, (_, index) => {
  const date = `${1900 + ((index * 37) % 200)}-${two(1 + (index % 12))}-${two(1 + (index % 31))}`;
  const time = `${two((index * 5) % 24)}:${two((index * 7) % 60)}`;
  return [date, `${date} ${time}`, `\n  ${date}T${time}:${two(index % 60)}\n`];
}).flat();

describe('a text that is nothing but a date', () => {
  it('is not worth the finder', () => {
    expect(DATES.filter(mayHoldNumber)).toEqual([]);
  });

  it('holds no number in any region, even under a label that says so', () => {
    const found = getCountries().flatMap((region) =>
      DATES.filter((text) => findNumbers(text, [region], 'phone').length > 0).map((text) => `${region} ${text}`),
    );
    expect(found).toEqual([]);
  });
});

describe('is worth the finder', () => {
  it.each([
    '415-237-1137',
    'on 2026-03-12 call 415-237-1137',
    '2026-03-12 14:32 415 237 1137',
    '2026-13-12',
    '2026-0312',
    '1-800-FLOWERS',
  ])('%s', (text) => {
    expect(mayHoldNumber(text)).toBe(true);
  });
});
