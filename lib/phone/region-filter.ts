import { leadingDigits } from './leading-digits.ts';
import { type Plan, planOf } from './numbering-plan.ts';
import type { Region } from './phone-number.ts';

/** What can be said of a region's numbers from the count of digits and the first of them, before any pattern is run. */
export interface RegionFilter {
  readonly plan: Plan;
  readonly isNanp: boolean;
  /** By first digit: bit n is set when n digits may be a number of the region, national or with a prefix. */
  readonly countsByFirstDigit: readonly number[];
}

/** The filters of some regions and what they have in common. */
export interface RegionFilters {
  readonly each: readonly RegionFilter[];
  readonly countsByFirstDigit: readonly number[];
  readonly isNanpOnly: boolean;
  /** Fewest digits of any national number; more than any number when there is no region. */
  readonly fewestDigits: number;
}

/** National numbers of fewer digits are local or short codes, which nobody dials through a dialer. */
const FEWEST_NATIONAL_DIGITS = 6;
/** The longest trunk prefix with a carrier code (Brazil 0 and two digits, Argentina 0 … 15), text relay prefixes left out. */
const LONGEST_TRUNK = 5;
/** An international prefix and E.164's fifteen digits. */
const LONGEST_ABROAD = 19;
/** Two digits of prefix, and the shortest numbers with their calling code. */
const FEWEST_ABROAD = 10;

/** Mexico's mobile numbers had a 1 behind their calling code, and messengers still write it. */
const CODE_WITH_MORE = '52';

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
  lastFilters = { each, countsByFirstDigit, isNanpOnly: each.every(({ isNanp }) => isNanp), fewestDigits };
  lastRegions = [...regions];
  return lastFilters;
}

function isSame(a: readonly Region[], b: readonly Region[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
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
  const isNanp = plan[0] === '1';
  const lengths = nationalCountsOf(region);
  const trunk = plan[7] || plan[5];
  const starts = {
    national: leadingDigits(plan[2]),
    trunk: trunk === 0 ? 0 : leadingDigits(trunk),
    idd: plan[1] === 0 ? 0 : leadingDigits(plan[1]),
    callingCode: 1 << Number(plan[0][0]),
  };
  const codes = range(plan[0].length, plan[0].length + (plan[0] === CODE_WITH_MORE ? 1 : 0));
  const prefixes = range(1, isNanp ? 1 : LONGEST_TRUNK);
  const countsByFirstDigit = range(0, 9).map((digit) => {
    const may = (digits: number) => ((digits >> digit) & 1) === 1;
    return (
      (may(starts.national) ? bitsOf(lengths) : 0) |
      (may(starts.trunk) ? bitsOf(prefixes.flatMap((prefix) => lengths.map((length) => length + prefix))) : 0) |
      (may(starts.idd) || digit === 0 ? bitsOf(range(FEWEST_ABROAD, LONGEST_ABROAD)) : 0) |
      (may(starts.callingCode) ? bitsOf(lengths.flatMap((length) => codes.map((code) => length + code))) : 0)
    );
  });
  return { plan, isNanp, countsByFirstDigit };
}

function bitsOf(counts: readonly number[]): number {
  return counts.reduce((bits, count) => bits | (1 << count), 0);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** How many digits the finder wants of a national number of the region, without prefix or calling code; ascending. */
export function nationalCountsOf(region: Region): readonly number[] {
  return (planOf(region)?.[3] ?? []).filter((length) => length >= FEWEST_NATIONAL_DIGITS);
}

/** Whether so many digits with such a first digit may be a number of the region. */
export function mayBeNumberOf(countsByFirstDigit: readonly number[], count: number, firstDigit: number): boolean {
  return (((countsByFirstDigit[firstDigit] ?? 0) >> count) & 1) === 1;
}
