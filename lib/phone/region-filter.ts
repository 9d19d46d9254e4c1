import { planOf } from './numbering-plan.ts';
import type { Region } from './phone-number.ts';

/** What can be said of a region's numbers from the count of digits and the first of them, before any pattern is run. */
export interface RegionFilter {
  readonly region: Region;
  readonly callingCode: string;
  readonly isNanp: boolean;
  /** By first digit: bit n is set when n digits may be a number of the region, national or with a prefix. */
  readonly countsByFirstDigit: readonly number[];
}

/** The filters of some regions and what they have in common. */
export interface RegionFilters {
  readonly each: readonly RegionFilter[];
  readonly countsByFirstDigit: readonly number[];
  /** Fewest digits of any national number; more than any number when there is no region. */
  readonly fewestDigits: number;
  /** False for texts that hold no number of these regions, nor an international one. */
  readonly gate: RegExp;
}

/** National numbers of fewer digits are local or short codes, which nobody dials through a dialer. */
const FEWEST_NATIONAL_DIGITS = 6;
/** The longest trunk prefix with a carrier code (Brazil 0 and two digits, Argentina 0 … 15), text relay prefixes left out. */
const LONGEST_TRUNK = 5;
/** An international prefix and E.164's fifteen digits. */
const LONGEST_ABROAD = 19;
const EVERY_DIGIT = 0x3ff;

const filters = new Map<Region, RegionFilter | null>();
let lastRegions: readonly Region[] | null = null;
let lastFilters: RegionFilters | null = null;

/** The filters of regions in their order, those without a plan left out. The last answer is kept: a page asks it for each text. */
export function filtersOf(regions: readonly Region[]): RegionFilters {
  if (lastFilters !== null && lastRegions !== null && isSame(lastRegions, regions)) return lastFilters;
  const each = regions.flatMap((region) => filterOf(region) ?? []);
  const countsByFirstDigit = Array.from({ length: 10 }, (_, digit) =>
    each.reduce((bits, filter) => bits | (filter.countsByFirstDigit[digit] ?? 0), 0),
  );
  const counts = countsByFirstDigit.reduce((bits, more) => bits | more, 0);
  const fewestDigits = counts === 0 ? LONGEST_ABROAD + 1 : 31 - Math.clz32(counts & -counts);
  lastFilters = { each, countsByFirstDigit, fewestDigits, gate: gateFor(fewestDigits) };
  lastRegions = [...regions];
  return lastFilters;
}

function isSame(a: readonly Region[], b: readonly Region[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}

const DIGIT = '[0-9\\u0660-\\u1c59\\ua620-\\uabf9\\uff10-\\uff19]';
const SEPARATORS = '[^0-9A-Za-z\\n]{0,6}';

/** As `mayHoldNumber`, with the fewest digits of the regions: most texts with digits end here. */
function gateFor(fewestDigits: number): RegExp {
  const more = (count: number) => `(?:${SEPARATORS}${DIGIT}){${count}}`;
  return new RegExp(
    `[+\\uff0b]${SEPARATORS}${DIGIT}${more(6)}|${DIGIT}${more(fewestDigits - 1)}|8[03-8]{2}[^0-9A-Za-z\\n]{0,3}[A-Za-z]`,
  );
}

function filterOf(region: Region): RegionFilter | null {
  const known = filters.get(region);
  if (known !== undefined) return known;
  const made = makeFilter(region);
  filters.set(region, made);
  return made;
}

function makeFilter(region: Region): RegionFilter | null {
  const plan = planOf(region);
  if (!plan) return null;
  const lengths = plan[3].filter((length) => length >= FEWEST_NATIONAL_DIGITS);
  const [trunkStarts, iddStarts] = [plan[7] || plan[5], plan[1]].map((pattern) => (pattern ? startDigits(pattern) : 0));
  const countsByFirstDigit = Array.from({ length: 10 }, (_, digit) => {
    const bit = 1 << digit;
    let counts = bitsOf(lengths);
    if (((trunkStarts ?? 0) & bit) !== 0) {
      for (let prefix = 1; prefix <= LONGEST_TRUNK; prefix++)
        counts |= bitsOf(lengths.map((length) => length + prefix));
    }
    if (((iddStarts ?? 0) & bit) !== 0) counts |= bitsOf(range(10, LONGEST_ABROAD));
    if (plan[0].startsWith(String(digit))) counts |= bitsOf(lengths.map((length) => length + plan[0].length));
    return counts;
  });
  return { region, callingCode: plan[0], isNanp: plan[0] === '1', countsByFirstDigit };
}

function bitsOf(counts: readonly number[]): number {
  return counts.reduce((bits, count) => bits | (1 << count), 0);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
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

/** Whether so many digits with such a first digit may be a number of the region. */
export function mayBeNumberOf(countsByFirstDigit: readonly number[], count: number, firstDigit: number): boolean {
  return (((countsByFirstDigit[firstDigit] ?? 0) >> count) & 1) === 1;
}
