import { asciiDigits } from './characters.ts';
import { type DigitRun, digitCount, groupLength, HAS_CLOSE, HAS_OPEN } from './digit-groups.ts';
import type { RangeSuffix } from './range-suffix.ts';
import type { ReadNumber } from './read-digits.ts';
import type { Candidate } from './search.ts';
import { isValidNational } from './validity.ts';

/** An area code, and how the subscriber's digits after it are written. */
export interface Area {
  readonly callingCode: string;
  readonly code: string;
  readonly groupLengths: readonly number[];
}

/** Shorter local numbers may be a post code, a house or a date. */
const FEWEST_DIGITS = 5;
/** The same for digits in one piece: post codes have up to six. */
const FEWEST_BARE_DIGITS = 7;

/** A comma, a semicolon, a slash, a point at half height, or "or" and "and" in the languages of the labels. */
const BETWEEN = /(?:\s?[,;/\u00b7\u2022]\s?| (?:or|and|oder|und|ou|et|o|y|e|lub|i|of|en|и|или|і|або) )(?=\d)/uy;
const GROUPS = /\d+(?:[-. \u00a0\u2010-\u2013]\d+)*/y;
/** What makes the digits before it a part of something longer. */
const GOES_ON = /[-./(:]?\d|\p{L}|\s?[(/]\d/uy;

/**
 * The area of a number that is written apart from the rest: in brackets, with its trunk prefix, or as North Americans do. Null
 * where it cannot be told.
 */
export function areaOf(run: DigitRun, { from, to }: Candidate, read: ReadNumber): Area | null {
  const last = areaGroup(run, from, to, read);
  if (last < 0) return null;
  const count = digitCount(run, last + 1, to);
  const code = read.nationalNumber.slice(0, -count);
  if (count < FEWEST_DIGITS || code === '') return null;
  const groupLengths: number[] = [];
  for (let group = last + 1; group <= to; group++) groupLengths.push(groupLength(run, group));
  return { callingCode: read.callingCode, code, groupLengths };
}

/** The group of a number that ends its area code; -1 when none does. */
function areaGroup(run: DigitRun, from: number, to: number, read: ReadNumber): number {
  for (let group = from; group < Math.min(to, from + 2); group++) {
    const isOpen = ((run.before[group] ?? 0) & HAS_OPEN) !== 0;
    if (isOpen && ((run.before[group + 1] ?? 0) & HAS_CLOSE) !== 0) return group;
  }
  if (read.form !== 'national' || to === from) return -1;
  if (read.callingCode === '1') return to - from === 2 ? from : -1;
  return read.trunk && groupLength(run, from) > 1 ? from : -1;
}

/**
 * The local number after a number of an area that ends at `end`, with the area's code: "(4852) 59-32-40, 59-32-43". It is written in
 * the same groups, or in one piece behind a slash or where `isSaid` tells that a word says phone.
 */
export function localNumberAt(text: string, end: number, area: Area, isSaid: boolean): RangeSuffix | null {
  BETWEEN.lastIndex = end;
  if (!BETWEEN.test(text)) return null;
  const start = BETWEEN.lastIndex;
  GROUPS.lastIndex = start;
  const raw = GROUPS.exec(text)?.[0] ?? '';
  GOES_ON.lastIndex = start + raw.length;
  if (raw === '' || !isWrittenAlike(raw, area, isSaid || text[end] === '/') || GOES_ON.test(text)) return null;
  const nationalNumber = area.code + asciiDigits(raw);
  if (!isValidNational(area.callingCode, nationalNumber)) return null;
  return { start, end: start + raw.length, nationalNumber };
}

function isWrittenAlike(raw: string, { groupLengths }: Area, mayBeBare: boolean): boolean {
  const groups = raw.split(/\D/);
  if (groups.length === 1) {
    const count = groupLengths.reduce((sum, length) => sum + length, 0);
    return mayBeBare && raw.length === count && count >= FEWEST_BARE_DIGITS;
  }
  return groups.length === groupLengths.length && groups.every((group, index) => group.length === groupLengths[index]);
}
