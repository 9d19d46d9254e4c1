import {
  BREAK,
  BULLET,
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
import {
  type DigitRun,
  HAS_BULLET,
  HAS_CLOSE,
  HAS_DASH,
  HAS_DOT,
  HAS_DOUBLE,
  HAS_OPEN,
  HAS_PLUS,
  HAS_SLASH,
  HAS_SPACE,
  HAS_TILDE,
} from './digit-groups.ts';

/** More signs than this between two groups part two numbers (libphonenumber's own limit). */
const MOST_SEPARATORS = 4;
/** Runs of digits longer than any number with its prefixes are card, tracking or hash digits. */
const LONGEST_GROUP = 17;
/** A calling code and the shortest national number. */
const FEWEST_AFTER_PLUS = 7;
/** So many signs without a digit, and the regular expression engine finds the next one faster than a loop does. */
const LONG_GAP = 24;
const NEXT_DIGIT = /[0-9\u0660-\uff19]/g;

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

/** Two of these in a row are no more than one. */
const MAY_REPEAT = HAS_SPACE | HAS_OPEN | HAS_CLOSE;

/** What the scan has read since the last digit, and how many digits the run has. One for all calls, as the run is. */
const seen = { total: 0, bits: 0, separators: 0, last: BREAK };

/**
 * Goes through a text from `offset` on and fills `run` with the next run of at least `fewest` digits (7 after a plus).
 * Answers the offset to go on from, or -1 at the end of the text.
 */
export function nextRun(text: string, offset: number, fewest: number, run: DigitRun): number {
  run.count = 0;
  seen.total = 0;
  forget();
  if (offset === 0) run.vanityCount = 0;
  let at = skipToDigit(text, offset);
  if (text.length - at < Math.min(fewest, FEWEST_AFTER_PLUS)) return -1;
  while (at < text.length) {
    const kind = CLASS_OF[text.charCodeAt(at)] ?? BREAK;
    if (kind >= DIGIT) at = readGroup(text, at, run);
    else if (continues(kind) || isTightBullet(kind, text, at)) at++;
    else if (endRun(kind, fewest, run)) return at;
    else at = maySeparate(kind) ? at + 1 : skipToDigit(text, at + 1);
  }
  return isLongEnough(fewest, run) ? at : -1;
}

/** Takes the digits from `at` on as the run's next group, and answers the offset after them. */
function readGroup(text: string, at: number, run: DigitRun): number {
  const { digits, first } = run;
  let { total } = seen;
  // Digits with only invisible signs between them are one group.
  if (run.count === 0 || seen.separators > 0) {
    run.start[run.count] = at;
    first[run.count] = total;
    run.before[run.count] = seen.bits;
    run.count++;
  }
  let next = at;
  for (let kind = classAt(text, at); kind >= DIGIT; kind = next < text.length ? classAt(text, next) : BREAK) {
    digits[total++] = kind - DIGIT;
    next++;
  }
  run.end[run.count - 1] = next;
  first[run.count] = total;
  forget();
  seen.last = DIGIT;
  if (total - (first[run.count - 1] ?? 0) > LONGEST_GROUP) run.count = total = 0;
  seen.total = total;
  return next;
}

/** Takes a sign that may stand within a number; false for one that ends the run. */
function continues(kind: number): boolean {
  if (kind === INVISIBLE) return true;
  const bit = SEPARATOR_BITS[kind] ?? 0;
  if (bit === 0 || seen.separators >= MOST_SEPARATORS) return false;
  if (kind === seen.last && (bit & MAY_REPEAT) === 0) seen.bits |= HAS_DOUBLE;
  seen.bits |= bit;
  seen.separators++;
  seen.last = kind;
  return true;
}

/** "415·555·2671": takes a point at half height with a digit on either side; with a blank beside it, it parts numbers. */
function isTightBullet(kind: number, text: string, at: number): boolean {
  if (kind !== BULLET || seen.last !== DIGIT || classAt(text, at + 1) < DIGIT) return false;
  seen.bits = HAS_BULLET;
  seen.separators = 1;
  seen.last = BULLET;
  return true;
}

/** Ends the run before a sign. True where it has digits enough; else it is forgotten, and the next begins here. */
function endRun(kind: number, fewest: number, run: DigitRun): boolean {
  if (run.count > 0) {
    if (kind === LETTER && endsTollFree(run)) run.vanityEnd[run.vanityCount++] = run.end[run.count - 1] ?? 0;
    if (isLongEnough(fewest, run)) return true;
    run.count = seen.total = 0;
  }
  // A bracket that opened before the plus is the plus's own.
  seen.bits = kind === PLUS ? (seen.bits & HAS_OPEN) | HAS_PLUS : (SEPARATOR_BITS[kind] ?? 0);
  seen.separators = 0;
  seen.last = kind;
  return false;
}

function forget(): void {
  seen.bits = 0;
  seen.separators = 0;
  seen.last = BREAK;
}

function isLongEnough(fewest: number, run: DigitRun): boolean {
  return seen.total >= fewest || (seen.total >= FEWEST_AFTER_PLUS && ((run.before[0] ?? 0) & HAS_PLUS) !== 0);
}

/** Whether words may stand for the digits behind the last group but at most one: for all of the rest or for its end. */
function endsTollFree(run: DigitRun): boolean {
  return isTollFree(run, run.count - 1) || isTollFree(run, run.count - 2);
}

/** 8xx, by itself or behind a 0 or 1, and 1300. */
function isTollFree({ digits, first, count }: DigitRun, group: number): boolean {
  const end = group + 1 < count ? (first[group + 1] ?? 0) : seen.total;
  const length = end - (first[group] ?? 0);
  if (group < 0 || length < 3 || length > 4) return false;
  const [lead, hundreds] = [digits[end - 4] ?? 9, digits[end - 3]];
  if (hundreds === 8) return length === 3 || lead <= 1;
  return length === 4 && lead === 1 && hundreds === 3 && digits[end - 2] === 0 && digits[end - 1] === 0;
}

/** The offset of the next digit from `offset` on, with what stands right before it and may belong to it; the text's length when there is none. */
function skipToDigit(text: string, offset: number): number {
  let at = nextDigit(text, offset);
  if (at === text.length) return at;
  while (at > offset && maySeparate(CLASS_OF[text.charCodeAt(at - 1)] ?? BREAK)) at--;
  return at;
}

/** A sign between groups or before the first; after any other sign nothing that has been read matters. */
function maySeparate(kind: number): boolean {
  return kind !== BREAK && kind < LETTER;
}

function nextDigit(text: string, offset: number): number {
  const near = Math.min(text.length, offset + LONG_GAP);
  for (let at = offset; at < near; at++) if ((CLASS_OF[text.charCodeAt(at)] ?? BREAK) >= DIGIT) return at;
  if (near === text.length) return near;
  NEXT_DIGIT.lastIndex = near;
  return NEXT_DIGIT.test(text) ? NEXT_DIGIT.lastIndex - 1 : text.length;
}
