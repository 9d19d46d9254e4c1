import { type Plan, type PlanKey, planKeysOf, planOf } from './numbering-plan.ts';
import { patternsOf, typePatternsOf, typeSource } from './patterns.ts';
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

/** One pattern for "matches any type of this plan": the plan's own pattern and, where it has them, its leading digits. */
function planSource(key: PlanKey): string {
  const plan = requirePlan(key);
  const types = plan[11].map((type) => typeSource(plan, type)).filter((source) => source !== '');
  const leading = plan[10] === 0 ? '' : `(?=${plan[10]})`;
  return `${leading}(?=(?:${plan[2]})$)(?:${types.join('|')})`;
}

const validPatterns = new Map<string, RegExp | null>();

function validPattern(callingCode: string): RegExp | null {
  const known = validPatterns.get(callingCode);
  if (known !== undefined) return known;
  const sources = planKeysOf(callingCode).map(planSource);
  const regExp = sources.length === 0 ? null : new RegExp(`^(?:${sources.join('|')})`);
  validPatterns.set(callingCode, regExp);
  return regExp;
}

function requirePlan(key: PlanKey): Plan {
  const plan = planOf(key);
  if (!plan) throw new Error(`metadata names ${key} but holds no plan for it`);
  return plan;
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
  if (!patternsOf(plan).whole.test(nationalNumber)) return -1;
  return typePatternsOf(plan).findIndex((pattern) => pattern?.test(nationalNumber));
}

/** The plan a national number belongs to among those of its calling code; null when none claims it. */
export function planKeyFor(callingCode: string, nationalNumber: string): PlanKey | null {
  const keys = planKeysOf(callingCode);
  if (keys.length === 1) return keys[0] ?? null;
  const owner = keys.find((key) => {
    const plan = requirePlan(key);
    const { leading } = patternsOf(plan);
    return leading ? leading.test(nationalNumber) : typeIndexOf(plan, nationalNumber) >= 0;
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
  const mobile = typePatternsOf(plan)[1];
  return !mobile || mobile.test(nationalNumber) ? 'fixedLineOrMobile' : 'fixedLine';
}
