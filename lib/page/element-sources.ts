/** Links whose address is a number, in any case of the scheme. */
const NUMBER_LINKS = [
  ...['tel:', 'callto:', 'sip:', 'sips:', 'sms:', 'smsto:', 'skype:', 'whatsapp:', 'facetime'].map(
    (scheme) => `a[href^="${scheme}" i],area[href^="${scheme}" i]`,
  ),
  'a[href*="//wa.me/" i]',
  'a[href*=".whatsapp.com/send" i]',
].join(',');

/** Kinds of fields that show their value as text. The others hide it (password) or hold a quantity (number, date). */
const TEXT_FIELDS: ReadonlySet<string> = new Set(['text', 'tel', 'search', 'url']);

type Root = Element | Document | ShadowRoot;

/**
 * All links below a root. The browser keeps a document's at hand; elsewhere a short selector and then {@link isNumberLink}
 * beat the long list on every element.
 */
export function linksIn(root: Root): Iterable<Element> {
  return root instanceof Document ? [...root.links] : root.querySelectorAll('a[href],area[href]');
}

/** All fields below a root that nobody can type into now. A fieldset can disable them. */
export function shownFieldsIn(root: Root): Iterable<Element> {
  const fields = root instanceof ShadowRoot ? root.querySelectorAll('input') : root.getElementsByTagName('input');
  return [...fields].filter((field) => field.readOnly || field.matches(':disabled'));
}

export function isNumberLink(element: Element): boolean {
  return element.matches(NUMBER_LINKS);
}

/** Whether the element is a field that shows its value as text. */
export function isTextField(element: Element): element is HTMLInputElement {
  return element instanceof HTMLInputElement && TEXT_FIELDS.has(element.type);
}

/**
 * The text that a field shows; null for those that are not text, and for those that people edit, except the one that the
 * person is at.
 */
export function shownTextOf(
  element: Element,
  isAttended: (field: HTMLInputElement) => boolean = () => false,
): string | null {
  if (!isTextField(element)) return null;
  return element.readOnly || element.matches(':disabled') || isAttended(element) ? element.value : null;
}
