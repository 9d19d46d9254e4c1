import type { NumberKind } from './phone-number.ts';
import { type ReadNumber, readInPlan, readInternational } from './read-digits.ts';
import type { RegionFilter } from './region-filter.ts';
import { kindOf } from './validity.ts';
import { wordDigits } from './vanity.ts';

/** A word behind the prefix of a toll-free range outside North America: "0800 REVERSE", "1300 FLOWERS", "13 CATS", "+49 800 TELEKOM". */
export interface SpeltNumber {
  /** The prefix as it is written, its calling code apart; null where none is. */
  readonly callingCode: string | null;
  readonly prefix: string;
  /** The word's keypad digits. */
  readonly keys: string;
}

/** Australia's numbers of six digits, all of which begin so. */
export const SHORT_PREFIX = '13';
const FEWEST_SHORT_KEYS = 4;
const FEWEST_KEYS = 6;
/** Letters that the network drops, as those of "1800 FLOWERS", which is dialled without the last. */
const MOST_KEYS = 10;
/** What the caller does not pay for, or little. */
const KINDS: ReadonlySet<NumberKind> = new Set(['tollFree', 'sharedCost', 'universalAccess']);

/** A number of these parts, where the word has as many letters as one may have; whether a country has it is asked of {@link readSpelt}. */
export function speltNumber(callingCode: string | undefined, prefix: string, word: string): SpeltNumber | null {
  const keys = wordDigits(word);
  if (keys.length < fewestKeys(prefix) || keys.length > MOST_KEYS) return null;
  return { callingCode: callingCode ?? null, prefix, keys };
}

/** The toll-free number of a word, by its calling code or by the first region that has it; keys that are too many are left out. */
export function readSpelt(
  { callingCode, prefix, keys }: SpeltNumber,
  filters: readonly RegionFilter[],
): ReadNumber | null {
  for (let count = keys.length; count >= fewestKeys(prefix); count--) {
    const digits = prefix + keys.slice(0, count);
    const reads =
      callingCode === null
        ? filters.map(({ plan, isNanp }) => (isNanp ? null : readInPlan(digits, plan)))
        : [readInternational(callingCode + digits)];
    const read = reads.find((one) => one !== null && KINDS.has(kindOf(one.callingCode, one.nationalNumber)));
    if (read) return read;
  }
  return null;
}

function fewestKeys(prefix: string): number {
  return prefix === SHORT_PREFIX ? FEWEST_SHORT_KEYS : FEWEST_KEYS;
}

const WHOLE =
  /^(?:\+(\d{1,3})[-. ]{0,2})?\(?([01]?(?:8\d\d|300)|13)\)?[-. ]{0,2}((?=[\dA-Z]*[-. ]?[A-Z])[A-Z\d]+(?:[-. ][A-Z\d]+){0,2})$/i;

/** The number of a text that is nothing but a prefix and a word, in letters of any case; null for digits with a label behind them. */
export function readWholeSpelt(text: string, filters: readonly RegionFilter[]): ReadNumber | null {
  const [, code, prefix = '', word = ''] = WHOLE.exec(text) ?? [];
  const letters = word.replace(/[^A-Z]/gi, '').length;
  // "0800 123456 fax" has more digits than letters.
  const spelt = letters >= 3 && letters > word.replace(/\D/g, '').length ? speltNumber(code, prefix, word) : null;
  return spelt && readSpelt(spelt, filters);
}
