import { CALLING_CODE_TEXT, PLAN_TEXT } from './metadata-text.ts';
import type { Region } from './phone-number.ts';

/** How one group of national numbers is written: pattern, template, leading digits, trunk rule, trunk optional, international template. */
export type NumberFormat = readonly [
  pattern: string,
  template: string,
  leadingDigits?: readonly string[] | 0,
  trunkRule?: string | 0,
  trunkOptional?: 1 | 0,
  internationalTemplate?: string,
];

/** One type of number: its pattern, empty for "as fixed line", and its lengths where they are not the plan's. */
export type NumberType = readonly [pattern: string, lengths?: readonly number[]] | 0;

/** A numbering plan as libphonenumber-js stores it (metadata version 4); zero stands for "none". */
export type Plan = readonly [
  callingCode: string,
  iddPrefix: string | 0,
  pattern: string,
  lengths: readonly number[],
  formats: readonly NumberFormat[] | 0,
  nationalPrefix: string | 0,
  trunkRule: string | 0,
  prefixForParsing: string | 0,
  prefixTransform: string | 0,
  trunkOptional: 1 | 0,
  leadingDigits: string | 0,
  types: readonly NumberType[],
];

/** A region, or a non-geographic calling code such as `800`: what a plan is stored under. */
export type PlanKey = string;

const planTexts = new Map<PlanKey, string>();
const plans = new Map<PlanKey, Plan>();
const keysByCallingCode = new Map<string, readonly PlanKey[]>();

function loadIndex(): void {
  for (const item of CALLING_CODE_TEXT.split(' ')) {
    const [code = '', regions = ''] = item.split(':');
    keysByCallingCode.set(code, regions.split(','));
  }
  for (const line of PLAN_TEXT.split('\n')) {
    const json = line.indexOf('[');
    const key = line.slice(0, json);
    planTexts.set(key, line.slice(json));
    if (key > '0' && key < 'A') keysByCallingCode.set(key, [key]);
  }
}

/** The plan of a region or non-geographic calling code, parsed on first use; undefined when there is none. */
export function planOf(key: PlanKey): Plan | undefined {
  const known = plans.get(key);
  if (known) return known;
  if (planTexts.size === 0) loadIndex();
  const text = planTexts.get(key);
  if (text === undefined) return undefined;
  const plan = JSON.parse(text) as Plan;
  plans.set(key, plan);
  return plan;
}

/** The plans that share a calling code, the main one first; empty for an unknown code. */
export function planKeysOf(callingCode: string): readonly PlanKey[] {
  if (keysByCallingCode.size === 0) loadIndex();
  return keysByCallingCode.get(callingCode) ?? [];
}

/** Whether a text is a region of the metadata, for settings and messages that hold plain strings. */
export function isRegion(text: string): text is Region {
  return /^[A-Z]{2}$/.test(text) && planOf(text) !== undefined;
}

/** Splits digits that begin with a calling code; null when no code of one to three digits fits. */
export function splitCallingCode(digits: string): { readonly callingCode: string; readonly rest: string } | null {
  for (let length = 1; length <= 3; length++) {
    const callingCode = digits.slice(0, length);
    if (callingCode.length === length && planKeysOf(callingCode).length > 0) {
      return { callingCode, rest: digits.slice(length) };
    }
  }
  return null;
}
