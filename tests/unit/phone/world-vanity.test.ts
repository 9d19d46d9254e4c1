import { expect, it } from 'vitest';
import { findNumbers } from '../../../lib/phone/find-numbers.ts';
import { mayHoldNumber } from '../../../lib/phone/may-hold-number.ts';
import { itReads } from './reading.ts';

itReads('reads a word in a toll-free number by its keys', [
  ['GB', 'Call 0800 REVERSE', '+448007383773'],
  ['GB', '0800-REVERSE', '+448007383773'],
  ['DE', 'Hotline: 0800 TELEKOM', '+498008353566'],
  ['DE', '+49 800 TELEKOM', '+498008353566'],
  ['US', '+49 (800) TELEKOM', '+498008353566'],
  ['AU', 'Phone 1800-FLOWER', '+611800356937'],
  ['NZ', 'Freephone: 0800 CARPET', '+64800227738'],
  ['US', '1-800-FLOWERS', '+18003569377'],
  ['AU', 'Call 1300 CARPET', '+611300227738'],
  ['AU', '1300-FLOWER', '+611300356937'],
  ['GB', 'Call 0800 REVERSE. We pay', '+448007383773'],
]);

itReads('takes no time, amount or other word for one', [
  ['GB', '0800 MEETING', ''],
  ['GB', '0800 ARRIVAL 0930 DEPARTURE', ''],
  ['AU', '1800 METRES', ''],
  ['DE', 'unsere 0800-NUMMER', ''],
  ['DE', '0800-HOTLINE', ''],
  ['DE', 'Order 0800-TELEKOM', ''],
  ['GB', 'Call 0800 reverse', ''],
  ['GB', 'Call 0800 REV', ''],
  ['GB', 'Call 0830 REVERSE', ''],
  ['GB', 'part X0800-REVERSE', ''],
  ['GB', 'https://example.com/0800-REVERSE', ''],
  ['AU', 'Call at 1300 FRIDAY', ''],
  ['AU', 'Call at 0800 MONDAY', ''],
  ['AU', '1300 METRES', ''],
  ['AU', 'Phone: 1800 METRES', ''],
  ['US', 'Call 1300 CARPET', ''],
  ['GB', 'Call 1300 CARPET', ''],
]);

itReads('takes no date, house number or count for one, which two digits and a word are', [
  ['AU', 'Last call 13 NOV 2025', ''],
  ['AU', 'Call 13 JAN 2026', ''],
  ['AU', 'Phone: 13 FEB 2026 10:00', ''],
  ['AU', 'Office: 13 KING ST', ''],
  ['AU', 'Contact: 13 GEORGE ST, SYDNEY NSW 2000', ''],
  ['AU', 'Call us on 13 CATS', ''],
  ['AU', 'Phone: 13-CABS', ''],
  ['AU', 'Call 13CABS', ''],
]);

itReads('takes no address behind a longer house number for one, nor a word of another length', [
  ['AU', 'Office: 1300 GEORGE ST', ''],
  ['AU', 'Office: 1300 GEORGE St', ''],
  ['AU', 'Office: 1300 GEORGE street', ''],
  ['AU', 'Office: 1300 GEORGE, SYDNEY', ''],
  ['AU', 'Call 1300 FLOWERS', ''],
  ['AU', 'Phone 1800 FLOWERS', ''],
  ['AU', 'Call 1300 22 KING ST', ''],
  ['AU', 'Call 1300 22 HELP', ''],
  ['AU', 'Call 1300 22', '+61130022'],
  ['AU', 'Call 1300CARPET', ''],
  ['GB', 'Call 0800 22 JUNE', ''],
]);

it('reads a word under a heading that says phone', () => {
  expect(findNumbers('1300 CARPET', ['AU'], 'Phone').map(({ e164, reason }) => [e164, reason])).toEqual([
    ['+611300227738', 'vanity'],
  ]);
  expect(findNumbers('1300 CARPET', ['AU'], 'Qty')).toEqual([]);
  expect(findNumbers('13 NOV 2025', ['AU'], 'Last call')).toEqual([]);
});

it('reads words in several lines of a text, each where it stands and by the label of its own line', () => {
  const text = 'Ada\nOrder 0800-TELEKOM\nCall 0800 REVERSE or 0800-CARPETS\n1 800 100\n1-800-FLOWERS x4';
  expect(findNumbers(text, ['GB']).map(({ start, raw, e164 }) => [start, raw, e164])).toEqual([
    [text.indexOf('0800 R'), '0800 REVERSE', '+448007383773'],
    [text.indexOf('0800-C'), '0800-CARPETS', '+448002277387'],
    [text.indexOf('1-800'), '1-800-FLOWERS x4', '+18003569377'],
  ]);
});

it('takes the first region that has such a number', () => {
  expect(findNumbers('Call 0800 REVERSE', ['FR', 'GB', 'DE']).map(({ e164 }) => e164)).toEqual(['+448007383773']);
});

it.each(['0800 REVERSE', '1800-FLOWER', '+49 (800) TELEKOM', '1300 CARPET'])('has %s read on a page', (text) => {
  expect(mayHoldNumber(text)).toBe(true);
});
