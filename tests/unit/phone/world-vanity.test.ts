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
  ['AU', 'Phone 1800 FLOWERS', '+611800356937'],
  ['AU', 'Phone 1800-FLOWER', '+611800356937'],
  ['NZ', 'Freephone: 0800 CARPET', '+64800227738'],
  ['US', '1-800-FLOWERS', '+18003569377'],
  ['GB', 'Call 0800 22 HELP', '+44800224357'],
  ['AU', 'Call 1300 FLOWERS', '+611300356937'],
  ['AU', '1300-FLOWERS', '+611300356937'],
  ['AU', 'Ring 1300 6 FLOWR', '+611300635697'],
  ['AU', 'Ring 1300 22 HELP', '+611300224357'],
  ['AU', 'Call us on 13 CATS', '+61132287'],
  ['AU', 'Phone: 13-CABS', '+61132227'],
  ['AU', 'Call 13CABS', '+61132227'],
  ['AU', 'Call 13 12 34 or 13 CATS', '+61131234 +61132287'],
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
  ['AU', '13 CATS', ''],
  ['AU', '13-CATS', ''],
  ['AU', 'Within 13 DAYS', ''],
  ['AU', 'Call in 13 DAYS', ''],
  ['AU', 'Call on 13 JUNE 2026', ''],
  ['AU', 'Call at 1300 TOMORROW', ''],
  ['AU', 'Call at 0800 TOMORROW', ''],
  ['AU', '1300 METRES', ''],
  ['AU', 'Order 13 CATS', ''],
  ['AU', 'Call 213 CATS', ''],
  ['AU', 'Call 13 cats', ''],
  ['US', 'Call 13 CATS', ''],
  ['GB', 'Call 1300 FLOWERS', ''],
]);

it('reads a word under a heading that says phone', () => {
  expect(findNumbers('13 CATS', ['AU'], 'Phone').map(({ e164, reason }) => [e164, reason])).toEqual([
    ['+61132287', 'vanity'],
  ]);
  expect(findNumbers('13 CATS', ['AU'], 'Qty')).toEqual([]);
});

it('takes the first region that has such a number', () => {
  expect(findNumbers('Call 0800 REVERSE', ['FR', 'GB', 'DE']).map(({ e164 }) => e164)).toEqual(['+448007383773']);
});

it.each(['0800 REVERSE', '1800-FLOWER', '+49 (800) TELEKOM', '1300 FLOWERS', '13 CATS', '13CABS'])(
  'has %s read on a page',
  (text) => {
    expect(mayHoldNumber(text)).toBe(true);
  },
);
