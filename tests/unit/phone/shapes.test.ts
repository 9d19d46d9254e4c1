import { expect, it } from 'vitest';
import { findNumbers } from '../../../lib/phone/find-numbers.ts';
import type { Region } from '../../../lib/phone/phone-number.ts';

function numbers(text: string, region: Region): string {
  return findNumbers(text, [region])
    .map(({ e164, ext }) => (ext === null ? e164 : `${e164};ext=${ext}`))
    .join(' ');
}

it.each<[Region, string, string]>([
  ['DK', '2019-2026', ''],
  ['LV', '2024/2025', ''],
  ['DK', '2026 - 2019', '+4520262019'],
  ['NL', '0900-1730', ''],
  ['NL', 'Ma 0800-1600', ''],
  ['NL', '0900-0101', '+319000101'],
  ['NL', '0800-1234', '+318001234'],
])('%s: takes two years or two hours for no number: %s', (region, text, expected) => {
  expect(numbers(text, region)).toBe(expected);
});

it.each<[Region, string, string]>([
  ['RU', '8 (4212) 30-11-20', '+74212301120'],
  ['RU', '+7 3452 20-10-19', '+73452201019'],
  ['BG', '0887 10-11-20', '+359887101120'],
  ['BE', '0475 10.05.24', '+32475100524'],
  ['RU', '(4212) 30-11-2020', ''],
  ['BE', '10.05.24', ''],
])('%s: takes pairs behind an area code for no date: %s', (region, text, expected) => {
  expect(numbers(text, region)).toBe(expected);
});

it.each<[Region, string, string]>([
  ['AT', '+43/1/514 33-2210', '+431514332210'],
  ['CZ', '+420/602/345 678', '+420602345678'],
])('%s: reads a slash behind a calling code: %s', (region, text, expected) => {
  expect(numbers(text, region)).toBe(expected);
});

it.each<[Region, string, string]>([
  ['ES', '28013 915 22 33 45', '+34915223345'],
  ['US', 'Albany NY 12207 415 555 2671', '+14155552671'],
  ['AU', 'Mobile 7 0412 345 679', '+61412345679'],
  ['FR', '69002 01 40 20 50 50', '+33140205050'],
  ['GB', '2026 020 7946 0958', '+442079460958'],
  ['ES', '3 612 345 678', ''],
  ['SG', '6011 1111 1111 1117', ''],
  ['US', '4155 415 555 2671 9902', ''],
])('%s: parts a figure from the number behind it: %s', (region, text, expected) => {
  expect(numbers(text, region)).toBe(expected);
});
