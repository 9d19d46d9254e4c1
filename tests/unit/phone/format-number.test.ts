import { getCountries, parsePhoneNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { expect, it } from 'vitest';
import { formatAsYouType, formatInternational, formatNational } from '../../../lib/phone/format-number.ts';
import type { Region } from '../../../lib/phone/phone-number.ts';

it.each(getCountries())('writes a number of %s as libphonenumber-js does', (country) => {
  const number = parsePhoneNumber(examples[country], country);
  expect(formatInternational(number.number)).toBe(number.formatInternational());
  expect(formatNational(number.number)).toBe(number.formatNational());
});

it.each(['', '4155552671', '+12', '+99912345678', '+1415555267a'])('gives %j back unchanged', (text) => {
  expect(formatInternational(text)).toBe(text);
  expect(formatNational(text)).toBe(text);
});

it.each<[string, Region, string]>([
  ['4155', 'US', '(415) 5'],
  ['4155552671', 'US', '(415) 555-2671'],
  ['020', 'GB', '020'],
  ['0207946', 'GB', '020 7946'],
  ['0612345678', 'FR', '06 12 34 56 78'],
  ['+', 'US', '+'],
  ['+4', 'US', '+4'],
  ['+442079460958', 'US', '+44 20 7946 0958'],
  ['', 'US', ''],
  ['１２', 'US', '12'],
  ['1-800-FLOWERS', 'US', '1-800-FLOWERS'],
  ['*67', 'US', '*67'],
])('%j typed in %s shows %j', (text, region, shown) => {
  expect(formatAsYouType(text, region)).toBe(shown);
});

it('never changes the digits that were typed', () => {
  for (const country of getCountries()) {
    for (let length = 0; length <= 15; length++) {
      const typed = `0${examples[country]}99999`.slice(0, length);
      expect(formatAsYouType(typed, country).replace(/\D/g, '')).toBe(typed);
    }
  }
});
