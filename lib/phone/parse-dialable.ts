import { fail, ok, type Result } from '../result.ts';
import { plainText } from './characters.ts';
import { createClosestReading } from './closest-reading.ts';
import { extensionAt, isOnlyExtension } from './extension.ts';
import { DIRECT_DIALLING, isNearLine, lineRange } from './line-range.ts';
import { planKeysOf, planOf, splitCallingCode } from './numbering-plan.ts';
import type { DialableNumber, E164, NumberFailure, Region } from './phone-number.ts';
import {
  MEXICO,
  type ReadNumber,
  readFormerInternational,
  readInternational,
  readNational,
  readUndialable,
  stripInternationalPrefix,
  stripTrunk,
} from './read-digits.ts';
import { filtersOf } from './region-filter.ts';
import { readWholeSpelt, SPELT_BEGINNING } from './spelt-number.ts';
import { kindOf, planKeyFor } from './validity.ts';
import { lettersToDigits } from './vanity.ts';

/** E.164 allows 15 digits; four more leave room for a prefix. Longer texts are not read any further. */
const MOST_DIGITS = 15 + 4;
/** Shorter stretches beside a number are its extension, a house number or a year. */
const FEWEST_OF_SEVERAL = 7;
/**
 * What a mobile phone without a card takes for an emergency call (3GPP TS 22.101, 10.1.1), but for 08, which begins ordinary
 * numbers as well. Read only where nothing can be dialled.
 */
const EMERGENCY: ReadonlySet<string> = new Set(['112', '911', '000', '110', '118', '119', '999']);

/** Whether those digits call for help somewhere; Dialside never calls them. */
export function isEmergency(digits: string): boolean {
  return EMERGENCY.has(digits);
}

/** Far more than any written number with its extension; a selection can be a whole page. */
const LONGEST_TEXT = 250;

/** An E.164 text (a plus and 7 to 15 digits) as such; null for anything else. Does not ask whether the number is valid. */
export function readE164(value: unknown): E164 | null {
  return typeof value === 'string' && /^\+[1-9]\d{6,14}$/.test(value) ? (value as E164) : null;
}

/**
 * The number that is exactly this E.164 text; null when no plan holds it, or when it would have to be corrected first.
 * Reads less, and so sooner, than {@link parseDialable}.
 */
export function dialableE164(value: unknown): DialableNumber | null {
  const e164 = readE164(value);
  const read = e164 && readInternational(e164.slice(1));
  return read && !read.trunk ? dialable(read, null) : null;
}

/**
 * Reads one number as a person writes it: dial pad, selection, E.164. Digits, spaces, dashes and direction marks of any
 * script are read, and the letters of toll-free numbers; the extension is split off; a range of lines is refused; of
 * several regions that have such a number it is the closest one's, see {@link createClosestReading}.
 */
export function parseDialable(text: string, regions: readonly Region[]): Result<DialableNumber, NumberFailure> {
  const plain = plainText(text).trim();
  if (plain === '') return fail({ code: 'empty' });
  if (plain.length > LONGEST_TEXT) return fail({ code: 'tooLong' });
  if (isOnlyExtension(plain)) return fail({ code: 'extensionOnly' });
  const { number: withLetters, extension } = splitExtension(plain);
  const { each } = filtersOf(regions);
  const spelt = readWholeSpelt(withLetters.replace(/^[^+\d(]+/, ''), each);
  if (spelt) return ok(dialable(spelt, extension));
  const number = lettersToDigits(
    withLetters,
    each.some(({ isNanp }) => isNanp),
  );
  if (countNumbers(number) > 1) return fail({ code: 'severalNumbers' });
  const written = /[+\d][^\p{L}]*$/u.exec(trimAround(number))?.[0] ?? '';
  if (written === '') return fail({ code: 'noDigits' });
  if (/[*#]/.test(number) || SPELT_BEGINNING.test(withLetters))
    return fail({ code: 'invalid', region: regions[0] ?? null });
  return refuseRange(written, regions) ?? readWritten(written, extension, regions);
}

/** "Ref. 030 2026-11-21": digits with a date behind them. */
const DATE_BEHIND = /\d\D+(?:19|20)\d\d-[01]\d-[0-3]\d$/;
/** "030 1234567/4", "02-123-4567 - 0": a lone digit that is none of the number's own. */
const DIGIT_BEHIND = /^(.*\d)(?:\s*[/~]\s*|\s+-\s+)\d$/s;

/**
 * Why the digits are not dialled where the last ones end a range, or a date: a button beside the text dials the first line, or none, as
 * words and blanks tell, which a selection may lack. Null where they are no range, or where such digits are dialled along.
 */
function refuseRange(written: string, regions: readonly Region[]): Result<never, NumberFailure> | null {
  const refused = fail<NumberFailure>({ code: 'severalNumbers' });
  if (DATE_BEHIND.test(written)) return refused;
  const [, before] = DIGIT_BEHIND.exec(written) ?? [];
  if (before !== undefined && readWritten(before, null, regions).ok) return refused;
  const range = lineRange(written);
  const first = range && readWritten(range.first, null, regions);
  if (!range || !first?.ok) return null;
  if (range.sign !== '-') return refused;
  const { callingCode } = first.value;
  if (DIRECT_DIALLING.includes(callingCode)) return isNearLine(range) ? refused : null;
  // In North America it is the whole of the last four digits, or a slip.
  if (callingCode === '1' && range.endLength < 4) return null;
  // Nobody writes a number's last digit behind a dash.
  return range.endLength > 1 && readWritten(written, null, regions).ok ? null : refused;
}

function readWritten(
  written: string,
  extension: string | null,
  regions: readonly Region[],
): Result<DialableNumber, NumberFailure> {
  const digits = written.replace(/\D/g, '');
  if (digits === '') return fail({ code: 'noDigits' });
  if (digits.length > MOST_DIGITS) return fail({ code: 'tooLong' });
  if (/^\++/.test(written)) return dialableAbroad(written, digits, extension);
  const closest = createClosestReading(written.match(/\d+/g) ?? []);
  for (const region of regions) {
    const read = readNational(digits, region);
    if (read && closest.offer(read)) break;
  }
  const read = closest.best() ?? readFormer(digits, regions);
  if (read) return ok(dialable(read, extension));
  return fail(isEmergency(digits) ? { code: 'emergency' } : nationalFailure(digits, regions[0] ?? null));
}

/** Digits behind a prefix that was given up: Mexico's 521, 01 and 044, Poland's 0. */
function readFormer(digits: string, regions: readonly Region[]): ReadNumber | null {
  const codes = regions.map((region) => planOf(region)?.[0] ?? '');
  if (codes.includes(MEXICO)) {
    const read = readFormerInternational(digits, 'bareCallingCode');
    if (read) return read;
  }
  return codes.map((code) => readUndialable(digits, code)).find((read) => read !== null) ?? null;
}

/** Stretches between words with digits enough for a whole number. */
function countNumbers(text: string): number {
  return text.split(/\p{L}+/u).filter((part) => part.replace(/\D/g, '').length >= FEWEST_OF_SEVERAL).length;
}

/** Words around a selected number ("Phone: …", "… (cell)") are not part of it. */
function trimAround(text: string): string {
  return text.replace(/^[^+\d]+/, '').replace(/\D+$/, '');
}

function splitExtension(text: string): { number: string; extension: string | null } {
  // A wave stands before extensions, and before the end of a range in Japan and Korea.
  if (lineRange(text)?.sign === '~') return { number: text, extension: null };
  for (let end = text.length; end > 0; end--) {
    if (text.slice(0, end).replace(/\D/g, '').length < 3) break;
    const found = extensionAt(text, end);
    if (found && text.slice(found.end).trim() === '') return { number: text.slice(0, end), extension: found.digits };
  }
  return { number: text, extension: null };
}

function dialableAbroad(
  written: string,
  digits: string,
  extension: string | null,
): Result<DialableNumber, NumberFailure> {
  // "+44 (0)20": where the plan has no trunk prefix to strip, the bracketed zero is still not dialled from abroad.
  const read =
    readInternational(digits) ??
    readInternational(written.replace(/\(0\)/, '').replace(/\D/g, '')) ??
    readFormerInternational(digits);
  return read ? ok(dialable(read, extension)) : fail(internationalFailure(digits));
}

/** A number that was read, with everything the dial needs. */
function dialable(read: ReadNumber, extension: string | null): DialableNumber {
  const { callingCode, nationalNumber } = read;
  const owner = planKeyFor(callingCode, nationalNumber);
  return {
    e164: `+${callingCode}${nationalNumber}` as E164,
    callingCode,
    nationalNumber,
    extension,
    region: owner !== null && /^[A-Z]/.test(owner) ? (owner as Region) : null,
    kind: kindOf(callingCode, nationalNumber),
  };
}

function internationalFailure(digits: string): NumberFailure {
  const split = splitCallingCode(digits);
  if (!split) return digits.length < 4 ? { code: 'tooShort' } : { code: 'unknownCallingCode' };
  return lengthFailure(split.callingCode, split.rest, null);
}

function nationalFailure(digits: string, region: Region | null): NumberFailure {
  const plan = region && planOf(region);
  if (!plan) return digits.length < 7 ? { code: 'tooShort' } : { code: 'invalid', region };
  const abroad = stripInternationalPrefix(digits, plan);
  if (abroad !== null) return internationalFailure(abroad);
  return lengthFailure(plan[0], stripTrunk(digits, plan), region);
}

function lengthFailure(callingCode: string, nationalNumber: string, region: Region | null): NumberFailure {
  const key = region ?? planKeyFor(callingCode, nationalNumber) ?? planKeysOf(callingCode)[0] ?? '';
  const lengths = planOf(key)?.[3] ?? [];
  const length = nationalNumber.length;
  if (length < (lengths[0] ?? 0)) return { code: 'tooShort' };
  if (length > (lengths[lengths.length - 1] ?? 0) || callingCode.length + length > 15) return { code: 'tooLong' };
  return { code: 'invalid', region: region ?? (/^[A-Z]/.test(key) ? (key as Region) : null) };
}
