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
/** What stands before the groups is no part of them although nothing but a blank parts it: the digit of "Phone 2". */
export const ENDS_LABEL = 512;
export const HAS_BULLET = 1024;

/**
 * Digit groups with nothing but separators between them; a plus begins a new run. Plain arrays that are used again for each
 * run: the scan of a page would otherwise spend most of its time making objects.
 */
export interface DigitRun {
  count: number;
  /** How many toll-free prefixes stand before a letter in the part of the text that was read so far, and the offset after each one's digits. */
  vanityCount: number;
  readonly vanityEnd: number[];
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
  return { count: 0, vanityCount: 0, vanityEnd: [], start: [], end: [], first: [0], before: [], digits: [] };
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

/** The ASCII digits of each group from `from` to `to`, both included. */
export function groupTexts(run: DigitRun, from: number, to: number): string[] {
  const texts: string[] = [];
  for (let group = from; group <= to; group++) texts.push(digitText(run, group, group));
  return texts;
}
