/** The keypad's digit for each letter (ITU-T E.161). */
const KEYPAD = '22233344455566677778889999';

/** The digit on whose key a letter A to Z stands. */
export function keypadDigit(letter: string): string {
  return KEYPAD[letter.toUpperCase().charCodeAt(0) - 65] ?? '';
}

/** The keypad's digits for a word of letters and digits; what stands between its parts is left out. */
export function wordDigits(word: string): string {
  return word.replace(/[^A-Z\d]/gi, '').replace(/[A-Z]/gi, keypadDigit);
}

const TOLL_FREE = '(?:\\+?1[-. ]{0,2})?\\(?8(?:00|33|44|55|66|77|88)\\)?';
const WHOLE_VANITY = new RegExp(`^(${TOLL_FREE}[-. ]{0,2})([A-Z0-9]+(?:[-. ][A-Z0-9]+){0,3})$`, 'i');

const CODE_APART = /^(?:\+1|1[-. ])/;

/**
 * A number of which letters are part (1-800-FLOWERS) with keypad digits in their place; other texts unchanged. Keys past
 * the number's seventh are not dialled: 1-800-CONTACTS is 1-800-266-8228. Behind the 1 of North America it is a number from anywhere,
 * otherwise only where one of the agent's regions is there.
 */
export function lettersToDigits(text: string, isNanp: boolean): string {
  const match = WHOLE_VANITY.exec(text);
  const [, lead = '', word = ''] = match ?? [];
  const keys = word.replace(/[^A-Z0-9]/gi, '').slice(0, 7);
  if (keys.length < 7 || !/[A-Z]{3}/i.test(keys)) return text;
  const hasCode = CODE_APART.test(lead);
  // "800 dollars" is an amount.
  if (!hasCode && (!isNanp || (/^\(?8.*\s/.test(lead) && /[a-z]/.test(word)))) return text;
  return (hasCode && !lead.startsWith('+') ? '+' : '') + lead + keys.replace(/[A-Z]/gi, keypadDigit);
}

/** A toll-free number with a word in it, as it stands in a text. */
export interface Vanity {
  readonly start: number;
  readonly end: number;
  readonly nationalNumber: string;
  /** Whether the 1 of North America leads, apart from the prefix: "1800 FLOWERS" is a number of other countries too. */
  readonly hasCode: boolean;
}

const IN_TEXT =
  /(?<![\p{L}\d_./@#$-])(\+?1[-. ]{0,2})?\(?(8(?:00|33|44|55|66|77|88))(\)[-. ]?|[-.]| )([A-Za-z\d]+(?:[-. ][A-Z\d]+){0,2})(?![\p{L}\d@_]|[-/][\p{L}\d])/gu;
/** Longer words are dialled by their first seven keys; above this they are product codes. */
const MOST_KEYS = 10;

/** The toll-free vanity numbers in a text. Capitals are asked for unless a 1 with a dash leads: "800 main street" is an address. */
export function findVanities(text: string): readonly Vanity[] {
  const found: Vanity[] = [];
  IN_TEXT.lastIndex = 0;
  for (let match = IN_TEXT.exec(text); match; match = IN_TEXT.exec(text)) {
    const [raw, trunk = '', prefix = '', between = '', word = ''] = match;
    const keys = wordKeys(word, trunk !== '', between);
    if (keys === null) continue;
    const hasCode = CODE_APART.test(trunk);
    found.push({ start: match.index, end: match.index + raw.length, nationalNumber: prefix + keys, hasCode });
  }
  return found;
}

function wordKeys(word: string, hasTrunk: boolean, between: string): string | null {
  const keys = word.replace(/[-. ]/g, '');
  const first = keys.slice(0, 7);
  if (first.length < 7 || keys.length > MOST_KEYS || !/[A-Z]{3}/i.test(first)) return null;
  const isBracketed = between.includes(')');
  const isSpaced = /\s/.test(between) && !isBracketed;
  if (!hasTrunk && (isSpaced || (/\d/.test(first) && !isBracketed))) return null;
  if (/[a-z]/.test(word) && (!hasTrunk || isSpaced || /\s/.test(word))) return null;
  if (keys.length > 7 && /\s/.test(word)) return null;
  return first.replace(/[A-Z]/gi, keypadDigit);
}
