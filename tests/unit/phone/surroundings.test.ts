import { expect, it } from 'vitest';
import { findNumbers } from '../../../lib/phone/find-numbers.ts';
import type { Region } from '../../../lib/phone/phone-number.ts';

function numbers(text: string, region: Region): string {
  return findNumbers(text, [region])
    .map(({ e164 }) => e164)
    .join(' ');
}

it.each<[Region, string, string]>([
  ['US', 'Jane Roe 415-555-2671 $90 open', '+14155552671'],
  ['GB', '020 7946 0958 £12.50', '+442079460958'],
  ['FR', '+33 6 98 76 54 32 € 90', '+33698765432'],
  ['US', '415-555-2671 $', ''],
  ['FR', '01 40 20 50 50 €', ''],
])('%s: leaves the sign of money to its figure: %s', (region, text, expected) => {
  expect(numbers(text, region)).toBe(expected);
});

it.each<[string, string]>([
  ['3,4155552671,Roe', '+14155552671'],
  ['18,(415) 555-2671,Roe', '+14155552671'],
  ['4155552671,7,open', '+14155552671'],
  ['415-555-2671,120,open', '+14155552671'],
  ['4155552671,77', ''],
  ['4,155,552,671', ''],
  ['12,415,555,2671', ''],
])('parts the fields of a record, and not the figures of an amount: %s', (text, expected) => {
  expect(numbers(text, 'US')).toBe(expected);
});

it.each<[Region, string, string]>([
  ['US', 'Mobile2:4155552671', '+14155552671'],
  ['DE', 'Tel 3:0160 7654321', '+491607654321'],
  ['US', 'at 9:4155552671', ''],
  ['US', '14:4155552671', ''],
])('%s: takes the digit of a label for no hour: %s', (region, text, expected) => {
  expect(numbers(text, region)).toBe(expected);
});
