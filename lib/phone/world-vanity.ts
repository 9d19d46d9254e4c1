import { wordKind } from './label-words.ts';
import { SPELT, type SpeltNumber, speltNumber } from './spelt-number.ts';

/** A word behind the prefix of a toll-free range outside North America, as it stands in a text. */
export interface WorldVanity extends SpeltNumber {
  readonly start: number;
  readonly end: number;
  /** A dash joins prefix and word, or a calling code leads: nobody writes times or amounts so. */
  readonly isJoined: boolean;
}

/** "1300 GEORGE ST", "1300 GEORGE, SYDNEY": what goes on so is an address, or a sentence in capitals. */
const GOES_ON =
  '[\\p{L}\\d@_]|[-/][\\p{L}\\d]|[-., ][A-Z\\d]|, [A-Z\\d]|,? (?:st|street|rd|road|ave|avenue|dr|drive|ln|lane|blvd)(?!\\p{L})';
const IN_TEXT = new RegExp(`(?<![\\p{L}\\d_./@#$+-])${SPELT}(?!${GOES_ON})`, 'gu');

/** The words behind such a prefix in a text, in capitals. Whether they are numbers is asked of `readSpelt`. */
export function findWorldVanities(text: string): readonly WorldVanity[] {
  const found: WorldVanity[] = [];
  for (const match of text.matchAll(IN_TEXT)) {
    const [raw, code, prefix = '', between = '', word = ''] = match;
    // "0800-NUMMER" speaks of numbers and is none.
    const spelt = wordKind(word) === 'unknown' ? speltNumber(code, prefix, word) : null;
    if (spelt === null) continue;
    const isJoined = between.endsWith('-') || code !== undefined;
    found.push({ ...spelt, start: match.index, end: match.index + raw.length, isJoined });
  }
  return found;
}
