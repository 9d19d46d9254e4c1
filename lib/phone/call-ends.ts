import { readInPlan } from './read-digits.ts';
import type { RegionFilter } from './region-filter.ts';

/** Two numbers with their words; longer texts say something else as well. */
const LONGEST = 60;
/** English, German, Spanish, Portuguese, French, Italian, Dutch, Polish. */
const FROM_AND_TO =
  /^\s*(?:from|vo[nm]|desde|de|dall?a?|van|od|z)\s?:?\s(\+?\d{8,13})[\s,;|/-]+(?:to|an|nach|bis|à|vers|para|a|hacia|naar|aan|do|na)\s?:?\s(\+?\d{8,13})[\s.]*$/iu;
/** Ids of a range, and dates, begin with as many digits alike. */
const MOST_ALIKE = 4;

/** "From 4155552671 to 2127365000", "Von: … An: …": whether a text says who called whom and nothing else, two numbers of the regions. */
export function isFromAndTo(text: string, filters: readonly RegionFilter[]): boolean {
  if (text.length > LONGEST) return false;
  const [, from = '', to = ''] = FROM_AND_TO.exec(text) ?? [];
  if (from === '' || from.slice(0, MOST_ALIKE + 1) === to.slice(0, MOST_ALIKE + 1)) return false;
  return [from, to].every(
    (digits) => digits.startsWith('+') || filters.some(({ plan }) => readInPlan(digits, plan) !== null),
  );
}
