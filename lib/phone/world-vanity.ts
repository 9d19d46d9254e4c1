import { wordKind } from './label-words.ts';
import type { NumberKind } from './phone-number.ts';
import { type ReadNumber, readInPlan, readInternational } from './read-digits.ts';
import type { RegionFilter } from './region-filter.ts';
import { kindOf } from './validity.ts';
import { wordDigits } from './vanity.ts';

/** A word behind the prefix of a toll-free range outside North America: "0800 REVERSE", "1800-FLOWERS", "+49 800 TELEKOM". */
export interface WorldVanity {
  readonly start: number;
  readonly end: number;
  /** The prefix as it is written, its calling code apart; null where none is. */
  readonly callingCode: string | null;
  readonly prefix: string;
  /** The word's keypad digits. */
  readonly keys: string;
  /** A dash joins prefix and word, or a calling code leads: nobody writes times or amounts so. */
  readonly isJoined: boolean;
}

const IN_TEXT =
  /(?<![\p{L}\d_./@#$+-])(?:\+(\d{1,3})[-. ]{0,2})?\(?([01]?8\d\d)(\)[-. ]?|[-.]| )([A-Z\d]+(?:[-. ][A-Z\d]+){0,2})(?![\p{L}\d@_]|[-/][\p{L}\d])/gu;
const FEWEST_KEYS = 6;
/** Letters that the network drops, as those of "1800 FLOWERS", which is dialled without the last. */
const MOST_KEYS = 10;
/** What the caller does not pay for, or little. */
const KINDS: ReadonlySet<NumberKind> = new Set(['tollFree', 'sharedCost', 'universalAccess']);

/** The words behind such a prefix in a text, in capitals. Whether they are numbers is asked of {@link readWorldVanity}. */
export function findWorldVanities(text: string): readonly WorldVanity[] {
  const found: WorldVanity[] = [];
  for (const match of text.matchAll(IN_TEXT)) {
    const [raw, code, prefix = '', between = '', word = ''] = match;
    const keys = wordDigits(word);
    // "0800-NUMMER" speaks of numbers and is none.
    const isWord = /[A-Z]{3}/.test(word) && word.split(/[-. ]/).every((part) => wordKind(part) === 'unknown');
    if (!isWord || keys.length < FEWEST_KEYS || keys.length > MOST_KEYS) continue;
    const isJoined = between.endsWith('-') || code !== undefined;
    const [start, end] = [match.index, match.index + raw.length];
    found.push({ start, end, callingCode: code ?? null, prefix, keys, isJoined });
  }
  return found;
}

/** The toll-free number of a word, by its calling code or by the first region that has it; keys that are too many are left out. */
export function readWorldVanity(
  { callingCode, prefix, keys }: WorldVanity,
  filters: readonly RegionFilter[],
): ReadNumber | null {
  for (let count = keys.length; count >= FEWEST_KEYS; count--) {
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
