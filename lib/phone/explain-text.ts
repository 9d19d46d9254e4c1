import { explainNumbers } from './find-numbers.ts';
import { labelBefore } from './labels.ts';
import { isEmergency } from './parse-dialable.ts';
import type { E164, PhoneMatch, Region } from './phone-number.ts';
import { nationalCountsOf } from './region-filter.ts';
import type { Refusal, RefusalReason } from './search.ts';

/** Fewer digits are a figure that nobody takes for a number. */
const FEWEST_DIGITS = 3;
/** Fewer digits are none that an agent misses: a house number, a year. The shortest numbers that people call have so many. */
const FEWEST_MISSED = 5;
/** At most so many digits are a short number, as of a service, where nothing else stands with them: no plan has them as whole ones. */
const MOST_OF_SHORT = 4;
/** Of fewer digits than the regions' numbers have, so that the finder does not look at it. */
const DATE = /^(?:\d{1,2}([./-])\d{1,2}\1(?:\d{2}|\d{4})|\d{4}([./-])\d{1,2}\2\d{1,2})$/;
const DIGITS = /\p{Nd}(?:[\p{Nd} ./()-]*\p{Nd})?/gu;
/** Longer than the labels that count. */
const LONGEST_BEFORE = 40;

/** What was refused; `noRegion`: without a region nothing is known of it. */
export interface RefusedDigits extends Omit<Refusal, 'reason'> {
  readonly reason: RefusalReason | 'noRegion';
}

export interface ExplainedText {
  readonly matches: readonly PhoneMatch[];
  readonly refusals: readonly RefusedDigits[];
}

/** What the finder answers, with a refusal for every other piece of digits as well: those it has no reason to look at. */
export function explainText(text: string, regions: readonly Region[], label: string | null): ExplainedText {
  const { matches, refusals } = explainNumbers(text, regions, label);
  const answered = [...matches, ...refusals];
  const others = [...text.matchAll(DIGITS)]
    .map(({ 0: raw, index }) => ({ start: index, end: index + raw.length, raw }))
    .filter(({ raw }) => countDigits(raw) >= FEWEST_DIGITS)
    .filter(({ start, end }) => !answered.some((one) => one.start < end && start < one.end))
    .map((digits) => ({ ...digits, reason: regions.length === 0 ? ('noRegion' as const) : ('length' as const) }));
  return { matches, refusals: [...refusals, ...others].sort((one, other) => one.start - other.start) };
}

/** A number of a text. */
export interface FoundDigits {
  readonly raw: string;
  readonly e164: E164;
}

/** Digits of a text that are no number, and why not. */
export interface LeftOutDigits {
  readonly raw: string;
  readonly digits: number;
  readonly reason: RefusedDigits['reason'] | 'emergency' | 'short';
  /** Of the words before them in their line and those beside it the ones that decided, where a label did. */
  readonly label: DecidingLabel;
}

/** Words that say of digits what they are, and where these stand. */
export interface DecidingLabel {
  readonly words: string;
  readonly stands: 'before' | 'beside';
}

export interface ExplainedLines {
  readonly found: readonly FoundDigits[];
  readonly leftOut: readonly LeftOutDigits[];
  /** How many digits national numbers have, without prefix or calling code, in each region that is read. */
  readonly counts: readonly RegionCounts[];
}

export interface RegionCounts {
  readonly region: Region;
  /** Ascending. */
  readonly digits: readonly number[];
}

/**
 * What an agent is told of text that was copied from a page: each line, and each cell of a table, is read by itself, as on the page.
 * `label` is what stands beside it there; empty for nothing.
 */
export function explainLines(text: string, regions: readonly Region[], label: string): ExplainedLines {
  const beside = label.trim() === '' ? null : label.trim();
  const lines = text.split(/[\n\r\t]+/).map((line) => ({ line, ...explainText(line, regions, beside) }));
  return {
    found: lines.flatMap(({ matches }) => matches.map(({ raw, e164 }) => ({ raw, e164 }))),
    leftOut: lines.flatMap(({ line, matches, refusals }) =>
      refusals
        .filter((each) => !isInside(each, refusals))
        .map((each) => ({ ...each, ...reasonOf(each, line, beside) }))
        .filter(({ raw, isShort }) => isShort || countDigits(raw) >= FEWEST_MISSED)
        .map(({ raw, start, reason }) => ({
          ...{ raw, reason, digits: countDigits(raw) },
          label: decidingLabel(line, start, lastEnd(matches, start), beside),
        })),
    ),
    counts: regions.map((region) => ({ region, digits: nationalCountsOf(region) })),
  };
}

/** Few digits are a short number where the line holds nothing else, or says that they are a phone's; a year, a room otherwise. */
function reasonOf(
  { raw, start, reason }: RefusedDigits,
  line: string,
  beside: string | null,
): { readonly reason: LeftOutDigits['reason']; readonly isShort: boolean } {
  const digits = raw.replace(/\D/g, '');
  const isMeant =
    line.trim() === raw ||
    labelBefore(line, 0, start) === 'phone' ||
    (beside !== null && labelBefore(beside, 0, beside.length) === 'phone');
  if (digits.length > 0 && digits.length <= MOST_OF_SHORT && raw === digits && isMeant)
    return { reason: isEmergency(digits) ? 'emergency' : 'short', isShort: true };
  return { reason: DATE.test(raw) ? 'date' : reason, isShort: false };
}

/** The finder tries the rest of what it has refused, too. */
function isInside(one: RefusedDigits, all: readonly RefusedDigits[]): boolean {
  return all.some((other) => other !== one && other.start <= one.start && one.end <= other.end);
}

function countDigits(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}

/** Where the last number before an offset ends: a label is looked for from there on. */
function lastEnd(matches: readonly PhoneMatch[], start: number): number {
  return matches.reduce((last, { end }) => (end <= start ? Math.max(last, end) : last), 0);
}

/** As for the finder, what stands beside the line counts only where the words before the digits say nothing of what they are. */
function decidingLabel(line: string, start: number, from: number, beside: string | null): DecidingLabel {
  const words = lastWords(line.slice(0, start));
  const isBeside = beside !== null && (words === '' || labelBefore(line, from, start) === 'none');
  return isBeside ? { words: beside, stands: 'beside' } : { words, stands: 'before' };
}

function lastWords(text: string): string {
  const end = text.trim().slice(-LONGEST_BEFORE);
  return end.length < LONGEST_BEFORE ? end : end.slice(end.search(/\s/) + 1);
}
