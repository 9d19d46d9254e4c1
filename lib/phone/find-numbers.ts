import { foldAstralDigits } from './astral-digits.ts';
import { isCode } from './code-text.ts';
import {
  createRun,
  digitCount,
  ENDS_LABEL,
  HAS_BULLET,
  HAS_OPEN,
  HAS_PLUS,
  HAS_SLASH,
  HAS_SPACE,
} from './digit-groups.ts';
import { nextRun } from './digit-scan.ts';
import { endsInNextLine, endsInRest, mayBeRest, takesFirstLine, takesWithoutRest } from './first-line.ts';
import type { Leniency } from './grouping.ts';
import { judge } from './judge.ts';
import { beginsWithLabelDigit, mayBeRussian } from './label-digit.ts';
import type { PhoneMatch, Region } from './phone-number.ts';
import { endsInHours } from './range-suffix.ts';
import { filtersOf } from './region-filter.ts';
import { FEWEST_DIGITS, noteRefusal, type Refusal, type RefusalReason, type Search, type SideLabel } from './search.ts';
import { withVanities } from './vanity-matches.ts';

export type { SideLabel } from './search.ts';

const NOTHING: readonly PhoneMatch[] = Object.freeze([]);
/** E.164's 15 digits plus an international prefix. */
const MOST_DIGITS = 19;
/** Digits spelt one by one make the most groups: a trunk prefix and twelve. */
const MOST_GROUPS = 13;
/** A number begins or ends only where one of these stands between groups, or at the end of a run. */
const EDGES = HAS_SPACE | HAS_SLASH | HAS_PLUS | HAS_BULLET;

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
    if (refusals) noteRefusal(state, refusals, 0, run.count - 1, 'invalid');
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
  if (endsInNextLine(state, from, longest) && endsInRest(state, from, longest, refusals)) return longest;
  let mayHaveRest = false;
  let refusal: RefusalReason = 'length';
  let refusedTo = longest;
  for (let to = longest; to >= from && digitCount(run, from, to) >= FEWEST_DIGITS; to--) {
    if (!mayEndWith(to)) continue;
    const outcome = judge(state, from, to);
    if (outcome === null || (outcome === 'range' && takesFirstLine(state, from, to, refusals))) return to;
    if (to === longest) {
      mayHaveRest = isOfTooMany(outcome) && mayBeRest(state, from, to);
      if (mayHaveRest && endsInRest(state, from, to, refusals)) return to;
    }
    if (refusal !== 'length') continue;
    refusal = outcome;
    refusedTo = to;
  }
  if (mayHaveRest && takesWithoutRest(state, from, longest, refusals)) return longest;
  if (refusals) noteRefusal(state, refusals, from, refusedTo, refusal);
  return -1;
}

/** Whether it is said of too many digits, of which the last may end a range. */
function isOfTooMany(refusal: RefusalReason): boolean {
  return refusal === 'invalid' || refusal === 'shape' || refusal === 'length';
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

/** Right after a number a bracket begins the next one: "(212)736-5000(212)736-5001". */
function edgesAt(state: Search, from: number): number {
  return state.from > 0 && state.from === run.end[from - 1] ? EDGES | HAS_OPEN : EDGES;
}
