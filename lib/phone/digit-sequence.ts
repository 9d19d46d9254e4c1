import { classAt, SPACE } from './characters.ts';
import {
  type DigitRun,
  digitCount,
  groupLength,
  HAS_DASH,
  HAS_DOT,
  HAS_PLUS,
  HAS_SLASH,
  HAS_SPACE,
  leadingDigit,
} from './digit-groups.ts';
import { beginsDate, isCard } from './digit-shapes.ts';
import { labelBefore } from './labels.ts';
import { previousOffset } from './surroundings.ts';

/**
 * Whether groups `from` to `to` are only a part of what is written: spaced groups go on before or after in the same spacing
 * (card numbers, lists, tables of figures), or a prefix with which they were refused stands before. `matchedTo` is where the
 * last number that was found ended.
 */
export function isInSequence(run: DigitRun, from: number, to: number, text: string, matchedTo: number): boolean {
  if (isRestOfNumber(run, from, matchedTo)) return true;
  if (from === to) return false;
  for (let group = from + 1; group <= to; group++) {
    if (run.before[group] !== HAS_SPACE) return false;
  }
  if (!followsFigure(run, from, to) && followsSequence(run, from, text, matchedTo)) return true;
  return goesOn(run, from, to) && !isSaidTwice(run, from, to, text);
}

/** The shortest post code that stands before a number in an address; fewer digits before groups of three are an amount's. */
const POST_CODE = 4;

/** One figure before the number that is no group of it: a post code, a year, a house number before a trunk prefix. */
function followsFigure(run: DigitRun, from: number, to: number): boolean {
  if (from !== 1 || leadingDigit(run, 0) === 0) return false;
  const length = groupLength(run, 0);
  let isAllThrees = true;
  for (let group = from; group <= to; group++) {
    if (groupLength(run, group) === length && (group === from || leadingDigit(run, from) !== 0)) return false;
    isAllThrees &&= groupLength(run, group) === 3;
  }
  // "10 012 345 678": a figure in thousands.
  if (leadingDigit(run, from) === 0) return length > 3 || !isAllThrees;
  return length >= POST_CODE || (length <= 2 && !isAllThrees);
}

/** "Tel. 612 345 678 612 345 679": two numbers of the same groups, and a word that says so. */
function isSaidTwice(run: DigitRun, from: number, to: number, text: string): boolean {
  const groups = to - from + 1;
  if (from !== 0 || run.count !== 2 * groups) return false;
  for (let group = 0; group < groups; group++) {
    if (groupLength(run, group) !== groupLength(run, group + groups)) return false;
  }
  return labelBefore(text, 0, run.start[0] ?? 0) === 'phone';
}

/** Whether the groups are what is left of a number that was refused with its prefix: "+52 1 33 …", "045 33 …". */
function isRestOfNumber(run: DigitRun, from: number, matchedTo: number): boolean {
  if (from === 0 || run.before[from] !== HAS_SPACE || matchedTo >= (run.end[from - 1] ?? 0)) return false;
  if (((run.before[0] ?? 0) & HAS_PLUS) !== 0) return true;
  return leadingDigit(run, from - 1) === 0 && groupLength(run, from - 1) <= 4 && !isJoined(run, from - 1);
}

/** "2024-12-05 541-754-3010", "100-0005 03-…": the end of a date or of a post code, and no prefix. */
function isJoined(run: DigitRun, group: number): boolean {
  const bits = run.before[group] ?? 0;
  return group > 0 && (bits & HAS_SPACE) === 0 && (bits & (HAS_DASH | HAS_DOT | HAS_SLASH)) !== 0;
}

function followsSequence(run: DigitRun, from: number, text: string, matchedTo: number): boolean {
  if (from === 0 || run.before[from] !== HAS_SPACE) return false;
  const [start, previousEnd, previousStart] = [run.start[from] ?? 0, run.end[from - 1] ?? 0, run.start[from - 1] ?? 0];
  if (matchedTo >= previousEnd || start - previousEnd > 1) return false;
  // A time, a decimal or a field before the space is no part of the sequence: "14:30 0171 1234567".
  const before = previousOffset(text, previousStart);
  return before < 0 || classAt(text, before) === SPACE;
}

function goesOn(run: DigitRun, from: number, to: number): boolean {
  const next = to + 1;
  if (next >= run.count || run.before[next] !== HAS_SPACE || (run.start[next] ?? 0) - (run.end[to] ?? 0) > 1)
    return false;
  if (digitCount(run, next, run.count - 1) < 7) return true;
  // "01 40 20 50 50 21/11/2026 10:04", as activities are listed.
  if (beginsDate(run, next)) return false;
  // Two numbers side by side: the second begins as one does, or the groups are not all alike, as a card's are.
  const isNextNumber = leadingDigit(run, next) === 0 || groupLength(run, from) !== groupLength(run, to);
  return !isNextNumber || isCard(run, from);
}
