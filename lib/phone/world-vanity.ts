import { wordKind } from './label-words.ts';
import type { NumberKind } from './phone-number.ts';
import { type ReadNumber, readInPlan, readInternational } from './read-digits.ts';
import type { RegionFilter } from './region-filter.ts';
import { kindOf } from './validity.ts';
import { wordDigits } from './vanity.ts';

/** A word behind the prefix of a toll-free range outside North America: "0800 REVERSE", "1300 FLOWERS", "13 CATS", "+49 800 TELEKOM". */
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
  /(?<![\p{L}\d_./@#$+-])(?:\+(\d{1,3})[-. ]{0,2})?\(?([01]?(?:8\d\d|300)|13)(\)[-. ]?|[-.]| |(?=[A-Z]))([A-Z\d]+(?:[-. ][A-Z\d]+){0,2})(?![\p{L}\d@_]|[-/][\p{L}\d])/gu;
const FEWEST_KEYS = 6;
/** Australia's numbers of six digits, all of which begin so. */
const SHORT_PREFIX = '13';
const FEWEST_SHORT_KEYS = 4;
/** Words of dates and times, which follow the hour or day that such a prefix may be: "call on 13 JUNE", "at 0800 TOMORROW". */
const OF_TIME =
  /^(?:(?:JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPT(?:EMBER)?|OCTOBER|NOVEMBER|DECEMBER)|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN|TO)?DAYS?|TO(?:MORROW|NIGHT)|MORNING|EVENING|(?:WEEK|MONTH|YEAR|HOUR|NIGHT|MINUTE|SECOND|TIME)S?|(?:MIN|SEC)S)$/;
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
    if (!isSpelt(word) || keys.length < fewestKeys(prefix) || keys.length > MOST_KEYS) continue;
    // Codes of goods begin with two digits and a dash.
    const isJoined = (between.endsWith('-') && prefix !== SHORT_PREFIX) || code !== undefined;
    const [start, end] = [match.index, match.index + raw.length];
    found.push({ start, end, callingCode: code ?? null, prefix, keys, isJoined });
  }
  return found;
}

/** "0800-NUMMER" speaks of numbers and is none; "1300 22 HELP" is one, since nothing is numbered in its middle. */
function isSpelt(word: string): boolean {
  const parts = word.split(/[-. ]/);
  const kinds = parts.map(wordKind);
  const isName = kinds.every((kind) => kind === 'unknown' || (kind === 'weak' && /\d/.test(parts[0] ?? '')));
  return isName && /[A-Z]{3}/.test(word) && !parts.some((part) => OF_TIME.test(part));
}

function fewestKeys(prefix: string): number {
  return prefix === SHORT_PREFIX ? FEWEST_SHORT_KEYS : FEWEST_KEYS;
}

/** The toll-free number of a word, by its calling code or by the first region that has it; keys that are too many are left out. */
export function readWorldVanity(
  { callingCode, prefix, keys }: WorldVanity,
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
