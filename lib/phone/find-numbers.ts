import { foldAstralDigits } from './astral-digits.ts';
import { isCode } from './code-text.ts';
import {
  createRun,
  digitCount,
  digitText,
  ENDS_LABEL,
  groupLength,
  groupValue,
  HAS_BULLET,
  HAS_DASH,
  HAS_OPEN,
  HAS_PLUS,
  HAS_SLASH,
  HAS_SPACE,
  HAS_TILDE,
  leadingDigit,
} from './digit-groups.ts';
import { nextRun } from './digit-scan.ts';
import { holdsDate } from './digit-shapes.ts';
import type { Leniency } from './grouping.ts';
import { judge } from './judge.ts';
import { beginsWithLabelDigit, mayBeRussian } from './label-digit.ts';
import type { PhoneMatch, Region } from './phone-number.ts';
import { endsInHours } from './range-suffix.ts';
import { filtersOf } from './region-filter.ts';
import { labelFor, type Refusal, type RefusalReason, type Search, type SideLabel } from './search.ts';
import { withVanities } from './vanity-matches.ts';

export type { Refusal, RefusalReason, SideLabel } from './search.ts';

const NOTHING: readonly PhoneMatch[] = Object.freeze([]);
/** E.164's 15 digits plus an international prefix. */
const MOST_DIGITS = 19;
/** The shortest national numbers. */
const FEWEST_DIGITS = 6;
/** Digits spelt one by one make the most groups: a trunk prefix and twelve. */
const MOST_GROUPS = 13;
/** A number begins or ends only where one of these stands between groups, or at the end of a run. */
const EDGES = HAS_SPACE | HAS_SLASH | HAS_PLUS | HAS_BULLET;

/** What is said of too many digits, of which the last may end a range. */
const MAY_HAVE_REST: ReadonlySet<RefusalReason> = new Set(['invalid', 'shape', 'length']);

/** One for all calls: the finder is synchronous, and a page asks it about every text. */
const run = createRun();

/**
 * The phone numbers in a text, in reading order. National forms are read for the regions: of those whose plans hold a number the first
 * in whose groups it is written wins, else the first. `label` is text that stands beside the text's node (column header, term,
 * aria-label), or is asked for it, seldom in vain. Time grows with the text's length only.
 */
export function findNumbers(
  text: string,
  regions: readonly Region[],
  label: SideLabel = null,
  leniency: Leniency = 'written',
): readonly PhoneMatch[] {
  const folded = foldAstralDigits(text);
  const matches = search(folded?.text ?? text, regions, label, leniency, null);
  return folded === null ? matches : matches.map(folded.unfold);
}

/** As {@link findNumbers}, with every group of digits that was looked at and refused, and why. */
export function explainNumbers(
  text: string,
  regions: readonly Region[],
  label: string | null = null,
): { readonly matches: readonly PhoneMatch[]; readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const folded = foldAstralDigits(text);
  const matches = search(folded?.text ?? text, regions, label, 'written', refusals);
  if (folded === null) return { matches, refusals };
  return { matches: matches.map(folded.unfold), refusals: refusals.map(folded.unfold) };
}

function search(
  text: string,
  regions: readonly Region[],
  label: SideLabel,
  leniency: Leniency,
  refusals: Refusal[] | null,
): readonly PhoneMatch[] {
  if (refusals === null && isCode(text)) return NOTHING;
  const filters = filtersOf(regions);
  let offset = nextRun(text, 0, filters.fewestDigits, run);
  if (offset < 0 && run.vanityCount === 0) return NOTHING;
  const state: Search = { text, filters, label, leniency, run, matches: [], from: 0 };
  while (offset >= 0) {
    searchRun(state, refusals);
    offset = nextRun(text, offset, filters.fewestDigits, run);
  }
  return run.vanityCount > 0 ? withVanities(state) : state.matches;
}

function searchRun(state: Search, refusals: Refusal[] | null): void {
  if (endsInHours(run, state.text)) run.count -= 2;
  if (mayBeRussian(state)) {
    if (refusals) noteRefusal(state.text, refusals, 0, run.count - 1, 'invalid');
    return;
  }
  if (beginsWithLabelDigit(state)) {
    run.before[1] = (run.before[1] ?? 0) | ENDS_LABEL;
    const found = state.matches.length;
    searchGroups(state, null);
    if (state.matches.length > found) return;
    // What follows the digit is no number without it: "Tel. 1 234 5678" in Budapest.
    run.before[1] = (run.before[1] ?? 0) & ~ENDS_LABEL;
  }
  searchGroups(state, refusals);
}

function searchGroups(state: Search, refusals: Refusal[] | null): void {
  let group = 0;
  while (group < run.count) {
    const end = matchFrom(state, group, refusals);
    group = end < 0 ? group + 1 : end + 1;
  }
}

/** The last group of a number that starts with group `from`, the longest that is one; -1 when there is none. */
function matchFrom(state: Search, from: number, refusals: Refusal[] | null): number {
  if (from > 0 && ((run.before[from] ?? 0) & edgesAt(state, from)) === 0) return -1;
  const longest = longestFrom(from);
  let ofAll: RefusalReason = 'length';
  let refusal: RefusalReason = 'length';
  let refusedTo = longest;
  for (let to = longest; to >= from && digitCount(run, from, to) >= FEWEST_DIGITS; to--) {
    if (!mayEndWith(to)) continue;
    const outcome = judge(state, from, to);
    if (outcome === null || (outcome === 'range' && isFirstLine(state, from, to, refusals))) return to;
    if (to === longest) ofAll = outcome;
    if (refusal !== 'length') continue;
    refusal = outcome;
    refusedTo = to;
  }
  if (MAY_HAVE_REST.has(ofAll) && isWithoutRest(state, from, longest, refusals)) return longest;
  if (refusals) noteRefusal(state.text, refusals, from, refusedTo, refusal);
  return -1;
}

/** The last group that a number from a group on could have. */
function longestFrom(from: number): number {
  let to = from;
  while (to + 1 < run.count && to - from < MOST_GROUPS && digitCount(run, from, to + 1) <= MOST_DIGITS) to++;
  return to;
}

function mayEndWith(to: number): boolean {
  return to + 1 >= run.count || ((run.before[to + 1] ?? 0) & (EDGES | HAS_OPEN)) !== 0;
}

function noteRefusal(text: string, refusals: Refusal[], from: number, to: number, reason: RefusalReason): void {
  if (digitCount(run, from, to) < FEWEST_DIGITS) return;
  const [start, end] = [run.start[from] ?? 0, run.end[to] ?? 0];
  refusals.push({ start, end, raw: text.slice(start, end), reason });
}

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
 * "Tel. 021-58881234-8012", "02-123-4567-9", "234 567 890-899", "03-3212-1234〜5": whether all but the last group is a number.
 * Ids have such groups too ("0123-456789-012", "0402-1234567-1", bank accounts of New Zealand): where neither a word nor a bracket
 * says phone it takes three groups as the plan writes them, and a rest that ends a range.
 */
function isWithoutRest(state: Search, from: number, to: number, refusals: Refusal[] | null): boolean {
  if (!mayBeRest(state, from, to)) return false;
  const isRange = endsRange(to);
  // Brackets around the area code say as much.
  const isSaid = ((run.before[from] ?? 0) & HAS_OPEN) !== 0 || labelFor(state, run.start[from] ?? 0) === 'phone';
  if (!isSaid && !(isRange && to - from >= FEWEST_UNSAID && (isLed(from) || isNear(to)))) return false;
  const isExtension = run.before[to] === HAS_DASH && groupLength(run, to) > LONGEST_RANGE_END && !isRange;
  const [start, end] = [run.start[to] ?? 0, run.end[to] ?? 0];
  const rest = { digits: isExtension ? digitText(run, to, to) : '', end };
  if (judge(state, from, to - 1, rest, isSaid ? state.leniency : 'exactGrouping') !== null) return false;
  if (!isExtension) refusals?.push({ start, end, raw: state.text.slice(start, end), reason: 'range' });
  return true;
}

/** "030 1234567-69": takes the first of a range of lines. Its end is no extension to be dialled along, and is told as refused. */
function isFirstLine(state: Search, from: number, to: number, refusals: Refusal[] | null): boolean {
  const [start, end] = [run.start[to] ?? 0, run.end[to] ?? 0];
  if (judge(state, from, to - 1, { digits: '', end }) !== null) return false;
  refusals?.push({ start, end, raw: state.text.slice(start, end), reason: 'range' });
  return true;
}

function mayBeRest({ filters }: Search, from: number, to: number): boolean {
  const [sign, length] = [run.before[to], groupLength(run, to)];
  if ((sign !== HAS_DASH && sign !== HAS_TILDE) || to !== run.count - 1 || length > LONGEST_REST) return false;
  // North Americans write the whole of the last group once more, or a word for an extension.
  const isWhole = length === groupLength(run, to - 1);
  if (!isWhole && !isLed(from) && filters.each.every(({ isNanp }) => isNanp)) return false;
  return digitCount(run, from, to - 1) >= FEWEST_BEFORE_REST && !holdsDate(run, from, to);
}

/** Whether a trunk prefix or a plus leads. */
function isLed(from: number): boolean {
  return leadingDigit(run, from) === 0 || ((run.before[from] ?? 0) & HAS_PLUS) !== 0;
}

/** Whether the whole of the last group is written once more, a little higher: an id has a part number there. */
function isNear(to: number): boolean {
  return groupLength(run, to) === groupLength(run, to - 1) && gapOf(to) <= MOST_APART_UNSAID;
}

/** Whether the last group is the last digits of a line after the one before it, or all of its last group. */
function endsRange(to: number): boolean {
  const length = groupLength(run, to);
  if (run.before[to] === HAS_DASH && length > LONGEST_RANGE_END && length !== groupLength(run, to - 1)) return false;
  const gap = gapOf(to);
  return gap > 0 && gap <= MOST_APART;
}

/** How much higher a group is than as many last digits of the one before. */
function gapOf(to: number): number {
  return groupValue(run, to) - (groupValue(run, to - 1) % 10 ** groupLength(run, to));
}

/** Right after a number a bracket begins the next one: "(212)736-5000(212)736-5001". */
function edgesAt(state: Search, from: number): number {
  return state.from > 0 && state.from === run.end[from - 1] ? EDGES | HAS_OPEN : EDGES;
}
