import {
  type DigitRun,
  ENDS_LABEL,
  groupLength,
  groupValue,
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
  leadingDigit,
} from './digit-groups.ts';
import { isNearLine } from './line-range.ts';

const PARTS = HAS_DASH | HAS_DOT | HAS_SLASH;

/** What stands before a group, a point at half height as any point: 12·03·2026 is a date. */
function separator(run: DigitRun, group: number): number {
  const bits = run.before[group] ?? 0;
  return (bits & HAS_BULLET) === 0 ? bits : HAS_DOT;
}

/** Day and month of a date, in either order. */
function isDayAndMonth(a: number, b: number): boolean {
  return a >= 1 && b >= 1 && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31));
}

function isYear(run: DigitRun, group: number): boolean {
  if (groupLength(run, group) !== 4) return false;
  const value = groupValue(run, group);
  return value >= 1900 && value <= 2099;
}

/** Whether three groups from `group` on are a date: year first or last, one separator between them, nothing glued on. */
function isDateAt(run: DigitRun, group: number, last: number): boolean {
  const between = separator(run, group + 1);
  if ((between & PARTS) === 0) return false;
  if (group + 2 > last || separator(run, group + 2) !== between) return isMonthAt(run, group, between, last);
  if (group + 3 <= last && separator(run, group + 3) === between) return false;
  const [a, b, c] = [groupLength(run, group), groupLength(run, group + 1), groupLength(run, group + 2)];
  if (group > 0 && (separator(run, group) & PARTS) !== 0 && (separator(run, group) & HAS_SPACE) === 0) return false;
  if (c === 2 && followsAreaCode(run, group)) return false;
  if (a === 4 && b <= 2 && c <= 2) {
    return isYear(run, group) && isDayAndMonth(groupValue(run, group + 1), groupValue(run, group + 2));
  }
  if (a > 2 || b > 2) return false;
  const isYearLast = isYear(run, group + 2) || (c === 2 && (between & HAS_SPACE) === 0);
  return isYearLast && isDayAndMonth(groupValue(run, group), groupValue(run, group + 1));
}

/** "(4212) 30-12-25", "+7 3452 20-11-19", "0888 12-10-20": pairs behind an area code are a number's, whatever their value. */
function followsAreaCode(run: DigitRun, group: number): boolean {
  if (group === 0) return false;
  if ((separator(run, group) & HAS_CLOSE) !== 0) return true;
  const length = groupLength(run, group - 1);
  const isLed = leadingDigit(run, group - 1) === 0 || ((separator(run, 0) & HAS_PLUS) !== 0 && group > 1);
  return isLed && length >= 3 && length <= 5;
}

/** "03.2026" or "03/2026", alone or before the dash of a range. */
function isMonthAt(run: DigitRun, group: number, between: number, last: number): boolean {
  if ((between & (HAS_DOT | HAS_SLASH)) === 0 || groupLength(run, group) !== 2 || !isYear(run, group + 1)) return false;
  if (groupValue(run, group) < 1 || groupValue(run, group) > 12) return false;
  return group + 1 === last || (separator(run, group + 2) & HAS_DASH) !== 0;
}

/** "2024-2025", "2024/2025": two years; "0900-1730": two times of a day by the quarter hour. */
function isSpan(run: DigitRun, from: number, to: number): boolean {
  if ((separator(run, to) & PARTS) === 0 || groupValue(run, from) >= groupValue(run, to)) return false;
  if (isYear(run, from) && isYear(run, to)) return true;
  return (separator(run, to) & HAS_DASH) !== 0 && isQuarterHour(run, from) && isQuarterHour(run, to);
}

function isQuarterHour(run: DigitRun, group: number): boolean {
  const value = groupValue(run, group);
  return groupLength(run, group) === 4 && value <= 2400 && value % 100 < 60 && (value % 100) % 15 === 0;
}

/** Whether a date stands anywhere in groups `from` to `to`, or the whole is year-month-day without separators. */
export function holdsDate(run: DigitRun, from: number, to: number): boolean {
  if (to === from + 1 && isSpan(run, from, to)) return true;
  for (let group = from; group < to; group++) {
    if (isDateAt(run, group, to)) return true;
  }
  if (groupLength(run, from) !== 8 || to > from + 1) return false;
  const value = groupValue(run, from);
  const year = Math.floor(value / 10_000);
  return year >= 1900 && year <= 2099 && isDayAndMonth(value % 100, Math.floor(value / 100) % 100);
}

/** Whether a date of three groups begins at a group. */
export function beginsDate(run: DigitRun, group: number): boolean {
  return group + 2 < run.count && isDateAt(run, group, run.count - 1);
}

/** Whether a group is day, month and year without separators, as 31122025; where a word says phone it is a number all the same. */
export function isDayFirst(run: DigitRun, group: number): boolean {
  if (groupLength(run, group) !== 8) return false;
  const value = groupValue(run, group);
  const year = value % 10_000;
  return year >= 1900 && year <= 2099 && isDayAndMonth(Math.floor(value / 1_000_000), Math.floor(value / 10_000) % 100);
}

/** Whether the groups are an IPv4 address: four dotted numbers up to 255 without leading zeros. */
export function isIpAddress(run: DigitRun, from: number, to: number): boolean {
  // Four pairs are how Norwegians and Danes write their numbers; addresses of four pairs are rare.
  if (to - from !== 3 || isInPairs(run, from, to)) return false;
  for (let group = from; group <= to; group++) {
    const length = groupLength(run, group);
    if (length > 3 || (length > 1 && leadingDigit(run, group) === 0)) return false;
    if ((group > from && separator(run, group) !== HAS_DOT) || groupValue(run, group) > 255) return false;
  }
  return true;
}

/** Whether an IPv4 address is one of a private network, or of the machine itself: no number is written so, not even a telephone's. */
export function isPrivateAddress(run: DigitRun, from: number): boolean {
  const [a, b] = [groupValue(run, from), groupValue(run, from + 1)];
  return a === 10 || a === 127 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b <= 31);
}

/** Whether the last group, short and after a slash or a wave, is the end of a second number: 030 1234567/68, 02-312-3456~8. */
export function endsInRange(run: DigitRun, from: number, to: number): boolean {
  const sign = separator(run, to) & ~HAS_SPACE;
  if (to - from < 2 || (sign !== HAS_SLASH && sign !== HAS_TILDE)) return false;
  return groupLength(run, to) <= 3 && groupLength(run, to) < groupLength(run, to - 1);
}

/** Whether the last group is the last two digits of a line soon after the one before the dash: "030 1234567-69" has three lines. */
export function endsInLines(run: DigitRun, from: number, to: number): boolean {
  if (to - from < 2 || separator(run, to) !== HAS_DASH || groupLength(run, to) !== 2) return false;
  // Behind a plus it is not told where the area code ends.
  const isWhole = (separator(run, from) & HAS_PLUS) !== 0;
  const lineLength = (run.first[to] ?? 0) - (run.first[isWhole ? to - 1 : from + 1] ?? 0);
  const gap = groupValue(run, to) - (groupValue(run, to - 1) % 100);
  return groupLength(run, to - 1) >= 2 && isNearLine({ endLength: 2, gap, lineLength });
}

function isInPairs(run: DigitRun, from: number, to: number): boolean {
  for (let group = from; group <= to; group++) if (groupLength(run, group) !== 2) return false;
  return true;
}

/** Whether any separator inside the groups is the end of a label, a plus, a dash, dot or slash written twice, or a slash with a dash: "227-0 / -327". */
export function isParted(run: DigitRun, from: number, to: number): boolean {
  for (let group = from + 1; group <= to; group++) {
    const bits = separator(run, group);
    if (
      (bits & (HAS_PLUS | HAS_DOUBLE | ENDS_LABEL)) !== 0 ||
      (bits & (HAS_SLASH | HAS_DASH)) === (HAS_SLASH | HAS_DASH)
    )
      return true;
    if (beginsAgain(run, from, group)) return true;
  }
  return false;
}

/** "02 1234567 - 02 1234568": the same area code behind a sign with a blank begins the next number. */
function beginsAgain(run: DigitRun, from: number, group: number): boolean {
  const bits = separator(run, group);
  if ((bits & HAS_SPACE) === 0 || (bits & (HAS_DASH | HAS_SLASH)) === 0 || leadingDigit(run, group) !== 0) return false;
  const length = groupLength(run, group);
  return length > 1 && length === groupLength(run, from) && groupValue(run, group) === groupValue(run, from);
}

/** Whether all digits are the same: filler, never a customer's number. */
export function isOneDigit(run: DigitRun, from: number, to: number): boolean {
  const start = run.first[from] ?? 0;
  const end = run.first[to + 1] ?? 0;
  for (let index = start + 1; index < end; index++) {
    if (run.digits[index] !== run.digits[start]) return false;
  }
  return true;
}

/** Whether a number is spelt out digit by digit, with wider gaps between its groups: 0 3   3 3 1   6 0 0 5. */
export function isSpelledOut(run: DigitRun, from: number, to: number): boolean {
  if (to - from + 1 !== (run.first[to + 1] ?? 0) - (run.first[from] ?? 0)) return false;
  for (let group = from + 1; group <= to; group++) {
    if ((run.start[group] ?? 0) - (run.end[group - 1] ?? 0) > 1) return true;
  }
  return false;
}

/** Groups as the North American plan writes them: 3-3-4, 3-7 or 10 digits, a 1 before, alone or glued on. */
export function isNanpShape(run: DigitRun, from: number, to: number): boolean {
  let area = from;
  if (leadingDigit(run, from) === 1) {
    if (groupLength(run, from) !== 1) return isGluedTrunk(run, from, to);
    area = from + 1;
  }
  const groups = to - area;
  if (groups < 0 || groups > 2) return false;
  const areaLength = groupLength(run, area);
  // "1.4142135624": ten digits behind a point are a figure's.
  if (groups === 0) return areaLength === 10 && (area === from || separator(run, area) !== HAS_DOT);
  if (areaLength !== 3) return false;
  if (groups === 1) return groupLength(run, to) === 7 && separator(run, to) !== HAS_DOT;
  return groupLength(run, area + 1) === 3 && groupLength(run, to) === 4;
}

/** 14155552671, 1800 555 1234, 1800 5551234. */
function isGluedTrunk(run: DigitRun, from: number, to: number): boolean {
  if (from === to) return groupLength(run, from) === 11;
  if (groupLength(run, from) !== 4) return false;
  if (to - from === 1) return groupLength(run, to) === 7 && separator(run, to) !== HAS_DOT;
  return to - from === 2 && groupLength(run, from + 1) + groupLength(run, to) === 7 && groupLength(run, to) >= 3;
}

/** Most groups a number is written in: 0 (6) 12 34 56 78 has six, with a calling code seven. */
const MOST_GROUPS = 7;

/**
 * Groups as people elsewhere write them. Lone digits stand at the beginning (trunk prefix, calling code, area code) or,
 * after a dash, at the end (German extensions), and the last but one where a trunk prefix is glued on (0850 222 0 333); brackets open at the beginning; slashes are one (with a calling code two), or everywhere. `extra` is
 * how many groups a calling code may put before.
 */
export function isWorldShape(run: DigitRun, from: number, to: number, extra: number): boolean {
  const groups = to - from + 1;
  if (groups > MOST_GROUPS + extra) return false;
  let singles = 0;
  let slashes = 0;
  const isTrunkApart =
    (separator(run, from) & HAS_OPEN) !== 0 || (groupLength(run, from) === 1 && leadingDigit(run, from) === 0);
  const firstInner = from + 2 + extra + (isTrunkApart ? 1 : 0);
  const mayBeSingle = leadingDigit(run, from) === 0 && groupLength(run, to) === 3 ? to - 1 : -1;
  for (let group = from + 1; group <= to; group++) {
    const bits = separator(run, group);
    if (
      groupLength(run, group) === 1 &&
      group >= firstInner &&
      group !== mayBeSingle &&
      (group !== to || (bits & HAS_DASH) === 0)
    )
      singles++;
    if ((bits & HAS_SLASH) !== 0) slashes++;
    if ((bits & HAS_OPEN) !== 0 && group > from + 1 + 2 * extra) return false;
  }
  return singles === 0 && (slashes <= 1 + extra || slashes === groups - 1);
}

/** The largest whole degree of a coordinate. */
const MOST_DEGREES = 180;

/**
 * Two groups with a dot between them, the first without a leading zero or nothing but it: 5127.9962 and 0.301234 are figures
 * to most readers. A code of three digits with six or more after it is read as a number where no coordinate can be so large:
 * 333.1234567.
 */
export function isDecimal(run: DigitRun, from: number, to: number): boolean {
  if (to !== from + 1 || separator(run, to) !== HAS_DOT) return false;
  if (leadingDigit(run, from) === 0) return groupLength(run, from) === 1;
  return groupLength(run, from) !== 3 || groupLength(run, to) < 6 || groupValue(run, from) <= MOST_DEGREES;
}

/** Social security numbers of the US (123-45-6789), post codes of the US with their four (12345-6789), Korea's companies (120-81-47521). */
const ID_SHAPES: readonly (readonly number[])[] = [
  [3, 2, 4],
  [5, 4],
  [3, 2, 5],
];

/** Brazil's tax numbers of people: 111.444.777-35. */
function isTaxShape(run: DigitRun, from: number, to: number): boolean {
  return (
    to - from === 3 &&
    [3, 3, 3, 2].every((length, index) => groupLength(run, from + index) === length) &&
    separator(run, from + 1) === HAS_DOT &&
    separator(run, to - 1) === HAS_DOT &&
    separator(run, to) === HAS_DASH
  );
}

/** Whether the groups, with dashes between, are those of an id that stands on pages of any country. */
export function isIdShape(run: DigitRun, from: number, to: number): boolean {
  if (isTaxShape(run, from, to)) return true;
  return ID_SHAPES.some(
    (lengths) =>
      lengths.length === to - from + 1 &&
      lengths.every(
        (length, index) =>
          groupLength(run, from + index) === length && (index === 0 || separator(run, from + index) === HAS_DASH),
      ),
  );
}

/** Whether a payment card's four groups of four begin at a group, whichever digits lead them. */
export function isCard(run: DigitRun, from: number): boolean {
  for (let group = from; group < from + 4; group++) {
    if (group >= run.count || groupLength(run, group) !== 4) return false;
  }
  return true;
}
