import { expect, it } from 'vitest';
import type { Region } from '../../../lib/phone/phone-number.ts';
import { readAs } from '../../../lib/phone/read-as.ts';

const REGIONS: readonly Region[] = ['DE', 'AT', 'CH'];

it.each<[string, string, string | null, ReturnType<typeof readAs>]>([
  ['0664 7040744', '+436647040744', null, { region: 'AT', others: ['DE'] }],
  ['0664 7040744 DW 12', '+436647040744', '12', { region: 'AT', others: ['DE'] }],
  ['٠٦٦٤ ٧٠٤٠٧٤٤', '+436647040744', null, { region: 'AT', others: ['DE'] }],
  ['044 668 18 00', '+41446681800', null, { region: 'CH', others: ['DE'] }],
  ['0171 1234567', '+491711234567', null, { region: 'DE', others: ['AT'] }],
  ['+43 664 7040744', '+436647040744', null, null],
  ['0043 664 7040744', '+436647040744', null, null],
  ['68', '+49301234568', null, null],
])('%s was taken for a number of one of several countries', (written, e164, extension, expected) => {
  expect(readAs(written, { e164, extension }, REGIONS)).toEqual(expected);
});

it('names the number’s own country of those with one calling code, and no country that writes such numbers otherwise', () => {
  const number = { e164: '+12125550147', extension: null };
  expect(readAs('212 555 0147', number, ['CA', 'US', 'FR'])).toBeNull();
  // "(02 12) …" might be one of Germany; without its 0 nobody writes it so there.
  expect(readAs('212-555-0147', number, ['CA', 'US', 'DE'])).toBeNull();
  expect(readAs('(212) 555-0147', number, ['CA', 'US', 'DE'])).toEqual({ region: 'US', others: ['DE'] });
});

it('says nothing where there is one region, or two with the same numbers', () => {
  const number = { e164: '+14155552671', extension: null };
  expect(readAs('415 555 2671', number, ['US'])).toBeNull();
  expect(readAs('415 555 2671', number, ['US', 'CA'])).toBeNull();
});
