import { type CountryCode, getCountries, getCountryCallingCode, parsePhoneNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { planOf } from '../../../lib/phone/numbering-plan.ts';
import type { Region } from '../../../lib/phone/phone-number.ts';
import { readInternational, readNational } from '../../../lib/phone/read-digits.ts';
import { isValidNational, kindOf, planKeyFor } from '../../../lib/phone/validity.ts';
import { seededRandom } from '../../seeded-random.ts';

const PEER_KINDS: Readonly<Record<string, string>> = {
  FIXED_LINE: 'fixedLine',
  MOBILE: 'mobile',
  FIXED_LINE_OR_MOBILE: 'fixedLineOrMobile',
  TOLL_FREE: 'tollFree',
  PREMIUM_RATE: 'premiumRate',
  SHARED_COST: 'sharedCost',
  VOIP: 'voip',
  PERSONAL_NUMBER: 'personal',
  PAGER: 'pager',
  UAN: 'universalAccess',
  VOICEMAIL: 'voicemail',
};

function peer(text: string, region?: CountryCode) {
  try {
    return parsePhoneNumber(text, region);
  } catch {
    return null;
  }
}

/** National numbers near the valid ones: each country's example with a few digits changed, dropped or added. */
function* nearNumbers(random: () => number, perCountry: number): Generator<{ region: Region; digits: string }> {
  for (const region of getCountries()) {
    const example = examples[region];
    for (let round = 0; round < perCountry; round++) {
      const digits = [...example];
      for (let change = Math.floor(random() * 4); change > 0; change--) {
        digits[Math.floor(random() * digits.length)] = String(Math.floor(random() * 10));
      }
      const cut = Math.floor(random() * 6);
      if (cut === 0) digits.pop();
      if (cut === 1) digits.push('7');
      yield { region, digits: digits.join('') };
    }
  }
}

/** Thousands of numbers, each read by both: on a busy machine longer than the usual five seconds. */
const SLOW_MS = 60_000;

describe('verdicts equal those of libphonenumber-js max', () => {
  it('for numbers with a calling code', { timeout: SLOW_MS }, () => {
    const differing: string[] = [];
    let valid = 0;
    for (const { region, digits } of nearNumbers(seededRandom(1), 30)) {
      const international = `${getCountryCallingCode(region)}${digits}`;
      const theirs = peer(`+${international}`);
      const isTheirs = (theirs?.isValid() ?? false) && international.length <= 15 && international.length >= 7;
      const ours = readInternational(international);
      if (isTheirs) valid++;
      const same = ours ? isTheirs && theirs?.number === `+${ours.callingCode}${ours.nationalNumber}` : !isTheirs;
      if (!same) differing.push(international);
      else if (ours && theirs) {
        const kind = PEER_KINDS[theirs.getType() ?? ''] ?? 'unknown';
        const oursKind = kindOf(ours.callingCode, ours.nationalNumber);
        if (oursKind !== kind && oursKind !== 'satellite') differing.push(`${international} ${oursKind} ${kind}`);
        const owner = planKeyFor(ours.callingCode, ours.nationalNumber);
        if ((theirs.country ?? null) !== (owner !== null && /\D/.test(owner) ? owner : null))
          differing.push(`${international} ${owner}`);
      }
    }
    expect(valid).toBeGreaterThan(1500);
    expect(differing).toEqual([]);
  });

  it('for numbers written nationally, with and without the trunk prefix', { timeout: SLOW_MS }, () => {
    const differing: string[] = [];
    for (const { region, digits } of nearNumbers(seededRandom(2), 20)) {
      const trunk = planOf(region)?.[5] || '';
      for (const text of [digits, trunk + digits]) {
        const theirs = peer(text, region);
        const theirNumber =
          theirs?.isValid() && theirs.number.length <= 16 && theirs.number.length >= 8 ? theirs.number : null;
        const ours = readNational(text, region);
        const ourNumber = ours && `+${ours.callingCode}${ours.nationalNumber}`;
        if (ourNumber !== theirNumber) differing.push(`${region} ${text}: ours ${ourNumber}, theirs ${theirNumber}`);
      }
    }
    expect(differing).toEqual([]);
  });
});

it.each([
  ['1', '4155552671', true],
  ['1', '5555552671', false],
  ['44', '2079460958', true],
  ['44', '207946095', false],
  ['999', '12345678', false],
  ['800', '12345678', true],
])('+%s %s valid: %s', (callingCode, nationalNumber, valid) => {
  expect(isValidNational(callingCode, nationalNumber)).toBe(valid);
});
