import { isValidNational } from './validity.ts';

/** The other number of "555-1234/5" or "… 1234 or 1235": the last digits written once more. */
export interface RangeSuffix {
  readonly start: number;
  readonly end: number;
  readonly nationalNumber: string;
}

/** A slash, or the word "or" in English, German, French, Spanish, Italian, Polish or Dutch; then up to four digits and no more. */
const SUFFIX = /(\/| (?:or|oder|ou|o|lub|of) )(\d{1,4})(?![\p{L}\d]|[-/.:,]\d)/uy;

/** The number whose last digits follow one that ends at `end`; null when none does. `lastGroup` is how long its last group is. */
export function rangeSuffixAt(
  text: string,
  end: number,
  callingCode: string,
  nationalNumber: string,
  lastGroup: number,
): RangeSuffix | null {
  SUFFIX.lastIndex = end;
  const match = SUFFIX.exec(text);
  const digits = match?.[2] ?? '';
  if (!match || digits.length > lastGroup) return null;
  // After a word only a whole group counts: "… 2671 or 2 weeks".
  if (match[1] !== '/' && digits.length !== lastGroup) return null;
  const other = nationalNumber.slice(0, -digits.length) + digits;
  if (other === nationalNumber || !isValidNational(callingCode, other)) return null;
  return { start: SUFFIX.lastIndex - digits.length, end: SUFFIX.lastIndex, nationalNumber: other };
}
