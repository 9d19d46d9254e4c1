import { BREAK, CLASS_OF, CLOSE, DASH, DIGIT, DOT, INVISIBLE, OPEN, PLUS, SLASH, SPACE, TILDE } from './characters.ts';

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
  [PLUS]: HAS_PLUS,
  [TILDE]: HAS_TILDE,
};

/** The separator bit of each class, zero for the rest, as a table for the scan's inner loop. */
const SEPARATOR_BITS = Uint16Array.from({ length: DIGIT + 10 }, (_, kind) => BIT_OF[kind] ?? 0);

/**
 * Digit groups with nothing but separators between them. Plain arrays that are used again for each run: the scan of a page
 * would otherwise spend most of its time making objects.
 */
export interface DigitRun {
  count: number;
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
  return { count: 0, start: [], end: [], first: [0], before: [], digits: [] };
}

/** Number of digits from group `from` to group `to`, both included. */
export function digitCount(run: DigitRun, from: number, to: number): number {
  return (run.first[to + 1] ?? 0) - (run.first[from] ?? 0);
}

export function groupLength(run: DigitRun, group: number): number {
  return digitCount(run, group, group);
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

/** Goes through a text once and hands on each run of groups that holds at least `fewestDigits`; the run is reused. */
export function scanRuns(text: string, fewestDigits: number, run: DigitRun, onRun: () => void): void {
  const { start, end, first, before, digits } = run;
  let count = 0;
  let total = 0;
  let bits = 0;
  let separators = 0;
  let last = BREAK;
  for (let offset = 0; offset <= text.length; offset++) {
    const kind = offset < text.length ? (CLASS_OF[text.charCodeAt(offset)] ?? BREAK) : BREAK;
    if (kind >= DIGIT) {
      const joins = count > 0 && separators === 0 && end[count - 1] !== undefined;
      if (!joins) {
        start[count] = offset;
        first[count] = total;
        before[count] = bits;
        count++;
      }
      let value = kind;
      while (value >= DIGIT) {
        digits[total++] = value - DIGIT;
        offset++;
        value = CLASS_OF[text.charCodeAt(offset)] ?? BREAK;
      }
      end[count - 1] = offset;
      first[count] = total;
      offset--;
      bits = 0;
      separators = 0;
      last = DIGIT;
      if (total - (first[count - 1] ?? 0) <= LONGEST_GROUP) continue;
      count = 0;
      total = 0;
      bits = HAS_DOUBLE;
      separators = MOST_SEPARATORS + 1;
      continue;
    }
    if (kind === INVISIBLE) continue;
    const bit = SEPARATOR_BITS[kind] ?? 0;
    if (bit !== 0) {
      if (kind === last && kind !== SPACE && kind !== OPEN && kind !== PLUS) bits |= HAS_DOUBLE;
      bits |= bit;
      separators++;
      last = kind;
      if (separators <= MOST_SEPARATORS) continue;
    }
    if (count > 0) {
      run.count = count;
      if (total >= fewestDigits) onRun();
      count = 0;
      total = 0;
    }
    if (bit === 0) {
      bits = 0;
      separators = 0;
      last = kind;
    } else {
      bits = bit;
    }
  }
}
