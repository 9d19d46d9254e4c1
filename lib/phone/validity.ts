import { type Plan, type PlanKey, planKeysOf, planOf } from './numbering-plan.ts';
import type { NumberKind } from './phone-number.ts';

/** Kinds in the order of a plan's types. The first two are told apart in `kindOf`. */
const KINDS: readonly NumberKind[] = [
  'fixedLine',
  'mobile',
  'tollFree',
  'premiumRate',
  'personal',
  'voicemail',
  'universalAccess',
  'pager',
  'voip',
  'sharedCost',
];

/** Inmarsat, Globalstar and Iridium, and the shared codes most of whose numbers are satellite phones. */
const SATELLITE_CODES: readonly string[] = ['870', '881', '882'];

const compiled = new Map<string, RegExp>();

/** A pattern that must match from the first digit, compiled once. */
export function startPattern(source: string): RegExp {
  let regExp = compiled.get(source);
  if (!regExp) {
    regExp = new RegExp(`^(?:${source})`);
    compiled.set(source, regExp);
  }
  return regExp;
}

/** Whether the digits match the whole of a metadata pattern. */
export function matchesWhole(digits: string, source: string): boolean {
  return startPattern(`(?:${source})$`).test(digits);
}

function typePattern(plan: Plan, index: number): string {
  const type = plan[11][index];
  if (!type || type[0] === '') return '';
  const lengths = type[1] ?? plan[3];
  return `(?=(?:${lengths.map((length) => `\\d{${length}}`).join('|')})$)(?:${type[0]})$`;
}

/** One pattern for "matches any type of this plan": the plan's own pattern and, where it has them, its leading digits. */
function planPattern(plan: Plan): string {
  const types = KINDS.map((_, index) => typePattern(plan, index)).filter((pattern) => pattern !== '');
  const leading = plan[10] === 0 ? '' : `(?=${plan[10]})`;
  return `${leading}(?=(?:${plan[2]})$)(?:${types.join('|')})`;
}

const validPatterns = new Map<string, RegExp>();

function validPattern(callingCode: string): RegExp | null {
  const known = validPatterns.get(callingCode);
  if (known) return known;
  const sources = planKeysOf(callingCode).flatMap((key) => planPattern(planOf(key) ?? never(key)));
  if (sources.length === 0) return null;
  const regExp = new RegExp(`^(?:${sources.join('|')})`);
  validPatterns.set(callingCode, regExp);
  return regExp;
}

function never(key: PlanKey): never {
  throw new Error(`metadata names ${key} but holds no plan for it`);
}

/**
 * Whether a national number is valid under a calling code: the verdict of libphonenumber-js `isValid` with the max
 * metadata, within the 7 to 15 digits of E.164.
 */
export function isValidNational(callingCode: string, nationalNumber: string): boolean {
  const total = callingCode.length + nationalNumber.length;
  if (total < 7 || total > 15) return false;
  return validPattern(callingCode)?.test(nationalNumber) ?? false;
}

function typeIndexOf(plan: Plan, nationalNumber: string): number {
  if (!matchesWhole(nationalNumber, plan[2])) return -1;
  return KINDS.findIndex((_, index) => {
    const pattern = typePattern(plan, index);
    return pattern !== '' && startPattern(pattern).test(nationalNumber);
  });
}

/** The plan a national number belongs to among those of its calling code; null when none claims it. */
export function planKeyFor(callingCode: string, nationalNumber: string): PlanKey | null {
  const keys = planKeysOf(callingCode);
  if (keys.length === 1) return keys[0] ?? null;
  const owner = keys.find((key) => {
    const plan = planOf(key) ?? never(key);
    return plan[10] === 0 ? typeIndexOf(plan, nationalNumber) >= 0 : startPattern(plan[10]).test(nationalNumber);
  });
  return owner ?? null;
}

/** What kind of line a valid national number is; the metadata's type, with satellite codes told apart. */
export function kindOf(callingCode: string, nationalNumber: string): NumberKind {
  if (SATELLITE_CODES.includes(callingCode)) return 'satellite';
  const plan = planOf(planKeyFor(callingCode, nationalNumber) ?? planKeysOf(callingCode)[0] ?? '');
  const index = plan ? typeIndexOf(plan, nationalNumber) : -1;
  if (!plan || index < 0) return 'unknown';
  if (index > 0) return KINDS[index] ?? 'unknown';
  const mobile = plan[11][1];
  if (!mobile || mobile[0] === '') return 'fixedLineOrMobile';
  return startPattern(typePattern(plan, 1)).test(nationalNumber) ? 'fixedLineOrMobile' : 'fixedLine';
}
