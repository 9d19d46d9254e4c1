import { mayFollow, mayPrecede } from './allowed-neighbours.ts';
import { hasBullets, isPartedByBullets } from './bullets.ts';
import { isFromAndTo } from './call-ends.ts';
import { classAt, OPEN, PLUS, SPACE } from './characters.ts';
import { digitCount, groupLength, HAS_OPEN, HAS_PLUS, HAS_SPACE, leadingDigit } from './digit-groups.ts';
import { isInSequence } from './digit-sequence.ts';
import { endsInLines, endsInRange, holdsDate, isDayFirst, isOneDigit, isParted } from './digit-shapes.ts';
import { type Extension, extensionAt } from './extension.ts';
import { isGroupedAs, type Leniency } from './grouping.ts';
import { type LabelKind, labelBefore } from './labels.ts';
import { DIRECT_DIALLING } from './line-range.ts';
import { areaOf, localNumberAt } from './local-numbers.ts';
import { isBehindName } from './person-name.ts';
import type { E164, MatchReason } from './phone-number.ts';
import { rangeSuffixAt } from './range-suffix.ts';
import { readForRegions, readPlus } from './read-candidate.ts';
import type { ReadNumber } from './read-digits.ts';
import { mayBeNumberOf } from './region-filter.ts';
import { type Candidate, labelFor, type RefusalReason, type Search } from './search.ts';
import {
  isAlone,
  isBracketed,
  isDashedBefore,
  isField,
  isInPath,
  isListed,
  isMeasured,
  isNamedAfter,
  neighbourAfter,
  neighbourBefore,
  previousOffset,
} from './surroundings.ts';
import { kindOf } from './validity.ts';

/**
 * Null when groups `from` to `to` are a number, which is then added to the matches, else why not. Cheap questions come first.
 * `rest` is a group after it that is no part of it: "021-58881234-8012"; `leniency` may ask more of it than the search does.
 */
export function judge(
  search: Search,
  from: number,
  to: number,
  rest: Extension | null = null,
  leniency = search.leniency,
): RefusalReason | null {
  const { run, text } = search;
  const hasPlus = ((run.before[from] ?? 0) & HAS_PLUS) !== 0;
  const shape = refusalOfGroups(search, from, to, hasPlus);
  if (shape !== null) return shape;
  const start = startWithCarrier(text, startOf(text, run.start[from] ?? 0, run.before[from] ?? 0));
  // The last number's extension may reach into these groups: "…916 #1(18(00…".
  if (start < search.from) return 'sequence';
  const end = closedEnd(text, start, run.end[to] ?? start);
  const candidate = { from, to, hasPlus, start, end };
  const before = refusalBefore(search, candidate);
  if (before !== null) return before;
  const extension = rest ?? extensionAt(text, end);
  const after = extension === null ? neighbourAfter(text, end) : rest && neighbourAfter(text, rest.end);
  if (after !== null && !mayPrecede(search, after, start, end)) return after;
  return judgeNumber(search, candidate, extension, leniency);
}

/** Why the groups by themselves are no number, as far as that can be said of any plan; null when they may be one. */
function refusalOfGroups(search: Search, from: number, to: number, hasPlus: boolean): RefusalReason | null {
  const { run, text, filters } = search;
  const count = digitCount(run, from, to);
  const isLong = hasPlus
    ? count >= 7 && count <= 16
    : mayBeNumberOf(filters.countsByFirstDigit, count, leadingDigit(run, from));
  if (!isLong) return 'length';
  if (isOneDigit(run, from, to)) return 'oneDigit';
  if (isParted(run, from, to) || endsInRange(run, from, to)) return 'shape';
  if (holdsDate(run, from, to)) return 'date';
  if (isPartedByBullets(run, from, to)) return 'sequence';
  return !hasPlus && isInSequence(run, from, to, text, search.from) ? 'sequence' : null;
}

function refusalBefore(search: Search, { from, to, hasPlus, start, end }: Candidate): RefusalReason | null {
  const { run, text } = search;
  const before = neighbourBefore(text, start, start < (run.start[from] ?? 0));
  if (before !== null && !mayFollow(search, start, end, from !== to)) return before;
  if (hasPlus || !isDashedBefore(text, start) || isDashedLabel(search, start)) return null;
  const isSpaced = run.before[from + 1] === HAS_SPACE && from !== to;
  return isSpaced && leadingDigit(run, from) === 0 && isDashedLetter(text, start) ? null : 'symbol';
}

function judgeNumber(
  search: Search,
  candidate: Candidate,
  extension: Extension | null,
  leniency: Leniency,
): RefusalReason | null {
  const read = candidate.hasPlus ? readPlus(search, candidate) : readForRegions(search, candidate);
  if (typeof read === 'string') return read;
  if (isInPath(search.text, candidate.start, candidate.end)) return 'path';
  if (!isGroupedAs(leniency, search.run, candidate.from, candidate.to, read)) return 'grouping';
  if (isFigure(search, candidate, read)) return 'grouping';
  const { from, to } = candidate;
  if (DIRECT_DIALLING.includes(read.callingCode) && endsInLines(search.run, from, to)) return 'range';
  const reason = reasonFor(search, candidate, read, extension !== null);
  if (reason.refusal !== null) return reason.refusal;
  const ext = extension?.digits || null;
  addMatch(search, read, reason.match, candidate.start, ext === null ? candidate.end : (extension?.end ?? 0), ext);
  if (extension === null) addRangeSuffixes(search, candidate, read, reason.match);
  addLocalNumbers(search, candidate, read, reason.match);
  return null;
}

/** Figures have points at half height as well: the country's own groups behind a prefix, North America's, or a word tell a number from them. */
function isFigure(search: Search, { from, to, start, hasPlus }: Candidate, read: ReadNumber): boolean {
  if (!hasBullets(search.run, from, to) || labelFor(search, start) === 'phone') return false;
  if (!hasPlus && !read.trunk && read.callingCode !== '1') return true;
  return !isGroupedAs('exactGrouping', search.run, from, to, read);
}

function addRangeSuffixes(search: Search, candidate: Candidate, read: ReadNumber, reason: MatchReason): void {
  const { callingCode, nationalNumber } = read;
  let lastGroup = groupLength(search.run, candidate.to);
  let suffix = rangeSuffixAt(search.text, candidate.end, callingCode, nationalNumber, lastGroup);
  while (suffix) {
    addMatch(search, { callingCode, nationalNumber: suffix.nationalNumber }, reason, suffix.start, suffix.end, null);
    lastGroup = suffix.end - suffix.start;
    suffix = rangeSuffixAt(search.text, suffix.end, callingCode, suffix.nationalNumber, lastGroup);
  }
}

/** The numbers of the same area that follow without its code. */
function addLocalNumbers(search: Search, candidate: Candidate, read: ReadNumber, reason: MatchReason): void {
  if (search.from === search.text.length) return;
  const area = areaOf(search.run, candidate, read);
  if (area === null) return;
  const { callingCode } = read;
  let local = localNumberAt(search.text, search.from, area, reason === 'labelled');
  while (local) {
    addMatch(search, { callingCode, nationalNumber: local.nationalNumber }, reason, local.start, local.end, null);
    local = localNumberAt(search.text, search.from, area, reason === 'labelled');
  }
}

/** "M-07400 123456": one letter for the kind of line, before a number that begins with a trunk prefix. */
const LETTER_AND_DASH = /(?<![\p{L}\d])[mtp]-$/iu;

function isDashedLetter(text: string, start: number): boolean {
  return LETTER_AND_DASH.test(text.slice(Math.max(0, start - 3), start));
}

/** "Tel-415-555-2671". What stands beside the text says nothing of its codes; of a lone dash it does. */
function isDashedLabel(search: Search, start: number): boolean {
  return (start > 1 ? labelBefore(search.text, search.from, start) : labelFor(search, start)) === 'phone';
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

/** "(0xx11) 3123-4567", "(0**11) …", "(xx11) …": in Brazil they stand for the carrier of one's choice, and with a zero for the trunk prefix. */
const CARRIER_OF_CHOICE = /(?<![\p{L}\d*])(?:\(?0 ?(?:xx|\*\*)|\(xx) ?$/iu;
const CARRIER_REACH = 8;
const SMALL_X = 120;
const STAR = 42;

function startWithCarrier(text: string, start: number): number {
  if (!isForCarrier(text, start - 1) && !isForCarrier(text, start - 2)) return start;
  const from = Math.max(0, start - CARRIER_REACH);
  const at = text.slice(from, start).search(CARRIER_OF_CHOICE);
  return at < 0 ? start : from + at;
}

/** Most numbers begin their text: before it is none, and asking a string for a sign that it has not takes long. */
function isForCarrier(text: string, offset: number): boolean {
  const sign = text.charCodeAt(offset);
  return sign === STAR || (sign | 32) === SMALL_X;
}

/** A bracket around the whole number is not part of it, one that opened inside is. */
function closedEnd(text: string, start: number, end: number): number {
  return text[end] === ')' && text[start] === '(' && !text.slice(start, end).includes(')') ? end + 1 : end;
}

type Verdict =
  | { readonly match: MatchReason; readonly refusal: null }
  | { readonly match: null; readonly refusal: RefusalReason };

const taken = (match: MatchReason): Verdict => ({ match, refusal: null });
const refused = (refusal: RefusalReason): Verdict => ({ match: null, refusal });

/** What the words and signs around say of digits that are a valid number. */
function reasonFor(search: Search, candidate: Candidate, read: ReadNumber, hasExtension: boolean): Verdict {
  const label = labelFor(search, candidate.start);
  if (candidate.hasPlus) return taken(label === 'phone' ? 'labelled' : 'international');
  if (label === 'phone') return taken('labelled');
  const refusal = refusalAround(search.text, candidate, label);
  if (refusal !== null) return refused(refusal);
  const natural = read.form === 'idd' ? 'international' : 'national';
  if (candidate.from !== candidate.to || hasExtension) return taken(natural);
  return reasonForBare(search, candidate, read, natural);
}

function refusalAround(text: string, candidate: Candidate, label: LabelKind): RefusalReason | null {
  const { start, end } = candidate;
  const isBare = candidate.from === candidate.to;
  if (label === 'other' ? classAt(text, start) !== OPEN : label === 'doubtful' && isBare) return 'label';
  const before = text[previousOffset(text, start)] ?? ' ';
  if ('#=*<'.includes(before) && !isBracketed(text, start, end, isBare)) return 'symbol';
  return isMeasured(text, end) ? 'unit' : null;
}

/** Digits in one piece need more to be a number than that they could be one. */
function reasonForBare(
  { text, run, filters }: Search,
  candidate: Candidate,
  read: ReadNumber,
  natural: MatchReason,
): Verdict {
  const { from, start, end } = candidate;
  if (isDayFirst(run, from)) return refused('date');
  if (isAlone(text, start, end) || isListed(text, start, end)) return taken('wholeText');
  if (isFromAndTo(text, filters.each)) return taken('labelled');
  const isTrunk = read.trunk && leadingDigit(run, from) === 0;
  if (isTrunk || read.form === 'idd' || isField(text, start, end)) return taken(natural);
  if (isNamedAfter(text, end)) return taken('labelled');
  return isMobileOfSomebody(text, candidate, read) ? taken(natural) : refused('bare');
}

/** Fewer digits than the mobile numbers of India, China or Colombia have are ids too often. */
const FEWEST_OF_SOMEBODY = 10;

/** "Ramesh 9810012345": a number that can be nothing but a mobile one, and the person who has it. */
function isMobileOfSomebody(text: string, { start, end }: Candidate, read: ReadNumber): boolean {
  if (read.nationalNumber.length < FEWEST_OF_SOMEBODY || !isBehindName(text, start, end)) return false;
  return kindOf(read.callingCode, read.nationalNumber) === 'mobile';
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
