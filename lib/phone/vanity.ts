/** The keypad's digit for each letter (ITU-T E.161). */
const KEYPAD = '22233344455566677778889999';

/** The digit on whose key a letter A to Z stands. */
export function keypadDigit(letter: string): string {
  return KEYPAD[letter.toUpperCase().charCodeAt(0) - 65] ?? '';
}

const TOLL_FREE = '(?:\\+?1[-. ]{0,2})?\\(?8(?:00|33|44|55|66|77|88)\\)?';
const WHOLE_VANITY = new RegExp(`^(${TOLL_FREE}[-. ]{0,2})([A-Z0-9]+(?:[-. ][A-Z0-9]+){0,3})$`, 'i');

/**
 * A number of which letters are part (1-800-FLOWERS) with keypad digits in their place; other texts unchanged. Keys past
 * the number's seventh are not dialled: 1-800-CONTACTS is 1-800-266-8228.
 */
export function lettersToDigits(text: string): string {
  const match = WHOLE_VANITY.exec(text);
  const keys = (match?.[2] ?? '').replace(/[^A-Z0-9]/gi, '').slice(0, 7);
  if (!match || keys.length < 7 || !/[A-Z]{3}/i.test(keys)) return text;
  return match[1] + keys.replace(/[A-Z]/gi, keypadDigit);
}
