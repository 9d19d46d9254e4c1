/** Addresses that are a number, in any case of the scheme, and with the blanks before it that browsers leave out. */
const NUMBER_ADDRESS =
  /^\s*(?:tel|callto|sips?|sms(?:to)?|skype|whatsapp|facetime(?:-audio)?):|\/\/wa\.me\/|\.whatsapp\.com\/send/i;

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

/** All fields below a root that nobody can type into now. */
export function shownFieldsIn(root: Root): Iterable<Element> {
  const fields = root instanceof ShadowRoot ? root.querySelectorAll('input') : root.getElementsByTagName('input');
  return [...fields].filter(isFixed);
}

/** Whether nobody can type into a field now. A fieldset can disable it. */
function isFixed(field: HTMLInputElement): boolean {
  return field.readOnly || field.matches(':disabled');
}

export function isShownField(element: Element): boolean {
  return element instanceof HTMLInputElement && isFixed(element);
}

export function isLink(element: Element): boolean {
  return element.localName === 'a' || element.localName === 'area';
}

export function isNumberLink(element: Element): boolean {
  return isLink(element) && NUMBER_ADDRESS.test(addressOf(element));
}

/** The address of a link as it is written, but for the scheme: one that is left out is the page's own. */
export function addressOf(link: Element): string {
  const written = link.getAttribute('href') ?? '';
  return written.startsWith('//') ? `https:${written}` : written;
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
