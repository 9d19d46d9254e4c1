import { asciiDigits, plainText } from './characters.ts';
import { type NumberFormat, type Plan, planKeysOf, planOf, splitCallingCode } from './numbering-plan.ts';
import { formatPatternsOf } from './patterns.ts';
import type { Region } from './phone-number.ts';
import { planKeyFor } from './validity.ts';

/** The number as it is written abroad: `+1 415 555 2671`. Text that is no E.164 number comes back unchanged. */
export function formatInternational(e164: string): string {
  const split = splitE164(e164);
  if (!split) return e164;
  const { callingCode, rest } = split;
  const format = formatFor(callingCode, rest);
  // Formats marked NA are for national writing alone.
  const template = format?.[5] && format[5] !== 'NA' ? format[5] : format?.[1];
  const national = format && template ? rest.replace(formatPatternsOf(format).whole, template) : rest;
  return `+${callingCode} ${national
    .replace(/[()/.-]+|\s+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()}`;
}

/** The number as it is written in its own country: `(415) 555-2671`. Text that is no E.164 number comes back unchanged. */
export function formatNational(e164: string): string {
  const split = splitE164(e164);
  if (!split) return e164;
  return nationalText(split.callingCode, split.rest, true);
}

/**
 * What a person has typed so far, with separators where the region's formats put them. Text that holds anything but digits,
 * separators and a leading plus comes back unchanged, as nothing is known of its form.
 */
export function formatAsYouType(text: string, region: Region): string {
  const plain = plainText(text).trimStart();
  if (!/^\+?[\d\s().-]*$/.test(plain)) return text;
  const digits = asciiDigits(plain);
  if (plain.startsWith('+')) {
    const split = splitCallingCode(digits);
    return split ? `+${split.callingCode} ${partial(split.callingCode, split.rest)}`.trimEnd() : `+${digits}`;
  }
  const plan = planOf(region);
  if (!plan) return digits;
  const trunk = plan[5] !== 0 && digits.startsWith(plan[5]) ? plan[5] : '';
  return partial(plan[0], digits.slice(trunk.length), trunk);
}

function splitE164(e164: string): { callingCode: string; rest: string } | null {
  return /^\+\d{7,15}$/.test(e164) ? splitCallingCode(e164.slice(1)) : null;
}

function formatsOf(callingCode: string): readonly NumberFormat[] {
  return planOf(planKeysOf(callingCode)[0] ?? '')?.[4] || [];
}

/** The format whose leading digits and pattern fit a whole national number. */
export function formatFor(callingCode: string, national: string): NumberFormat | undefined {
  return formatsOf(callingCode).find((format) => {
    const { leading, whole } = formatPatternsOf(format);
    return (leading === null || leading.test(national)) && whole.test(national);
  });
}

function nationalText(callingCode: string, national: string, withTrunk: boolean): string {
  const format = formatFor(callingCode, national);
  if (!format) return national;
  const plan = planOf(planKeyFor(callingCode, national) ?? planKeysOf(callingCode)[0] ?? '');
  const rule = format[3] || plan?.[6];
  const template = rule && withTrunk ? format[1].replace(/\$\d/, (group) => rule.replace('$1', group)) : format[1];
  return national.replace(formatPatternsOf(format).whole, template);
}

/** The beginning of the national text of a number that starts with these digits, after the trunk prefix if one was typed. */
function partial(callingCode: string, typed: string, trunk = ''): string {
  const plan: Plan | undefined = planOf(planKeysOf(callingCode)[0] ?? '');
  const lengths = plan?.[3].filter((length) => length >= typed.length) ?? [];
  for (const length of lengths.includes(typed.length) ? lengths : [...lengths].reverse()) {
    // The digits still to come are not known; 5 continues more leading-digit patterns than any other.
    const padded = typed.padEnd(length, '5');
    const text = nationalText(callingCode, padded, trunk !== '');
    const isComplete = asciiDigits(text) === trunk + padded;
    if (text !== padded && isComplete) return cutAfterDigits(text, trunk.length + typed.length);
  }
  return trunk + typed;
}

function cutAfterDigits(text: string, count: number): string {
  let seen = 0;
  for (let offset = 0; offset < text.length; offset++) {
    if (seen === count) return text.slice(0, offset).replace(/[\s(/-]+$/, '');
    if (/\d/.test(text[offset] ?? '')) seen++;
  }
  return text;
}
