import { type DigitRun, digitCount } from './digit-groups.ts';
import type { Leniency } from './grouping.ts';
import { type LabelKind, labelBefore, labelKind } from './labels.ts';
import type { PhoneMatch } from './phone-number.ts';
import type { RegionFilters } from './region-filter.ts';
import type { Neighbour } from './surroundings.ts';

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
  | 'range'
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

/** What stands beside the text's node, or who is asked for it where a verdict hangs on it, and searches nothing meanwhile. */
export type SideLabel = string | null | (() => string | null);

/** All that one search works with. */
export interface Search {
  readonly text: string;
  readonly filters: RegionFilters;
  readonly label: SideLabel;
  readonly leniency: Leniency;
  readonly run: DigitRun;
  readonly matches: PhoneMatch[];
  /** Where the last match ended. */
  from: number;
}

/** Groups of a run that may be one number. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly hasPlus: boolean;
  /** Offsets with the plus or bracket before and the bracket after, the extension not yet. */
  readonly start: number;
  readonly end: number;
}

/** The shortest national numbers. */
export const FEWEST_DIGITS = 6;

/** Notes why some groups are no number; fewer digits than any number has are not told of. */
export function noteRefusal(
  { text, run }: Search,
  refusals: Refusal[],
  from: number,
  to: number,
  reason: RefusalReason,
): void {
  if (digitCount(run, from, to) < FEWEST_DIGITS) return;
  const [start, end] = [run.start[from] ?? 0, run.end[to] ?? 0];
  refusals.push({ start, end, raw: text.slice(start, end), reason });
}

/** The kind of the label nearest to a number: words before it in the text, else what stands beside the text. */
export function labelFor(search: Search, start: number): LabelKind {
  const near = labelBefore(search.text, search.from, start);
  if (near !== 'none') return near;
  if (continuesList(search, start)) return 'phone';
  return labelBeside(search);
}

/** The kind of what stands beside the text. */
export function labelBeside({ label }: Search): LabelKind {
  const said = typeof label === 'function' ? label() : label;
  return said === null ? 'none' : labelKind(said);
}

/** Separators, "or" in any language, or the arrow of a call: what stands between the numbers of a list. */
const BETWEEN_NUMBERS = /^(?:[\s,;/|&\u00b7\u2022-]{1,4}|\s\p{Ll}{1,5}\s|\s?(?:[-=]>|\u2192)\s?)$/u;

/** "Phones: 4155552671, 2125550147": a label holds for the numbers that follow with nothing but a separator between. */
function continuesList({ text, matches, from }: Search, start: number): boolean {
  const last = matches[matches.length - 1];
  return last?.reason === 'labelled' && start - from <= 7 && BETWEEN_NUMBERS.test(text.slice(from, start));
}
