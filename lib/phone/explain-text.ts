import { explainNumbers } from '../../lib/phone/find-numbers.ts';
import type { PhoneMatch, Region } from '../../lib/phone/phone-number.ts';
import type { Refused } from './answer.ts';

/** Fewer digits are a figure that nobody takes for a number. */
const FEWEST_DIGITS = 3;
const DIGITS = /\d(?:[\d ./()-]*\d)?/g;

export interface ExplainedText {
  readonly matches: readonly PhoneMatch[];
  readonly refusals: readonly Refused[];
}

/** What the finder answers, with a refusal for every other piece of digits as well: those it has no reason to look at. */
export function explainText(text: string, regions: readonly Region[], label: string | null): ExplainedText {
  const { matches, refusals } = explainNumbers(text, regions, label);
  const answered = [...matches, ...refusals];
  const others = [...text.matchAll(DIGITS)]
    .map(({ 0: raw, index }) => ({ start: index, end: index + raw.length, raw }))
    .filter(({ raw }) => raw.replace(/\D/g, '').length >= FEWEST_DIGITS)
    .filter(({ start, end }) => !answered.some((one) => one.start < end && start < one.end))
    .map((digits) => ({ ...digits, reason: regions.length === 0 ? ('noRegion' as const) : ('length' as const) }));
  return { matches, refusals: [...refusals, ...others].sort((one, other) => one.start - other.start) };
}
