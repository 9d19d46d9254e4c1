import { type ClosestReading, createClosestReading } from './closest-reading.ts';
import {
  type DigitRun,
  digitCount,
  digitText,
  groupLength,
  groupTexts,
  HAS_CLOSE,
  HAS_OPEN,
  HAS_SPACE,
  leadingDigit,
} from './digit-groups.ts';
import {
  isCard,
  isDecimal,
  isIdShape,
  isIpAddress,
  isNanpShape,
  isPrivateAddress,
  isSpelledOut,
  isWorldShape,
} from './digit-shapes.ts';
import { formatFor } from './format-number.ts';
import { isGroupedAs } from './grouping.ts';
import { DIRECT_DIALLING } from './line-range.ts';
import type { Plan } from './numbering-plan.ts';
import {
  MEXICO,
  type ReadNumber,
  readFormerInternational,
  readInPlan,
  readInternational,
  readUndialable,
} from './read-digits.ts';
import { mayBeNumberOf, type RegionFilter } from './region-filter.ts';
import { type Candidate, labelFor, type RefusalReason, type Search } from './search.ts';
import { isAlone, isField, isListed } from './surroundings.ts';
import { kindOf } from './validity.ts';

/** The number of a candidate that begins with a plus, or why it is none. */
export function readPlus(search: Search, candidate: Candidate): ReadNumber | RefusalReason {
  const { run } = search;
  const { from, to } = candidate;
  const isShaped = isWorldShape(run, from, to, 1) || isSpelledOut(run, from, to);
  if (!isShaped && labelFor(search, candidate.start) !== 'phone') return 'shape';
  const digits = digitText(run, from, to);
  return (
    readInternational(digits) ??
    readWithoutZero(run, from, to) ??
    (isSpaced(run, from, to) ? readFormerInternational(digits) : null) ??
    'invalid'
  );
}

/** Whether the groups are in one piece or have only blanks between them, as a messenger writes numbers: no other reader takes them with a dash. */
function isSpaced(run: DigitRun, from: number, to: number): boolean {
  for (let group = from + 1; group <= to; group++) if (run.before[group] !== HAS_SPACE) return false;
  return true;
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

/** The number of a candidate as the regions write theirs, of several that fit the closest, or why it is none. */
export function readForRegions(search: Search, candidate: Candidate): ReadNumber | RefusalReason {
  const { run, filters } = search;
  const { from, to, start } = candidate;
  // The commonest digits in the columns of a help desk, and the dearest to try in every plan of a calling code.
  if (isIpAddress(run, from, to) && (isPrivateAddress(run, from) || labelFor(search, start) !== 'phone')) {
    return 'ipAddress';
  }
  const [count, firstDigit] = [digitCount(run, from, to), leadingDigit(run, from)];
  let digits = '';
  let refusal: RefusalReason = 'invalid';
  let closest: ClosestReading | null = null;
  for (const filter of filters.each) {
    if (!mayBeNumberOf(filter.countsByFirstDigit, count, firstDigit)) continue;
    digits ||= digitText(run, from, to);
    const read = readForRegion(search, candidate, digits, filter);
    if (typeof read !== 'string') {
      if (filters.each.length === 1) return read;
      closest ??= createClosestReading(groupTexts(run, from, to));
      if (closest.offer(read)) break;
    } else if (read !== 'invalid') refusal = read;
  }
  return closest?.best() ?? refusal;
}

function readForRegion(
  search: Search,
  candidate: Candidate,
  digits: string,
  filter: RegionFilter,
): ReadNumber | RefusalReason {
  const { run } = search;
  const { from, to } = candidate;
  const read = readInPlan(digits, filter.plan);
  if (read === null) return readPrefixed(search, candidate, digits, filter.plan[0]) ?? 'invalid';
  const doubt = doubtOf(run, from, to, read, filter);
  return doubt === null ? read : (readDespite(doubt, search, candidate, digits, read) ?? doubt);
}

/** The number behind a prefix that the region does not dial, where it is written or named as one; else null. */
function readPrefixed(search: Search, candidate: Candidate, digits: string, callingCode: string): ReadNumber | null {
  if (callingCode === MEXICO && isSpaced(search.run, candidate.from, candidate.to)) {
    const former = readFormerInternational(digits, 'bareCallingCode');
    if (former !== null) return former;
  }
  if (!digits.startsWith('0')) return null;
  const read = readUndialable(digits, callingCode);
  if (read === null || isBracketedNext(search.run, candidate)) return null;
  const isNumber =
    isAbroadApart(search.run, candidate.from, candidate.to, read) ||
    labelFor(search, candidate.start) === 'phone' ||
    isLongPrefixAlone(search, candidate, digits, read);
  return isNumber ? read : null;
}

/** "01 (55) 1234 5678": behind a prefix that was given up, an area code in brackets begins a number by itself. */
function isBracketedNext(run: DigitRun, { from, to }: Candidate): boolean {
  return from < to && ((run.before[from + 1] ?? 0) & HAS_OPEN) !== 0;
}

/** "01 55 1234 5678" and nothing else: a prefix of several digits, in groups, is no coincidence. */
function isLongPrefixAlone(
  { text }: Search,
  { from, to, start, end }: Candidate,
  digits: string,
  read: ReadNumber,
): boolean {
  return (
    read.form === 'national' &&
    from !== to &&
    digits.length - read.nationalNumber.length > 1 &&
    isAlone(text, start, end)
  );
}

/** The number all the same, where digits that are written oddly are one by what stands around them; else null. */
function readDespite(
  doubt: RefusalReason,
  search: Search,
  candidate: Candidate,
  digits: string,
  read: ReadNumber,
): ReadNumber | null {
  if (doubt === 'trunkMissing') {
    // "49 171 1234567" is the calling code without its plus, though the digits happen to fit a number of Flöha.
    const abroad = digits.startsWith(read.callingCode) ? readInternational(digits, 'bareCallingCode') : null;
    if (abroad !== null) return abroad;
    if (isMobileAlone(search, candidate, read)) return read;
  }
  return labelFor(search, candidate.start) === 'phone' ? read : null;
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
  const extra = read.form === 'national' && !isTrunkApart(run, from, to, read) ? 0 : 1;
  if (isSpelledOut(run, from, to)) return read.trunk ? null : 'shape';
  if (!isWorldShape(run, from, to, extra) || (read.form !== 'idd' && isDecimal(run, from, to))) return 'shape';
  if (read.form === 'idd' && isCard(run, from) && !isAbroadApart(run, from, to, read)) return 'sequence';
  if (isIdShape(run, from, to) && !isWrittenAtHome(run, from, to, read)) return 'shape';
  if (to > from && groupLength(run, to) === 1 && !DIRECT_DIALLING.includes(read.callingCode)) return 'shape';
  // Brackets around the area code say as much as a trunk prefix does.
  const isBracketed = ((run.before[from] ?? 0) & HAS_OPEN) !== 0 && ((run.before[from + 1] ?? 0) & HAS_CLOSE) !== 0;
  const isDoubtful = read.form === 'national' && !read.trunk && !isBracketed && needsTrunk(read, filter.plan);
  return isDoubtful ? 'trunkMissing' : null;
}

/** Whether a national number is in exactly the groups of its country. */
function isWrittenAtHome(run: DigitRun, from: number, to: number, read: ReadNumber): boolean {
  return read.form === 'national' && isGroupedAs('exactGrouping', run, from, to, read);
}

/** "0044 20 7946 0958": the prefix and the calling code are a group of their own, and more than one follows. */
function isAbroadApart(run: DigitRun, from: number, to: number, { form, callingCode }: ReadNumber): boolean {
  return form === 'idd' && to - from > 1 && groupLength(run, from) === callingCode.length + 2;
}

/** "06/20/123-4567": a trunk prefix in a group of its own, as a calling code is. */
function isTrunkApart(run: DigitRun, from: number, to: number, read: ReadNumber): boolean {
  return read.trunk && to > from && digitCount(run, from + 1, to) === read.nationalNumber.length;
}

/** Spreadsheets drop leading zeros: a mobile number without its trunk prefix, and nothing else in the cell or field. */
function isMobileAlone({ text, run }: Search, { from, to, start, end }: Candidate, read: ReadNumber): boolean {
  if (read.nationalNumber.length < 9 || kindOf(read.callingCode, read.nationalNumber) !== 'mobile') return false;
  // In other groups than the country's they are those of an id.
  if (!isWrittenAtHome(run, from, to, read)) return false;
  return isAlone(text, start, end) || isListed(text, start, end) || (from !== to && isField(text, start, end));
}

/** Whether numbers like this one are always written with the trunk prefix, as in 020 7946 0958. */
export function needsTrunk(read: ReadNumber, plan: Plan): boolean {
  if (!plan[5]) return false;
  const format = formatFor(read.callingCode, read.nationalNumber);
  const rule = format?.[3] || plan[6];
  return format !== undefined && !format[4] && !plan[9] && !!rule && /^\(?\d/.test(rule);
}
