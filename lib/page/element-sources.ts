/** All links. Matching the short list natively and the long one in script beats the long one on every element. */
export const LINKS = 'a[href],area[href]';

/** Links whose address is a number, in any case of the scheme. */
const NUMBER_LINKS = [
  ...['tel:', 'callto:', 'sip:', 'sips:', 'sms:', 'smsto:', 'skype:', 'whatsapp:', 'facetime'].map(
    (scheme) => `a[href^="${scheme}" i],area[href^="${scheme}" i]`,
  ),
  'a[href*="//wa.me/" i]',
  'a[href*=".whatsapp.com/send" i]',
].join(',');

/** Fields that nobody can type into now. A fieldset can disable them, hence `:disabled`. */
export const SHOWN_FIELDS = 'input[readonly],input:disabled';

/** Kinds of fields that show their value as text. The others hide it (password) or hold a quantity (number, date). */
const TEXT_FIELDS: ReadonlySet<string> = new Set(['text', 'tel', 'search', 'url']);

export function isNumberLink(element: Element): boolean {
  return element.matches(NUMBER_LINKS);
}

/** The text that a read-only field shows; null for fields that people edit and those that are not text. */
export function shownTextOf(element: Element): string | null {
  if (!(element instanceof HTMLInputElement) || !TEXT_FIELDS.has(element.type)) return null;
  return element.readOnly || element.matches(':disabled') ? element.value : null;
}
