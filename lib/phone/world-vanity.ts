import { wordKind } from './label-words.ts';
import { SHORT_PREFIX, type SpeltNumber, speltNumber } from './spelt-number.ts';

/** A word behind the prefix of a toll-free range outside North America, as it stands in a text. */
export interface WorldVanity extends SpeltNumber {
  readonly start: number;
  readonly end: number;
  /** A dash joins prefix and word, or a calling code leads: nobody writes times or amounts so. */
  readonly isJoined: boolean;
}

const IN_TEXT =
  /(?<![\p{L}\d_./@#$+-])(?:\+(\d{1,3})[-. ]{0,2})?\(?([01]?(?:8\d\d|300)|13)(\)[-. ]?|[-.]| |(?=[A-Z]))([A-Z\d]+(?:[-. ][A-Z\d]+){0,2})(?![\p{L}\d@_]|[-/][\p{L}\d])/gu;
/** Words of dates and times, which follow the hour or day that such a prefix may be: "call on 13 JUNE", "at 0800 TOMORROW". */
const OF_TIME =
  /^(?:(?:JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPT(?:EMBER)?|OCTOBER|NOVEMBER|DECEMBER)|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN|TO)?DAYS?|TO(?:MORROW|NIGHT)|MORNING|EVENING|(?:WEEK|MONTH|YEAR|HOUR|NIGHT|MINUTE|SECOND|TIME)S?|(?:MIN|SEC)S)$/;

/** The words behind such a prefix in a text, in capitals. Whether they are numbers is asked of `readSpelt`. */
export function findWorldVanities(text: string): readonly WorldVanity[] {
  const found: WorldVanity[] = [];
  for (const match of text.matchAll(IN_TEXT)) {
    const [raw, code, prefix = '', between = '', word = ''] = match;
    const spelt = isSpelt(word) ? speltNumber(code, prefix, word) : null;
    if (spelt === null) continue;
    // Codes of goods begin with two digits and a dash.
    const isJoined = (between.endsWith('-') && prefix !== SHORT_PREFIX) || code !== undefined;
    found.push({ ...spelt, start: match.index, end: match.index + raw.length, isJoined });
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
