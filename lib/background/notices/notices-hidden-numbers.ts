// As short as a local number is. Error codes and times of waiting are shorter.
const DIGITS = 6;
const NUMBER_LIKE = /\+?\d(?:[\s().\-/]{0,2}\d)+/g;

/** The text with everything in it that could be a phone number replaced by an ellipsis. */
export function hideNumbers(text: string): string {
  return text.replace(NUMBER_LIKE, (found) => (found.replace(/\D/g, '').length < DIGITS ? found : '…'));
}
