import {
  type DigitRun,
  digitCount,
  digitText,
  groupLength,
  groupValue,
  HAS_DASH,
  HAS_OPEN,
  HAS_PLUS,
  HAS_TILDE,
  leadingDigit,
} from './digit-groups.ts';
import { holdsDate } from './digit-shapes.ts';
import { judge } from './judge.ts';
import { DIRECT_DIALLING } from './line-range.ts';
import { stripInternationalPrefix } from './read-digits.ts';
import { labelFor, noteRefusal, type Refusal, type Search } from './search.ts';

/** Up to two digits after a dash are the last of a switchboard's numbers, up to five an extension; after a wave, another number's. */
const LONGEST_REST = 5;
const LONGEST_RANGE_END = 2;
/** An area code and two groups. */
const FEWEST_UNSAID = 3;
/** The lines of one switchboard are no further apart. */
const MOST_APART = 99;
/** Where neither a word nor a prefix says phone. */
const MOST_APART_UNSAID = 9;
/** Fewer are a date's, or a year's and a month's. */
const FEWEST_BEFORE_REST = 7;

/**
 * "08-123 456 78-80", "234 567 890-900": whether all but the last group is a number in the groups of its country, which is taken where
 * what follows is the end of a range. Else nothing is: no other piece of the groups is a number.
 */
export function endsInRest(search: Search, from: number, to: number, refusals: Refusal[] | null): boolean {
  if (takesWithoutRest(search, from, to, refusals, 'exactGrouping')) return true;
  // "8 (495) 123-45-67-69": a number begins with the bracket.
  if (opens(search.run, from + 1)) return false;
  const { from: since, matches, run } = search;
  const count = matches.length;
  const outcome = judge(search, from, to - 1, { digits: '', end: run.end[to] ?? 0 }, 'exactGrouping');
  if (outcome !== null && outcome !== 'label') return false;
  matches.length = count;
  search.from = since;
  if (refusals) noteRefusal(search, refusals, from, to, 'range');
  return true;
}

/**
 * "Tel. 021-58881234-8012", "02-123-4567-9", "234 567 890-899", "03-3212-1234〜5": whether all but the last group is a number.
 * Ids have such groups too ("0123-456789-012", "0402-1234567-1", bank accounts of New Zealand): where neither a word nor a bracket
 * says phone it takes three groups as the plan writes them, and a rest that ends a range.
 */
export function takesWithoutRest(
  search: Search,
  from: number,
  to: number,
  refusals: Refusal[] | null,
  leniency = search.leniency,
): boolean {
  const { run } = search;
  const isRange = endsRange(run, to);
  const isSaid = opens(run, from) || labelFor(search, run.start[from] ?? 0) === 'phone';
  if (!isSaid && !(isRange && to - from >= FEWEST_UNSAID && (isLed(run, from) || isNear(run, to)))) return false;
  const isExtension = run.before[to] === HAS_DASH && groupLength(run, to) > LONGEST_RANGE_END && !isRange;
  const [start, end] = [run.start[to] ?? 0, run.end[to] ?? 0];
  const rest = { digits: isExtension ? digitText(run, to, to) : '', end };
  if (judge(search, from, to - 1, rest, isSaid ? leniency : 'exactGrouping') !== null) return false;
  if (!isExtension) refusals?.push({ start, end, raw: search.text.slice(start, end), reason: 'range' });
  return true;
}

/** "030 1234567-69": takes the first of a range of lines. Its end is no extension to be dialled along, and is told as refused. */
export function takesFirstLine(search: Search, from: number, to: number, refusals: Refusal[] | null): boolean {
  const { run, text } = search;
  const [start, end] = [run.start[to] ?? 0, run.end[to] ?? 0];
  if (judge(search, from, to - 1, { digits: '', end }) !== null) return false;
  refusals?.push({ start, end, raw: text.slice(start, end), reason: 'range' });
  return true;
}

/** "Tel. 02-123-4567-9": whether the last digit is the next line's, where it could be one of the number's own, too. */
export function endsInNextLine(search: Search, from: number, to: number): boolean {
  const { run, filters } = search;
  if (run.before[to] !== HAS_DASH || groupLength(run, to) !== 1 || gapOf(run, to) <= 0) return false;
  if (!mayBeRest(search, from, to) || filters.each.some(({ plan }) => DIRECT_DIALLING.includes(plan[0]))) return false;
  return !isAbroad(search, from, to);
}

/** "+49 481 373-9", "0049-481-373-9": of a number that names its country that country's plan is to be asked, not the page's. */
function isAbroad({ run, filters }: Search, from: number, to: number): boolean {
  if (((run.before[from] ?? 0) & HAS_PLUS) !== 0) return true;
  const digits = digitText(run, from, to);
  return /^00[1-9]/.test(digits) || filters.each.some(({ plan }) => stripInternationalPrefix(digits, plan) !== null);
}

/** Whether the last group may be no part of the number before it, as far as its sign and its length say. The others below ask it first. */
export function mayBeRest({ run, filters }: Search, from: number, to: number): boolean {
  const [sign, length] = [run.before[to], groupLength(run, to)];
  if ((sign !== HAS_DASH && sign !== HAS_TILDE) || to !== run.count - 1 || length > LONGEST_REST) return false;
  // North Americans write the whole of the last group once more, or a word for an extension.
  const isWhole = length === groupLength(run, to - 1);
  if (!isWhole && !isLed(run, from) && filters.isNanpOnly) return false;
  return digitCount(run, from, to - 1) >= FEWEST_BEFORE_REST && !holdsDate(run, from, to);
}

function opens(run: DigitRun, group: number): boolean {
  return ((run.before[group] ?? 0) & HAS_OPEN) !== 0;
}

/** Whether a trunk prefix or a plus leads. */
function isLed(run: DigitRun, from: number): boolean {
  return leadingDigit(run, from) === 0 || ((run.before[from] ?? 0) & HAS_PLUS) !== 0;
}

/** Whether the whole of the last group is written once more, a little higher: an id has a part number there. */
function isNear(run: DigitRun, to: number): boolean {
  return groupLength(run, to) === groupLength(run, to - 1) && gapOf(run, to) <= MOST_APART_UNSAID;
}

/** Whether the last group is the last digits of a line after the one before it, or all of its last group. */
function endsRange(run: DigitRun, to: number): boolean {
  const length = groupLength(run, to);
  if (run.before[to] === HAS_DASH && length > LONGEST_RANGE_END && length !== groupLength(run, to - 1)) return false;
  const gap = gapOf(run, to);
  return gap > 0 && gap <= MOST_APART;
}

/** How much higher a group is than as many last digits of the one before. */
function gapOf(run: DigitRun, to: number): number {
  return groupValue(run, to) - (groupValue(run, to - 1) % 10 ** groupLength(run, to));
}
