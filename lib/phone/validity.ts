import { type Plan, type PlanKey, planKeysOf, planOf } from './numbering-plan.ts';
import { patternsOf, typePatternsOf, typeSource } from './patterns.ts';
import type { DialableNumber, NumberKind } from './phone-number.ts';

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

/** The plans of a calling code: those that any digits may lead, and those that are known by their first digits. */
interface SharedCode {
  readonly open: readonly Plan[];
  readonly led: readonly Plan[];
  /** Matches what any of the led plans is known by, so that one test says no for two dozen islands. */
  readonly anyLead: RegExp | null;
}

const sharedCodes = new Map<string, SharedCode>();
const validPatterns = new WeakMap<Plan, RegExp>();

function sharedCodeOf(callingCode: string): SharedCode {
  const known = sharedCodes.get(callingCode);
  if (known) return known;
  const plans = planKeysOf(callingCode).map(requirePlan);
  const led = plans.filter((plan) => plan[10] !== 0);
  const anyLead = led.length === 0 ? null : new RegExp(`^(?:${led.map((plan) => plan[10]).join('|')})`);
  const shared = { open: plans.filter((plan) => plan[10] === 0), led, anyLead };
  sharedCodes.set(callingCode, shared);
  return shared;
}

/** One pattern for "matches any type of this plan", its leading digits apart. */
function validPattern(plan: Plan): RegExp {
  const known = validPatterns.get(plan);
  if (known) return known;
  const types = plan[11].map((type) => typeSource(plan, type)).filter((source) => source !== '');
  const regExp = new RegExp(`^(?=(?:${plan[2]})$)(?:${types.join('|')})`);
  validPatterns.set(plan, regExp);
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
  const { open, led, anyLead } = sharedCodeOf(callingCode);
  if (open.some((plan) => validPattern(plan).test(nationalNumber))) return true;
  if (anyLead === null || !anyLead.test(nationalNumber)) return false;
  return led.some((plan) => patternsOf(plan).leading?.test(nationalNumber) && validPattern(plan).test(nationalNumber));
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

/** Whether a region's own plan holds the number: the plans of a calling code share ranges, toll-free ones above all. */
export function isInPlanOf(
  region: string,
  { callingCode, nationalNumber }: Pick<DialableNumber, 'callingCode' | 'nationalNumber'>,
): boolean {
  const plan = planOf(region);
  return plan?.[0] === callingCode && typeIndexOf(plan, nationalNumber) >= 0;
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
