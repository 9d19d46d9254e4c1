import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../lib/phone/find-numbers.ts';
import { parseDialable } from '../../../lib/phone/parse-dialable.ts';
import type { Region } from '../../../lib/phone/phone-number.ts';

/** Numbers whose digits the plans of several regions hold, and whose number each is. */
const ROWS: readonly (readonly [regions: string, text: string, e164: string])[] = [
  // In the groups of a country that is not the first: its own.
  ['DE AT CH', '0664 7040744', '+436647040744'],
  ['DE AT CH', '0664/7040744', '+436647040744'],
  ['DE AT CH', '0664 70 40 744', '+436647040744'],
  ['DE AT CH', '(0676) 7040744', '+436767040744'],
  ['DE AT CH', '079 482 83 86', '+41794828386'],
  ['DE AT CH', '044 256 20 41', '+41442562041'],
  ['DE AT CH', '031 331 12 34', '+41313311234'],
  ['DE AT CH', '01 512 34 56', '+4315123456'],
  ['AT DE CH', '079 482 83 86', '+41794828386'],
  ['AT DE', '0171 1234567', '+491711234567'],
  ['FR BE CH', '0475 19 46 35', '+32475194635'],
  ['FR BE CH', '079 482 83 86', '+41794828386'],
  ['DE NL BE', '06-18354526', '+31618354526'],
  ['ES PT', '912 34 56 78', '+34912345678'],
  ['PT ES', '912 34 56 78', '+34912345678'],
  // In those of the first, whatever others hold as well.
  ['DE AT CH', '0171 1234567', '+491711234567'],
  ['DE AT CH', '030 1234567', '+49301234567'],
  ['AT DE CH', '0664 7040744', '+436647040744'],
  ['FR BE CH', '04 75 19 46 35', '+33475194635'],
  // In nobody's, in groups that all are alike, or in one piece: the first one's.
  ['DE AT CH', '06647 04 07 44', '+496647040744'],
  ['ES PT', '912 345 678', '+34912345678'],
  ['PT ES', '912 345 678', '+351912345678'],
  ['DE AT CH', '06647040744', '+496647040744'],
  ['AT DE CH', '06647040744', '+436647040744'],
];

describe.each(ROWS)('%s: %s', (list, text, e164) => {
  const regions = list.split(' ') as Region[];

  it('is found as the number of the country that writes it so', () => {
    expect(findNumbers(text, regions).map((match) => match.e164)).toEqual([e164]);
  });

  it('is read as the same number where somebody types or selects it', () => {
    expect(parseDialable(text, regions)).toMatchObject({ ok: true, value: { e164 } });
  });
});
