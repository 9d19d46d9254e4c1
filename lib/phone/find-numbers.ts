import { classAt, OPEN, PLUS, SPACE } from './characters.ts';
import {
  createRun,
  digitCount,
  digitText,
  groupLength,
  HAS_CLOSE,
  HAS_OPEN,
  HAS_PLUS,
  HAS_SLASH,
  HAS_SPACE,
  scanRuns,
} from './digit-groups.ts';
import { holdsDate, isIpAddress, isNanpShape, isOneDigit, isParted, isWorldShape } from './digit-shapes.ts';
import { extensionAt } from './extension.ts';
import { formatFor } from './format-number.ts';
import { type LabelKind, labelBefore, labelKind } from './labels.ts';
import { mayHoldNumber } from './may-hold-number.ts';
import { planOf } from './numbering-plan.ts';
import type { E164, MatchReason, PhoneMatch, Region } from './phone-number.ts';
import { type ReadNumber, readInternational, readNational } from './read-digits.ts';
import { filterOf, mayBeNumberOf, type RegionFilter } from './region-filter.ts';
import {
  isAlone,
  isField,
  isInPath,
  isMeasured,
  neighbourAfter,
  neighbourBefore,
  previousOffset,
} from './surroundings.ts';
import { isValidNational } from './validity.ts';
import { findVanities } from './vanity.ts';

/** Why digits that looked like a number were not taken for one; printed by `npm run detect -- --explain`. */
export type RefusalReason =
  | 'length'
  | 'shape'
  | 'date'
  | 'ipAddress'
  | 'oneDigit'
  | 'sequence'
  | 'glued'
  | 'money'
  | 'symbol'
  | 'decimal'
  | 'time'
  | 'path'
  | 'unit'
  | 'label'
  | 'bare'
  | 'trunkMissing'
  | 'invalid';

export interface Refusal {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly reason: RefusalReason;
}

const NOTHING: readonly PhoneMatch[] = Object.freeze([]);
/** E.164's 15 digits plus an international prefix. */
const MOST_DIGITS = 19;
/** Digits spelt one by one make the most groups: a trunk prefix and twelve. */
const MOST_GROUPS = 13;

const run = createRun();

/** All that one call works with; one at a time, as the finder is synchronous. */
interface Search {
  readonly text: string;
  readonly filters: readonly RegionFilter[];
  readonly label: LabelKind;
  readonly matches: PhoneMatch[];
  readonly refusals: Refusal[] | null;
  /** Where the last match ended. */
  from: number;
}

/**
 * The phone numbers in a text, in reading order. National forms are read for the regions, the first that fits wins; `label`
 * is text that stands beside the text's node (column header, term, aria-label). Time grows with the text's length only.
 */
export function findNumbers(
  text: string,
  regions: readonly Region[],
  label: string | null = null,
): readonly PhoneMatch[] {
  if (!mayHoldNumber(text)) return NOTHING;
  return search(text, regions, label, null);
}

/** As {@link findNumbers}, with every group of digits that was looked at and refused, and why. */
export function explainNumbers(
  text: string,
  regions: readonly Region[],
  label: string | null = null,
): { readonly matches: readonly PhoneMatch[]; readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  return { matches: mayHoldNumber(text) ? search(text, regions, label, refusals) : NOTHING, refusals };
}

function search(
  text: string,
  regions: readonly Region[],
  label: string | null,
  refusals: Refusal[] | null,
): readonly PhoneMatch[] {
  const filters = regions.flatMap((region) => filterOf(region) ?? []);
  const state: Search = {
    text,
    filters,
    label: label === null ? 'none' : labelKind(label),
    matches: [],
    refusals,
    from: 0,
  };
  scanRuns(text, 6, run, () => searchRun(state));
  searchVanities(state);
  return state.matches;
}

function searchVanities(state: Search): void {
  for (const vanity of findVanities(state.text)) {
    const overlaps = state.matches.some((match) => match.start < vanity.end && vanity.start < match.end);
    if (overlaps || !isValidNational('1', vanity.nationalNumber)) continue;
    if (isInPath(state.text, vanity.start, vanity.end)) continue;
    const before = state.matches.filter((match) => match.end <= vanity.start);
    state.from = before[before.length - 1]?.end ?? 0;
    if (labelOf(state, vanity.start) === 'other') continue;
    const extension = extensionAt(state.text, vanity.end);
    const read: ReadNumber = { callingCode: '1', nationalNumber: vanity.nationalNumber, form: 'national', trunk: true };
    addMatch(state, read, 'vanity', vanity.start, extension?.end ?? vanity.end, extension?.digits ?? null);
  }
  state.matches.sort((a, b) => a.start - b.start);
}

function searchRun(state: Search): void {
  let group = 0;
  while (group < run.count) {
    const end = matchFrom(state, group);
    group = end < 0 ? group + 1 : end + 1;
  }
}

/** The last group of a number that starts with `from`; -1 when none does. */
function matchFrom(state: Search, from: number): number {
  const before = run.before[from] ?? 0;
  const hasPlus = (before & HAS_PLUS) !== 0;
  if (from > 0 && (before & (HAS_SPACE | HAS_PLUS | HAS_SLASH)) === 0) return -1;
  let to = from;
  while (to + 1 < run.count && to - from < MOST_GROUPS && digitCount(run, from, to + 1) <= MOST_DIGITS) to++;
  let refusal: RefusalReason = 'length';
  let refusedTo = -1;
  for (; to >= from; to--) {
    const count = digitCount(run, from, to);
    if (count < 6) break;
    const after = to + 1 < run.count ? (run.before[to + 1] ?? 0) : HAS_SPACE;
    if ((after & (HAS_SPACE | HAS_SLASH | HAS_OPEN | HAS_PLUS)) === 0) continue;
    const outcome = judge(state, from, to, count, hasPlus);
    if (outcome === null) return to;
    if (refusedTo < 0 || refusal === 'length') {
      refusal = outcome;
      refusedTo = to;
    }
  }
  if (state.refusals && refusedTo >= 0) {
    const start = run.start[from] ?? 0;
    const end = run.end[refusedTo] ?? start;
    state.refusals.push({ start, end, raw: state.text.slice(start, end), reason: refusal });
  }
  return -1;
}

/** Null when the groups were taken for a number and added to the matches, else why not. Cheap questions come first. */
function judge(state: Search, from: number, to: number, count: number, hasPlus: boolean): RefusalReason | null {
  const firstDigit = run.digits[run.first[from] ?? 0] ?? 0;
  if (hasPlus ? count < 7 || count > 16 : !state.filters.some((filter) => mayBeNumberOf(filter, count, firstDigit))) {
    return 'length';
  }
  if (isParted(run, from, to)) return 'shape';
  if (isOneDigit(run, from, to)) return 'oneDigit';
  if (isIpAddress(run, from, to)) return 'ipAddress';
  if (holdsDate(run, from, to)) return 'date';
  if (!hasPlus && isMiddleOfSequence(state, from, to)) return 'sequence';
  const { text } = state;
  const start = startOf(text, run.start[from] ?? 0, run.before[from] ?? 0);
  const end = closedEnd(text, start, run.end[to] ?? start);
  const opens = start < (run.start[from] ?? 0);
  const extension = extensionAt(text, end);
  const neighbour = neighbourBefore(text, start, opens) ?? (extension === null ? neighbourAfter(text, end) : null);
  const label = neighbour === null || neighbour === 'glued' || neighbour === 'symbol' ? labelOf(state, start) : 'none';
  if (neighbour !== null) return neighbour;
  const read = hasPlus ? readPlus(state, from, to) : readForRegions(state, from, to, count, firstDigit, label);
  if (typeof read === 'string') return read;
  if (isInPath(text, start, end)) return 'path';
  const context = judgeContext(state, read, from, to, start, end, label);
  if (context.refusal) return context.refusal;
  addMatch(state, read, context.reason, start, extension?.end ?? end, extension?.digits ?? null);
  return null;
}

function labelOf(state: Search, start: number): LabelKind {
  const near = labelBefore(state.text, state.from, start);
  return near === 'none' ? state.label : near;
}

/** The start of the number with the plus and the bracket that belong to it. */
function startOf(text: string, digit: number, before: number): number {
  if ((before & (HAS_PLUS | HAS_OPEN)) === 0) return digit;
  let start = digit;
  let at = digit;
  while (at > 0) {
    at = previousOffset(text, at);
    const kind = classAt(text, at);
    if (kind === PLUS || kind === OPEN) start = at;
    else if (kind !== SPACE) break;
    if (kind === SPACE && classAt(text, previousOffset(text, at)) !== PLUS) break;
  }
  return start;
}

/** A bracket around the whole number is not part of it, one that opened inside is. */
function closedEnd(text: string, start: number, end: number): number {
  return text[start] === '(' && !text.slice(start, end).includes(')') && text[end] === ')' ? end + 1 : end;
}

/** Whether spaced groups go on, before or after, in the same spacing: card numbers, lists, tables of figures. */
function isMiddleOfSequence(state: Search, from: number, to: number): boolean {
  for (let group = from + 1; group <= to; group++) {
    if (run.before[group] !== HAS_SPACE) return false;
  }
  const follows =
    from > 0 &&
    run.before[from] === HAS_SPACE &&
    state.from <= (run.end[from - 1] ?? 0) &&
    state.from < (run.end[from - 1] ?? 0);
  const goesOn = to + 1 < run.count && run.before[to + 1] === HAS_SPACE && digitCount(run, to + 1, run.count - 1) < 7;
  return follows || goesOn;
}

function readPlus(state: Search, from: number, to: number): ReadNumber | RefusalReason {
  if (!isWorldShape(run, from, to, true) && state.label !== 'phone') return 'shape';
  return readInternational(digitText(run, from, to)) ?? readWithoutZero(from, to) ?? 'invalid';
}

/** "+351 (0)912": a bracketed zero that is no part of the number, in a plan without a trunk prefix. */
function readWithoutZero(from: number, to: number): ReadNumber | null {
  for (let group = from + 1; group < to; group++) {
    const isZero = groupLength(run, group) === 1 && run.digits[run.first[group] ?? 0] === 0;
    if (isZero && ((run.before[group] ?? 0) & HAS_OPEN) !== 0 && ((run.before[group + 1] ?? 0) & HAS_CLOSE) !== 0) {
      return readInternational(digitText(run, from, group - 1) + digitText(run, group + 1, to));
    }
  }
  return null;
}

function readForRegions(
  state: Search,
  from: number,
  to: number,
  count: number,
  firstDigit: number,
  label: LabelKind,
): ReadNumber | RefusalReason {
  let refusal: RefusalReason = 'invalid';
  let digits = '';
  for (const filter of state.filters) {
    if (!mayBeNumberOf(filter, count, firstDigit)) continue;
    const isNanp = filter.isNanp && isNanpShape(run, from, to);
    if (!isNanp && !isWorldShape(run, from, to, false)) {
      refusal = 'shape';
      continue;
    }
    digits ||= digitText(run, from, to);
    const read = readNational(digits, filter.region);
    if (read === null) continue;
    if (read.form === 'national' && filter.isNanp && !isNanp && label !== 'phone') refusal = 'shape';
    else if (read.form === 'national' && !read.trunk && label !== 'phone' && needsTrunk(read, filter))
      refusal = 'trunkMissing';
    else return read;
  }
  return refusal;
}

/** Whether numbers like this one are always written with the trunk prefix, as in 020 7946 0958. */
function needsTrunk(read: ReadNumber, filter: RegionFilter): boolean {
  const plan = planOf(filter.region);
  const trunk = plan?.[5];
  if (!plan || !trunk || filter.isNanp) return false;
  const format = formatFor(read.callingCode, read.nationalNumber);
  const rule = format?.[3] || plan[6];
  return format !== undefined && !format[4] && !plan[9] && !!rule && /^\(?\d/.test(rule);
}

function judgeContext(
  state: Search,
  read: ReadNumber,
  from: number,
  to: number,
  start: number,
  end: number,
  label: LabelKind,
): { reason: MatchReason; refusal: null } | { reason: null; refusal: RefusalReason } {
  const { text } = state;
  const hasPlus = read.form === 'international';
  const natural: MatchReason = hasPlus || read.form === 'idd' ? 'international' : 'national';
  if (label === 'other' && !hasPlus && classAt(text, start) !== OPEN) return { reason: null, refusal: 'label' };
  if (hasPlus) return { reason: natural, refusal: null };
  if (label === 'phone') return { reason: 'labelled', refusal: null };
  const before = text[previousOffset(text, start)] ?? ' ';
  if ('#=*-<'.includes(before)) return { reason: null, refusal: 'symbol' };
  if (isMeasured(text, end)) return { reason: null, refusal: 'unit' };
  if (from !== to) return { reason: natural, refusal: null };
  if (isAlone(text, start, end)) return { reason: 'wholeText', refusal: null };
  const startsWithZero = run.digits[run.first[from] ?? 0] === 0;
  if (startsWithZero && read.trunk) return { reason: natural, refusal: null };
  if (read.form === 'idd' || isField(text, start, end)) return { reason: natural, refusal: null };
  return { reason: null, refusal: 'bare' };
}

function addMatch(
  state: Search,
  read: ReadNumber,
  reason: MatchReason,
  start: number,
  end: number,
  ext: string | null,
): void {
  const e164 = `+${read.callingCode}${read.nationalNumber}` as E164;
  state.matches.push({ start, end, raw: state.text.slice(start, end), e164, ext, reason });
  state.from = end;
}
