import { isValidNational } from './validity.ts';

/** The other number of "555-1234/5" or "… 1234 or 1235": the last digits written once more. */
export interface RangeSuffix {
  readonly start: number;
  readonly end: number;
  readonly nationalNumber: string;
}

/** A slash, or the word "or" in English, German, French, Spanish, Italian, Polish or Dutch; then up to four digits, of four after a dash. */
const SUFFIX = /(\s?\/\s?| (?:or|oder|ou|o|lub|of) )((?:-(?=\d{4}))?\d{1,4})(?![\p{L}\d])/uy;
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
  const match = SUFFIX.exec(text);
  const digits = match?.[2]?.replace('-', '') ?? '';
  if (!match || digits.length > lastGroup) return null;
  const after = SUFFIX.lastIndex;
  const between = match[1] ?? '';
  // After a word only a whole group counts: "… 2671 or 2 weeks". After a slash with blanks the next number must be higher.
  if (!between.includes('/') && digits.length !== lastGroup) return null;
  if (between.includes('/') && between !== '/' && digits <= nationalNumber.slice(-digits.length)) return null;
  if (!endsList(text, after, digits)) return null;
  const other = nationalNumber.slice(0, -digits.length) + digits;
  if (other === nationalNumber || !isValidNational(callingCode, other)) return null;
  return { start: after - digits.length, end: after, nationalNumber: other };
}

/** Whether nothing goes on after a suffix but suffixes of its own length, each higher than the one before. */
function endsList(text: string, at: number, digits: string): boolean {
  TIME.lastIndex = at;
  if (TIME.test(text)) return false;
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
