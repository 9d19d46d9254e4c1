import {
  BREAK,
  CLASS_OF,
  CLOSE,
  classAt,
  DASH,
  DIGIT,
  DOT,
  INVISIBLE,
  LETTER,
  OPEN,
  PLUS,
  SLASH,
  SPACE,
  TILDE,
} from './characters.ts';

/** Bits of what stands between two groups of digits. */
export const HAS_SPACE = 1;
export const HAS_DASH = 2;
export const HAS_DOT = 4;
export const HAS_SLASH = 8;
export const HAS_OPEN = 16;
export const HAS_CLOSE = 32;
export const HAS_PLUS = 64;
export const HAS_TILDE = 128;
/** The same dash, dot or slash twice: `--` parts two numbers. */
export const HAS_DOUBLE = 256;

/** More signs than this between two groups part two numbers (libphonenumber's own limit). */
const MOST_SEPARATORS = 4;
/** Runs of digits longer than any number with its prefixes are card, tracking or hash digits. */
const LONGEST_GROUP = 17;

const BIT_OF: Readonly<Record<number, number>> = {
  [SPACE]: HAS_SPACE,
  [DASH]: HAS_DASH,
  [DOT]: HAS_DOT,
  [SLASH]: HAS_SLASH,
  [OPEN]: HAS_OPEN,
  [CLOSE]: HAS_CLOSE,
  [TILDE]: HAS_TILDE,
};

/** The separator bit of each class, zero for the rest, as a table for the scan's inner loop. */
const SEPARATOR_BITS = Uint16Array.from({ length: DIGIT + 10 }, (_, kind) => BIT_OF[kind] ?? 0);

/**
 * Digit groups with nothing but separators between them; a plus begins a new run. Plain arrays that are used again for each
 * run: the scan of a page would otherwise spend most of its time making objects.
 */
export interface DigitRun {
  count: number;
  /** Whether a toll-free prefix stands before a letter in the part of the text that was read so far. */
  hasVanity: boolean;
  /** Offset in the text of each group's first digit and of the sign after its last. */
  readonly start: number[];
  readonly end: number[];
  /** Index in `digits` of each group's first digit; one more entry marks the end. */
  readonly first: number[];
  /** What stands before each group; before the first one, since the last sign that is no separator. */
  readonly before: number[];
  /** Values 0 to 9. */
  readonly digits: number[];
}

export function createRun(): DigitRun {
  return { count: 0, hasVanity: false, start: [], end: [], first: [0], before: [], digits: [] };
}

/** Number of digits from group `from` to group `to`, both included. */
export function digitCount(run: DigitRun, from: number, to: number): number {
  return (run.first[to + 1] ?? 0) - (run.first[from] ?? 0);
}

export function groupLength(run: DigitRun, group: number): number {
  return (run.first[group + 1] ?? 0) - (run.first[group] ?? 0);
}

/** The first digit of a group. */
export function leadingDigit(run: DigitRun, group: number): number {
  return run.digits[run.first[group] ?? 0] ?? 0;
}

/** The value of the number a group spells. */
export function groupValue(run: DigitRun, group: number): number {
  let value = 0;
  for (let index = run.first[group] ?? 0; index < (run.first[group + 1] ?? 0); index++) {
    value = value * 10 + (run.digits[index] ?? 0);
  }
  return value;
}

/** The ASCII digits from group `from` to group `to`, both included. */
export function digitText(run: DigitRun, from: number, to: number): string {
  let text = '';
  for (let index = run.first[from] ?? 0; index < (run.first[to + 1] ?? 0); index++) text += run.digits[index];
  return text;
}

/** A calling code and the shortest national number. */
const FEWEST_AFTER_PLUS = 7;
/** So many signs without a digit, and the regular expression engine finds the next one faster than the loop below. */
const LONG_GAP = 24;
const NEXT_DIGIT = /[0-9\u0660-\uff19]/g;

/**
 * The offset of the next digit from `offset` on, with the separators that stand right before it, back to `lowest`; the text's
 * length when there is none.
 */
function skipToDigit(text: string, offset: number, lowest: number): number {
  let at = nextDigit(text, offset);
  if (at === text.length) return at;
  const nearest = Math.max(lowest, at - MOST_SEPARATORS);
  while (at > nearest && classAt(text, at - 1) < LETTER) at--;
  return at;
}

function nextDigit(text: string, offset: number): number {
  const near = Math.min(text.length, offset + LONG_GAP);
  for (let at = offset; at < near; at++) if ((CLASS_OF[text.charCodeAt(at)] ?? BREAK) >= DIGIT) return at;
  if (near === text.length) return near;
  NEXT_DIGIT.lastIndex = near;
  return NEXT_DIGIT.test(text) ? NEXT_DIGIT.lastIndex - 1 : text.length;
}

/** Whether the last group of digits is 8xx or 18xx. */
function isTollFree(digits: readonly number[], total: number, length: number): boolean {
  return digits[total - 3] === 8 && (length === 3 || (length === 4 && digits[total - 4] === 1));
}

/**
 * Goes through a text from `offset` on and fills `run` with the next run of at least `fewest` digits (7 after a plus).
 * Answers the offset to go on from, or -1 at the end of the text.
 */
export function nextRun(text: string, offset: number, fewest: number, run: DigitRun): number {
  const { start, end, first, before, digits } = run;
  const length = text.length;
  let count = 0;
  let total = 0;
  let bits = 0;
  let separators = 0;
  let last = BREAK;
  let at = offset;
  if (at === 0) {
    run.hasVanity = false;
    at = skipToDigit(text, 0, 0);
    if (length - at < Math.min(fewest, FEWEST_AFTER_PLUS)) return -1;
  }
  let quiet = 0;
  while (at < length) {
    if (quiet > LONG_GAP && count === 0) {
      // What has been read since the last digit may be the plus or bracket of the next number.
      at = skipToDigit(text, at, at - quiet);
      quiet = 0;
      bits = 0;
      separators = 0;
      last = BREAK;
      continue;
    }
    let kind = CLASS_OF[text.charCodeAt(at)] ?? BREAK;
    if (kind >= DIGIT) {
      if (count === 0 || separators > 0) {
        start[count] = at;
        first[count] = total;
        before[count] = bits;
        count++;
      }
      do {
        digits[total++] = kind - DIGIT;
        at++;
        kind = at < length ? (CLASS_OF[text.charCodeAt(at)] ?? BREAK) : BREAK;
      } while (kind >= DIGIT);
      end[count - 1] = at;
      first[count] = total;
      bits = 0;
      separators = 0;
      last = DIGIT;
      quiet = 0;
      if (total - (first[count - 1] ?? 0) > LONGEST_GROUP) count = total = 0;
      continue;
    }
    quiet++;
    if (kind !== INVISIBLE) {
      const bit = SEPARATOR_BITS[kind] ?? 0;
      if (bit !== 0 && separators < MOST_SEPARATORS) {
        if (kind === last && (bit & (HAS_SPACE | HAS_OPEN | HAS_CLOSE)) === 0) bits |= HAS_DOUBLE;
        bits |= bit;
        separators++;
      } else {
        if (count > 0) {
          if (kind === LETTER && isTollFree(digits, total, total - (first[count - 1] ?? 0))) run.hasVanity = true;
          if (total >= fewest || (total >= FEWEST_AFTER_PLUS && ((before[0] ?? 0) & HAS_PLUS) !== 0)) {
            run.count = count;
            return at;
          }
          count = 0;
          total = 0;
        }
        // A bracket that opened before the plus is the plus's own.
        bits = kind === PLUS ? (bits & HAS_OPEN) | HAS_PLUS : bit;
        separators = 0;
      }
      last = kind;
    }
    at++;
  }
  run.count = count;
  return total >= fewest || (total >= FEWEST_AFTER_PLUS && ((before[0] ?? 0) & HAS_PLUS) !== 0) ? length : -1;
}
