import { planOf } from './numbering-plan.ts';
import type { Region } from './phone-number.ts';

/** What can be said of a region's numbers from the count of digits and the first of them, before any pattern is run. */
export interface RegionFilter {
  readonly region: Region;
  readonly callingCode: string;
  readonly isNanp: boolean;
  /** Bit n is set when a national number may have n digits. */
  readonly lengths: number;
  /** Bit d is set when a trunk prefix may begin with digit d. */
  readonly trunkStarts: number;
  /** Bit d is set when an international prefix may begin with digit d. */
  readonly iddStarts: number;
  readonly fewestDigits: number;
}

/** The longest trunk prefix with a carrier code (Brazil 0 and two digits, Argentina 0 … 15), text relay prefixes left out. */
const LONGEST_TRUNK = 5;
const EVERY_DIGIT = 0x3ff;

const filters = new Map<Region, RegionFilter | null>();

/** The filter of a region; null for a region without a plan. */
export function filterOf(region: Region): RegionFilter | null {
  const known = filters.get(region);
  if (known !== undefined) return known;
  const made = makeFilter(region);
  filters.set(region, made);
  return made;
}

/** National numbers of fewer digits are local or short codes, which nobody dials through a dialer. */
export const FEWEST_NATIONAL_DIGITS = 6;

function makeFilter(region: Region): RegionFilter | null {
  const plan = planOf(region);
  if (!plan) return null;
  const lengths = plan[3].filter((length) => length >= FEWEST_NATIONAL_DIGITS);
  const prefixes = plan[7] || plan[5];
  return {
    region,
    callingCode: plan[0],
    isNanp: plan[0] === '1',
    lengths: lengths.reduce((bits, length) => bits | (1 << length), 0),
    trunkStarts: prefixes === 0 ? 0 : startDigits(prefixes),
    iddStarts: plan[1] === 0 ? 0 : startDigits(plan[1]),
    fewestDigits: Math.min(...lengths),
  };
}

/** The digits a pattern may begin with, read from its top-level alternatives; all ten when one of them is no plain digit. */
function startDigits(pattern: string): number {
  let bits = 0;
  let depth = 0;
  for (let offset = 0; offset < pattern.length; offset++) {
    const sign = pattern[offset] ?? '';
    if (depth === 0 && (offset === 0 || pattern[offset - 1] === '|')) {
      if (!/\d/.test(sign) || pattern[offset + 1] === '?') return EVERY_DIGIT;
      bits |= 1 << Number(sign);
    }
    if (sign === '(' || sign === '[') depth++;
    if (sign === ')' || sign === ']') depth--;
  }
  return bits;
}

/** Whether so many digits with such a first digit may be a number of the region, national or with a prefix. */
export function mayBeNumberOf(filter: RegionFilter, count: number, firstDigit: number): boolean {
  if (((filter.lengths >> count) & 1) === 1) return true;
  const bit = 1 << firstDigit;
  if ((filter.trunkStarts & bit) !== 0) {
    for (let prefix = 1; prefix <= LONGEST_TRUNK; prefix++) {
      if (((filter.lengths >> (count - prefix)) & 1) === 1) return true;
    }
  }
  if ((filter.iddStarts & bit) !== 0 && count >= 9) return true;
  const code = filter.callingCode;
  return code.charCodeAt(0) - 48 === firstDigit && ((filter.lengths >> (count - code.length)) & 1) === 1;
}
