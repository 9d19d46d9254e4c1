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

const validPatterns = new Map<PlanKey, RegExp>();

/** One pattern for "matches any type of this plan", its leading digits apart. */
function validPattern(key: PlanKey, plan: Plan): RegExp {
  const known = validPatterns.get(key);
  if (known) return known;
  const types = plan[11].map((type) => typeSource(plan, type)).filter((source) => source !== '');
  const regExp = new RegExp(`^(?=(?:${plan[2]})$)(?:${types.join('|')})`);
  validPatterns.set(key, regExp);
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
  // One after the other: a single pattern for the 25 plans of +1 takes 10 ms to compile, which a click would wait for.
  return planKeysOf(callingCode).some((key) => {
    const plan = requirePlan(key);
    const { leading } = patternsOf(plan);
    return (leading === null || leading.test(nationalNumber)) && validPattern(key, plan).test(nationalNumber);
  });
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
