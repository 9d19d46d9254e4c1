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
]);

it('takes the first region that has such a number', () => {
  expect(findNumbers('Call 0800 REVERSE', ['FR', 'GB', 'DE']).map(({ e164 }) => e164)).toEqual(['+448007383773']);
});

it.each(['0800 REVERSE', '1800-FLOWER', '+49 (800) TELEKOM'])('has %s read on a page', (text) => {
  expect(mayHoldNumber(text)).toBe(true);
});
