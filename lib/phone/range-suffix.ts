import { type DigitRun, groupLength, HAS_DASH, HAS_SPACE } from './digit-groups.ts';
import { isValidNational } from './validity.ts';

/** The other number of "555-1234/5" or "… 1234 or 1235": the last digits written once more. */
export interface RangeSuffix {
  readonly start: number;
  readonly end: number;
  readonly nationalNumber: string;
}

/** The word "or" in English, German, French, Spanish, Italian, Polish or Dutch. */
const OR = 'or|oder|ou|o|lub|of';
/** The words "and" and "to" in these languages: they join a number with other things as well. */
const AND = 'and|und|et|y|e|i|en|to|thru|through|bis|al?|à|do|tot';
/** A slash, a comma or a word, then up to four digits, behind a dash or not. */
const SUFFIX = new RegExp(
  `(\\s?/\\s?|\\s?[,;](?=-)|\\s?[,;]\\s| (?:${OR}|${AND}) )(-?)(\\d{1,4})(?![\\p{L}\\d])`,
  'uy',
);
const IS_OR = new RegExp(`^ (?:${OR}) $`, 'u');
/** What ends a list of suffixes: nothing, a sign that is no unit's, or the next of them. */
const CLOSED = new RegExp(`\\s*(?:$|[^\\s\\p{L}\\d%°$€£+*=×-]|(?:${OR}|${AND}) -?\\d)`, 'uy');
/** The numbers of one switchboard are no further apart. */
const MOST_APART = 99;
/** A dozen more suffixes at most, as in "1234/35/36": a text of them alone would be read again for each; then nothing with which the digits would be another number's first group. */
const END = /((?:\s?\/\s?\d{1,4}(?!\d)){0,12})(?!\s?[-./(]?\s?\d|[:,]\d)/y;
/** "…5000/24 hours", "…5000/7 Tage": how long somebody answers, in English, German, French, Spanish, Italian, Dutch, Polish. */
const TIME =
  /\s?(?:da(?:y|gen)|h(?:ou)?rs?(?!\p{L})|h(?:eures?)?(?!\p{L})|tage?n?(?!\p{L})|std|stunden|uhr|uur|jours|d[ií]as|hor|ore(?!\p{L})|giorni|dni|godz|min)/iuy;

/**
 * The number whose last digits follow one that ends at `end`; null when none does. `lastGroup` is how long its last group is.
 * Of "1234/35/36" it is the first; the next is asked for from its end.
 */
export function rangeSuffixAt(
  text: string,
  end: number,
  callingCode: string,
  nationalNumber: string,
  lastGroup: number,
): RangeSuffix | null {
  SUFFIX.lastIndex = end;
  const [written, between = '', dash = '', digits = ''] = SUFFIX.exec(text) ?? [];
  if (written === undefined || digits.length > lastGroup) return null;
  const after = end + written.length;
  const isWhole = digits.length === lastGroup;
  if (dash !== '' && (!isWhole || digits.length < 2)) return null;
  const last = nationalNumber.slice(-digits.length);
  if (between.includes('/')) {
    // With blanks around the slash the next number must be higher.
    if (between !== '/' && digits <= last) return null;
    if (!endsList(text, after, digits)) return null;
  } else {
    // After a word or a comma only a whole group counts: "… 2671 or 2 weeks".
    if (!isWhole || !endsList(text, after, digits)) return null;
    // Two digits and a word are a date, a time, a count: "… 44 66 or 13 CATS".
    if (digits.length < 3 && !isClosed(text, after)) return null;
    if (!IS_OR.test(between) && !isNext(text, after, last, digits, dash !== '')) return null;
  }
  const other = nationalNumber.slice(0, -digits.length) + digits;
  if (other === nationalNumber || !isValidNational(callingCode, other)) return null;
  return { start: after - digits.length, end: after, nationalNumber: other };
}

/** Whether the digits after a comma, "and" or "to" are the end of a number that comes soon after one that ends so: no year, street or amount. */
function isNext(text: string, after: number, last: string, digits: string, isDashed: boolean): boolean {
  const gap = Number(digits) - Number(last);
  if (gap <= 0 || gap > MOST_APART) return false;
  if (!isDashed && (digits.length < 3 || /^(?:19|20)\d\d$/.test(digits))) return false;
  return isClosed(text, after);
}

function isClosed(text: string, at: number): boolean {
  CLOSED.lastIndex = at;
  return CLOSED.test(text);
}

/** "030 1234567 10-12 Uhr": whether the last two groups are the hours in which somebody answers. */
export function endsInHours(run: DigitRun, text: string): boolean {
  const last = run.count - 1;
  if (last < 2 || groupLength(run, last) > 2 || groupLength(run, last - 1) > 2) return false;
  return (
    ((run.before[last - 1] ?? 0) & HAS_SPACE) !== 0 &&
    run.before[last] === HAS_DASH &&
    isTimeAt(text, run.end[last] ?? 0)
  );
}

/** Whether what goes on after some digits says that they are hours or days. */
function isTimeAt(text: string, at: number): boolean {
  TIME.lastIndex = at;
  return TIME.test(text);
}

/** Whether nothing goes on after a suffix but suffixes of its own length, each higher than the one before. */
function endsList(text: string, at: number, digits: string): boolean {
  if (isTimeAt(text, at)) return false;
  END.lastIndex = at;
  const more = END.exec(text)?.[1]?.match(/\d+/g);
  if (more === undefined) return false;
  let last = digits;
  return (more ?? []).every((next) => {
    const isNext = next.length === last.length && next > last;
    last = next;
    return isNext;
  });
}
