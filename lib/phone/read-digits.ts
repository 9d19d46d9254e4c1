import { type Plan, planKeysOf, planOf, splitCallingCode } from './numbering-plan.ts';
import { patternsOf } from './patterns.ts';
import type { Region } from './phone-number.ts';
import { isValidNational, planKeyFor } from './validity.ts';

/** A number read from plain digits. `form` says how its country was known. */
export interface ReadNumber {
  readonly callingCode: string;
  readonly nationalNumber: string;
  readonly form: 'international' | 'idd' | 'bareCallingCode' | 'national';
  /** Whether a trunk prefix such as 0 was written. */
  readonly trunk: boolean;
}

/** The national number without its trunk prefix, where what is left may still be a number of the plan. */
export function stripTrunk(digits: string, plan: Plan): string {
  const { trunk, whole } = patternsOf(plan);
  const match = trunk?.exec(digits);
  if (!trunk || !match || match[0] === '') return digits;
  const captured = match.length > 1 && match[match.length - 1];
  const stripped = plan[8] !== 0 && captured ? digits.replace(trunk, plan[8]) : digits.slice(match[0].length);
  if (whole.test(digits) && !whole.test(stripped)) return digits;
  return isPossibleLength(plan, stripped) ? stripped : digits;
}

function isPossibleLength(plan: Plan, nationalNumber: string): boolean {
  if (isLengthOfAll(plan[0], nationalNumber.length)) return true;
  const owner = planOf(planKeyFor(plan[0], nationalNumber) ?? '') ?? plan;
  const longest = owner[3][owner[3].length - 1] ?? 0;
  return owner[3].includes(nationalNumber.length) || nationalNumber.length > longest;
}

const commonLengths = new Map<string, ReadonlySet<number>>();

/** Whether every plan of a calling code has numbers so long: then it does not matter which of them owns a number. */
function isLengthOfAll(callingCode: string, length: number): boolean {
  let common = commonLengths.get(callingCode);
  if (!common) {
    const all = planKeysOf(callingCode).map((key) => planOf(key)?.[3] ?? []);
    common = new Set((all[0] ?? []).filter((one) => all.every((lengths) => lengths.includes(one))));
    commonLengths.set(callingCode, common);
  }
  return common.has(length);
}

/** Reads digits that begin with a calling code; null unless they are a valid number. */
export function readInternational(digits: string, form: ReadNumber['form'] = 'international'): ReadNumber | null {
  const split = splitCallingCode(digits);
  const plan = split && planOf(planKeysOf(split.callingCode)[0] ?? '');
  if (!plan) return null;
  const nationalNumber = stripTrunk(split.rest, plan);
  if (!isValidNational(split.callingCode, nationalNumber)) return null;
  return { callingCode: split.callingCode, nationalNumber, form, trunk: nationalNumber !== split.rest };
}

/** The digits after a plan's international prefix (00, 011 and so on); null when they do not begin with it. */
export function stripInternationalPrefix(digits: string, plan: Plan): string | null {
  const match = patternsOf(plan).idd?.exec(digits);
  if (!match || match[0] === '') return null;
  const rest = digits.slice(match[0].length);
  return rest === '' || rest.startsWith('0') ? null : rest;
}

/**
 * Poland gave its trunk prefix up in 2010 (UKE), Mexico 01 and 044 in 2019 (IFT); people still write (0-22) 345 67 89 and
 * 01 800 123 4567.
 */
const GIVEN_UP_TRUNK: Readonly<Record<string, RegExp>> = { 48: /^0(?=[1-9]\d{8}$)/, 52: /^0(?:1|44)(?=[1-9]\d{9}$)/ };

/** Mexico's calling code. */
export const MEXICO = '52';

/** The 1 that Mexico's mobile numbers had behind +52 until 2019, and that WhatsApp still puts there. */
const GIVEN_UP_MOBILE = /^521(?=[1-9]\d{9}$)/;

/** Reads digits that begin with a calling code, with its plus or without, and a prefix given up since; null unless the rest is a valid number. */
export function readFormerInternational(
  digits: string,
  form: 'international' | 'bareCallingCode' = 'international',
): ReadNumber | null {
  return GIVEN_UP_MOBILE.test(digits) ? readInternational(digits.replace(GIVEN_UP_MOBILE, '52'), form) : null;
}

/**
 * Reads digits with a prefix that people write although nobody in the region can dial it: a trunk prefix that was given up, and the
 * 00 of most of the world before a calling code. Null unless the rest is a valid number.
 */
export function readUndialable(digits: string, callingCode: string): ReadNumber | null {
  if (/^00[1-9]/.test(digits)) return readInternational(digits.slice(2), 'idd');
  const prefix = GIVEN_UP_TRUNK[callingCode];
  if (!prefix?.test(digits)) return null;
  const nationalNumber = digits.replace(prefix, '');
  return isValidNational(callingCode, nationalNumber)
    ? { callingCode, nationalNumber, form: 'national', trunk: true }
    : null;
}

/** Reads digits as somebody in the region would dial them; null unless they are a valid number. */
export function readNational(digits: string, region: Region): ReadNumber | null {
  const plan = planOf(region);
  return plan ? readInPlan(digits, plan) : null;
}

/** As {@link readNational}, for a plan at hand. */
export function readInPlan(digits: string, plan: Plan): ReadNumber | null {
  const abroad = stripInternationalPrefix(digits, plan);
  if (abroad !== null) {
    const read = readInternational(abroad, 'idd');
    if (read) return read;
  }
  const callingCode = plan[0];
  const nationalNumber = stripTrunk(digits, plan);
  if (isValidNational(callingCode, nationalNumber)) {
    return { callingCode, nationalNumber, form: 'national', trunk: nationalNumber !== digits };
  }
  // People leave the plus away; taken only where the digits are no national number.
  return digits.startsWith(callingCode) && !patternsOf(plan).whole.test(nationalNumber)
    ? readInternational(digits, 'bareCallingCode')
    : null;
}
