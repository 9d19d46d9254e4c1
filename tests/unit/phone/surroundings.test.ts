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

it.each<[Region, string, string]>([
  ['US', 'O 415-555-2671 B 415-555-2672', '+14155552671 +14155552672'],
  ['CA', '204-736-5000 MB', '+12047365000'],
  ['US', '601-736-5000 MS 39201', '+16017365000'],
  ['SE', '070-123 45 67 kr 200', '+46701234567'],
  ['IN', '98200 12345 Rs 900', '+919820012345'],
  ['US', '415-555-2671 mb', ''],
  ['PL', '601 234 567 zł', ''],
  ['ES', '912 345 678 habitantes', ''],
  ['CZ', '602 345 678 Kč', ''],
])('%s: takes for a unit what no figure follows: %s', (region, text, expected) => {
  expect(numbers(text, region)).toBe(expected);
});

it.each<[Region, string, string]>([
  ['US', '415-555-2671/Cell 415-555-2672', '+14155552671 +14155552672'],
  ['GB', 'T:02079460958/M:07911123456', '+442079460958 +447911123456'],
  ['JP', 'TEL.03-3456-7890/FAX.03-3456-7891', '+81334567890 +81334567891'],
  ['FR', 'Tél:0140205050/Port.:0698765432', '+33140205050 +33698765432'],
  ['US', '415-555-2671/home', '+14155552671'],
  ['US', 'https://example.com/415-555-2671/home', ''],
  ['US', 'www.example.com/mobile/4155552671', ''],
  ['US', '415-555-2671/report', ''],
  ['US', 'files/2/phone:4155552671', ''],
])('%s: takes a label behind a slash for no path: %s', (region, text, expected) => {
  expect(numbers(text, region)).toBe(expected);
});

it.each<[Region, string, string]>([
  ['US', '"Jane Roe" <4155552671>', '+14155552671'],
  ['US', '*415-555-2671*', '+14155552671'],
  ['US', '*4155552671*', ''],
  ['US', '<4155552671', ''],
  ['US', '3*415-555-2671', ''],
])('%s: takes signs on both sides for brackets: %s', (region, text, expected) => {
  expect(numbers(text, region)).toBe(expected);
});
