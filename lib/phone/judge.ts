import { classAt, OPEN, PLUS, SPACE } from './characters.ts';
import {
  type DigitRun,
  digitCount,
  digitText,
  groupLength,
  HAS_CLOSE,
  HAS_OPEN,
  HAS_PLUS,
  leadingDigit,
} from './digit-groups.ts';
import { isInSequence } from './digit-sequence.ts';
import {
  endsInRange,
  holdsDate,
  isDecimal,
  isIpAddress,
  isNanpShape,
  isOneDigit,
  isParted,
  isSpelledOut,
  isWorldShape,
} from './digit-shapes.ts';
import { type Extension, extensionAt } from './extension.ts';
import { formatFor } from './format-number.ts';
import { isGroupedAs, type Leniency } from './grouping.ts';
import { type LabelKind, labelBefore, labelKind } from './labels.ts';
import type { E164, MatchReason, PhoneMatch } from './phone-number.ts';
import { rangeSuffixAt } from './range-suffix.ts';
import { type ReadNumber, readInPlan, readInternational } from './read-digits.ts';
import { mayBeNumberOf, type RegionFilter, type RegionFilters } from './region-filter.ts';
import {
  isAlone,
  isDashedBefore,
  isField,
  isInPath,
  isMeasured,
  isNamedAfter,
  type Neighbour,
  neighbourAfter,
  neighbourBefore,
  previousOffset,
} from './surroundings.ts';
import { kindOf } from './validity.ts';

/** Why digits that looked like a number were not taken for one; printed by `npm run detect -- --explain`. */
export type RefusalReason =
  | Neighbour
  | 'length'
  | 'shape'
  | 'date'
  | 'ipAddress'
  | 'oneDigit'
  | 'sequence'
  | 'path'
  | 'unit'
  | 'label'
  | 'bare'
  | 'trunkMissing'
  | 'grouping'
  | 'invalid';

export interface Refusal {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly reason: RefusalReason;
}

/** All that one search works with. */
export interface Search {
  readonly text: string;
  readonly filters: RegionFilters;
  /** What stands beside the text's node. */
  readonly label: string | null;
  readonly leniency: Leniency;
  readonly run: DigitRun;
  readonly matches: PhoneMatch[];
  /** Where the last match ended. */
  from: number;
}

/** Groups of a run that may be one number. */
interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly hasPlus: boolean;
  /** Offsets with the plus or bracket before and the bracket after, the extension not yet. */
  readonly start: number;
  readonly end: number;
}

/** Null when groups `from` to `to` are a number, which is then added to the matches, else why not. Cheap questions come first. */
export function judge(search: Search, from: number, to: number): RefusalReason | null {
  const { run, text } = search;
  const count = digitCount(run, from, to);
  const hasPlus = ((run.before[from] ?? 0) & HAS_PLUS) !== 0;
  if (
    hasPlus
      ? count < 7 || count > 16
      : !mayBeNumberOf(search.filters.countsByFirstDigit, count, leadingDigit(run, from))
  ) {
    return 'length';
  }
  if (isOneDigit(run, from, to)) return 'oneDigit';
  if (isParted(run, from, to) || endsInRange(run, from, to)) return 'shape';
  if (holdsDate(run, from, to)) return 'date';
  if (!hasPlus && isInSequence(run, from, to, text, search.from)) return 'sequence';
  const start = startOf(text, run.start[from] ?? 0, run.before[from] ?? 0);
  const end = closedEnd(text, start, run.end[to] ?? start);
  const before = neighbourBefore(text, start, start < (run.start[from] ?? 0));
  if (before !== null && !isAfterNumberOrScheme(search, start)) return before;
  if (!hasPlus && isDashedBefore(text, start) && !isDashedLabel(search, start)) return 'symbol';
  const extension = extensionAt(text, end);
  const after = extension === null ? neighbourAfter(text, end) : null;
  if (after !== null) return after;
  return judgeNumber(search, { from, to, hasPlus, start, end }, extension);
}

function judgeNumber(search: Search, candidate: Candidate, extension: Extension | null): RefusalReason | null {
  const read = candidate.hasPlus ? readPlus(search, candidate) : readForRegions(search, candidate);
  if (typeof read === 'string') return read;
  if (isInPath(search.text, candidate.start, candidate.end)) return 'path';
  if (!isGroupedAs(search.leniency, search.run, candidate.from, candidate.to, read)) return 'grouping';
  const reason = reasonFor(search, candidate, read, extension !== null);
  if (reason.refusal !== null) return reason.refusal;
  addMatch(search, read, reason.match, candidate.start, extension?.end ?? candidate.end, extension?.digits ?? null);
  if (extension === null) addRangeSuffix(search, candidate, read, reason.match);
  return null;
}

function addRangeSuffix(search: Search, candidate: Candidate, read: ReadNumber, reason: MatchReason): void {
  const { callingCode, nationalNumber } = read;
  const lastGroup = groupLength(search.run, candidate.to);
  const suffix = rangeSuffixAt(search.text, candidate.end, callingCode, nationalNumber, lastGroup);
  if (suffix)
    addMatch(search, { callingCode, nationalNumber: suffix.nationalNumber }, reason, suffix.start, suffix.end, null);
}

/** The kind of the label nearest to a number: words before it in the text, else what stands beside the text. */
export function labelFor(search: Search, start: number): LabelKind {
  const near = labelBefore(search.text, search.from, start);
  if (near !== 'none') return near;
  if (continuesList(search, start)) return 'phone';
  return search.label === null ? 'none' : labelKind(search.label);
}

/** "Tel-415-555-2671". What stands beside the text says nothing of its codes; of a lone dash it does. */
function isDashedLabel(search: Search, start: number): boolean {
  return (start > 1 ? labelBefore(search.text, search.from, start) : labelFor(search, start)) === 'phone';
}

/** "Phones: 4155552671, 2125550147": a label holds for the numbers that follow with nothing but a separator between. */
function continuesList({ text, matches, from }: Search, start: number): boolean {
  const last = matches[matches.length - 1];
  return last?.reason === 'labelled' && start - from <= 4 && /^[\s,;/|&-]+$/.test(text.slice(from, start));
}

/** The start of the number with the plus and the bracket that belong to it. */
function startOf(text: string, digit: number, before: number): number {
  let start = digit;
  if ((before & (HAS_PLUS | HAS_OPEN)) === 0) return start;
  for (let at = previousOffset(text, digit); at >= 0; at = previousOffset(text, at)) {
    const kind = classAt(text, at);
    if (kind === PLUS || kind === OPEN) start = at;
    else if (kind !== SPACE || classAt(text, previousOffset(text, at)) !== PLUS) break;
  }
  return start;
}

/** "415-555-2671/2125550147", "tel://+1415…": the slash that would make a path. */
function isAfterNumberOrScheme({ text, from, matches }: Search, start: number): boolean {
  if (text[start - 1] !== '/') return false;
  return (
    (matches.length > 0 && from === start - 1) ||
    /(?:^|[^a-z])(?:tel|callto|sms|sips?):\/\/$/i.test(text.slice(Math.max(0, start - 12), start))
  );
}

/** A bracket around the whole number is not part of it, one that opened inside is. */
function closedEnd(text: string, start: number, end: number): number {
  return text[end] === ')' && text[start] === '(' && !text.slice(start, end).includes(')') ? end + 1 : end;
}

function readPlus(search: Search, candidate: Candidate): ReadNumber | RefusalReason {
  const { run } = search;
  const { from, to } = candidate;
  const isShaped = isWorldShape(run, from, to, 1) || isSpelledOut(run, from, to);
  if (!isShaped && labelFor(search, candidate.start) !== 'phone') return 'shape';
  return readInternational(digitText(run, from, to)) ?? readWithoutZero(run, from, to) ?? 'invalid';
}

/** "+351 (0)912": a bracketed zero that is no part of the number, in a plan without a trunk prefix. */
function readWithoutZero(run: DigitRun, from: number, to: number): ReadNumber | null {
  for (let group = from + 1; group < to; group++) {
    const isZero = groupLength(run, group) === 1 && leadingDigit(run, group) === 0;
    if (isZero && ((run.before[group] ?? 0) & HAS_OPEN) !== 0 && ((run.before[group + 1] ?? 0) & HAS_CLOSE) !== 0) {
      return readInternational(digitText(run, from, group - 1) + digitText(run, group + 1, to));
    }
  }
  return null;
}

function readForRegions(search: Search, candidate: Candidate): ReadNumber | RefusalReason {
  const { run, filters } = search;
  const { from, to, start } = candidate;
  const [count, firstDigit] = [digitCount(run, from, to), leadingDigit(run, from)];
  let digits = '';
  let label: LabelKind | null = null;
  let refusal: RefusalReason = 'invalid';
  // The commonest digits in the columns of a help desk, and the dearest to try in every plan of a calling code.
  if (isIpAddress(run, from, to)) {
    label = labelFor(search, start);
    if (label !== 'phone') return 'ipAddress';
  }
  for (const filter of filters.each) {
    if (!mayBeNumberOf(filter.countsByFirstDigit, count, firstDigit)) continue;
    digits ||= digitText(run, from, to);
    const read = readInPlan(digits, filter.plan);
    if (read === null) continue;
    const doubt = doubtOf(run, from, to, read, filter);
    if (doubt === null) return read;
    if (doubt === 'trunkMissing') {
      // "49 171 1234567" is the calling code without its plus, though the digits happen to fit a number of Flöha.
      const abroad = digits.startsWith(filter.plan[0]) ? readInternational(digits, 'bareCallingCode') : null;
      if (abroad !== null) return abroad;
      if (isMobileAlone(search, candidate, read)) return read;
    }
    // What is written oddly is a number where a word says so.
    label ??= labelFor(search, start);
    if (label === 'phone') return read;
    refusal = doubt;
  }
  return refusal;
}

/** Why valid digits are not written as a number of the region is; null when they are. */
function doubtOf(
  run: DigitRun,
  from: number,
  to: number,
  read: ReadNumber,
  filter: RegionFilter,
): RefusalReason | null {
  if (read.form === 'national' && filter.isNanp) return isNanpShape(run, from, to) ? null : 'shape';
  const extra = read.form === 'national' ? 0 : 1;
  if (isSpelledOut(run, from, to)) return read.trunk ? null : 'shape';
  if (!isWorldShape(run, from, to, extra) || (read.form === 'national' && isDecimal(run, from, to))) return 'shape';
  // Brackets around the area code say as much as a trunk prefix does.
  const isBracketed = ((run.before[from] ?? 0) & HAS_OPEN) !== 0 && ((run.before[from + 1] ?? 0) & HAS_CLOSE) !== 0;
  const isDoubtful = read.form === 'national' && !read.trunk && !isBracketed && needsTrunk(read, filter);
  return isDoubtful ? 'trunkMissing' : null;
}

/** Spreadsheets drop leading zeros: a mobile number without its trunk prefix, and nothing else in the cell or field. */
function isMobileAlone({ text }: Search, { from, to, start, end }: Candidate, read: ReadNumber): boolean {
  if (read.nationalNumber.length < 9 || kindOf(read.callingCode, read.nationalNumber) !== 'mobile') return false;
  return isAlone(text, start, end) || (from !== to && isField(text, start, end));
}

/** Whether numbers like this one are always written with the trunk prefix, as in 020 7946 0958. */
function needsTrunk(read: ReadNumber, filter: RegionFilter): boolean {
  const { plan } = filter;
  if (!plan[5]) return false;
  const format = formatFor(read.callingCode, read.nationalNumber);
  const rule = format?.[3] || plan[6];
  return format !== undefined && !format[4] && !plan[9] && !!rule && /^\(?\d/.test(rule);
}

type Verdict =
  | { readonly match: MatchReason; readonly refusal: null }
  | { readonly match: null; readonly refusal: RefusalReason };

const taken = (match: MatchReason): Verdict => ({ match, refusal: null });
const refused = (refusal: RefusalReason): Verdict => ({ match: null, refusal });

/** What the words and signs around say of digits that are a valid number. */
function reasonFor(search: Search, candidate: Candidate, read: ReadNumber, hasExtension: boolean): Verdict {
  const { text, run } = search;
  const { from, to, start, end } = candidate;
  const label = labelFor(search, start);
  if (candidate.hasPlus) return taken(label === 'phone' ? 'labelled' : 'international');
  const isBare = from === to;
  if (label === 'phone') return taken('labelled');
  if (label === 'other' ? classAt(text, start) !== OPEN : label === 'doubtful' && isBare) return refused('label');
  const at = previousOffset(text, start);
  if ('#=*<'.includes(text[at] ?? ' ')) return refused('symbol');
  if (isMeasured(text, end)) return refused('unit');
  const natural = read.form === 'idd' ? 'international' : 'national';
  if (!isBare || hasExtension) return taken(natural);
  if (isAlone(text, start, end)) return taken('wholeText');
  const isTrunk = read.trunk && leadingDigit(run, from) === 0;
  if (isTrunk || read.form === 'idd' || isField(text, start, end)) return taken(natural);
  return isNamedAfter(text, end) ? taken('labelled') : refused('bare');
}

/** Adds a number that was accepted. */
export function addMatch(
  search: Search,
  read: Pick<ReadNumber, 'callingCode' | 'nationalNumber'>,
  reason: MatchReason,
  start: number,
  end: number,
  ext: string | null,
): void {
  const e164 = `+${read.callingCode}${read.nationalNumber}` as E164;
  search.matches.push({ start, end, raw: search.text.slice(start, end), e164, ext, reason });
  search.from = end;
}
