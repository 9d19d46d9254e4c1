import type { NumberKind } from './phone-number.ts';
import { type ReadNumber, readInPlan, readInternational } from './read-digits.ts';
import type { RegionFilter } from './region-filter.ts';
import { kindOf } from './validity.ts';
import { wordDigits } from './vanity.ts';

/** A word behind the prefix of a toll-free range outside North America: "0800 REVERSE", "1300 CARPET", "+49 800 TELEKOM". */
export interface SpeltNumber {
  /** The prefix as it is written, its calling code apart; null where none is. */
  readonly callingCode: string | null;
  readonly prefix: string;
  /** The word's keypad digits. */
  readonly keys: string;
}

/**
 * Calling code, prefix, what joins them, word. One word in capitals that has as many letters as the number has digits: fewer, more or
 * mixed with digits are dates and addresses too often, as are words behind Australia's 13 ("13 NOV", "13 KING ST").
 */
export const SPELT = '(?:\\+(\\d{1,3})[-. ]{0,2})?\\(?([01]?8\\d\\d|1300)(\\)[-. ]?|[-.]| )([A-Z]{6,7})';
/** Words of dates, times, lengths and amounts, which follow the hour or count that such a prefix may be: "at 0800 TOMORROW". */
const COUNTED =
  /^(?:JANUARY|AUGUST|OCTOBER|(?:MON|TUES|THURS|FRI|SUN|WEEK|HOLI)DAYS?|TONIGHT|MORNING|EVENING|(?:MONTH|NIGHT|MINUTE|SECOND|METRE|METER|DOLLAR|POUND|POINT|CREDIT|PERSON)S?|PEOPLE|GUESTS|STREET|AVENUE)$/;
/** What the caller does not pay for, or little. */
const KINDS: ReadonlySet<NumberKind> = new Set(['tollFree', 'sharedCost', 'universalAccess']);

/** The number that these parts may be, null for a word that is counted; whether a country has it is asked of {@link readSpelt}. */
export function speltNumber(callingCode: string | undefined, prefix: string, word: string): SpeltNumber | null {
  return COUNTED.test(word) ? null : { callingCode: callingCode ?? null, prefix, keys: wordDigits(word) };
}

/** The toll-free number of a word, by its calling code or by the first region that has it. */
export function readSpelt(
  { callingCode, prefix, keys }: SpeltNumber,
  filters: readonly RegionFilter[],
): ReadNumber | null {
  const digits = prefix + keys;
  const reads =
    callingCode === null
      ? filters.map(({ plan, isNanp }) => (isNanp ? null : readInPlan(digits, plan)))
      : [readInternational(callingCode + digits)];
  return reads.find((one) => one !== null && KINDS.has(kindOf(one.callingCode, one.nationalNumber))) ?? null;
}

/** Of "1300 22 HELP" the first six digits are a number of Australia, too, but another one. */
export const SPELT_BEGINNING = /(?<!\d)1300[-. ]?\d\d[-. ]?[A-Z]{2}/;

const WHOLE = new RegExp(`^${SPELT}$`);

/** The number of a text that is nothing but a prefix and a word in capitals. */
export function readWholeSpelt(text: string, filters: readonly RegionFilter[]): ReadNumber | null {
  const match = WHOLE.exec(text);
  const spelt = match && speltNumber(match[1], match[2] ?? '', match[4] ?? '');
  return spelt && readSpelt(spelt, filters);
}
