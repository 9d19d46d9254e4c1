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

/** "10.22.33.44" is an address, and how a number of four pairs is written: only the finder tells, by region and label. */
const FOUR_PAIRS = /^(?:\d\d\.){3}\d\d$/;

/** Addresses of each private network, with bytes of every length. */
const ADDRESSES = Array.from({ length: 60 }, (_, index) => {
  const [b, c, d] = [(index * 83) % 256, (index * 29) % 256, (index * 151) % 256];
  return [`10.${b}.${c}.${d}`, `127.${b}.${c}.${d}`, `192.168.${c}.${d}`, ` 172.${16 + (index % 16)}.${c}.${d}\n`];
})
  .flat()
  .filter((address) => !FOUR_PAIRS.test(address));

describe.each([
  ['a date', DATES],
  ['an address of a private network', ADDRESSES],
])('a text that is nothing but %s', (_what, texts) => {
  it('is not worth the finder', () => {
    const long = texts.filter((text) => text.trim().length >= 10);
    expect(long.length).toBeGreaterThan(100);
    expect(long.filter(mayHoldNumber)).toEqual([]);
  });

  it('holds no number in any region, even under a label that says so', () => {
    const found = getCountries().flatMap((region) =>
      texts.filter((text) => findNumbers(text, [region], 'phone').length > 0).map((text) => `${region} ${text}`),
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
    '2026-03-32',
    '2126-03-12',
    '2026-03-12 24:00',
    '2026-03-12T14:60',
    '2026-03-12 14:32:7',
    '2026-03-12 14:32:60',
    '2026-03-12, 14:32',
    '172.15.101.101',
    '172.32.101.101',
    '192.169.101.101',
    '192.168.101.256',
    '192.168.101.010',
    '192.168.1012.1',
    '1-800-FLOWERS',
    '10.22.33.44',
    '127.555.1234',
    '192.168.555.123',
    '192.168.10.20.30',
    '192.168.101.101 415 237 1137',
  ])('%s', (text) => {
    expect(mayHoldNumber(text)).toBe(true);
  });
});

it('an address of four pairs is worth the finder, as numbers are written so too', () => {
  const pairs = Array.from(
    { length: 30 },
    (_, index) => `10.${10 + index * 3}.${99 - index}.${10 + ((index * 7) % 90)}`,
  );
  expect(pairs.filter((address) => !FOUR_PAIRS.test(address) || !mayHoldNumber(address))).toEqual([]);
});
