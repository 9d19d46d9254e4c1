/** Attributes by which makers of pages name a place, in the order in which they are to be trusted. */
const NAMES = ['data-field', 'data-field-name', 'data-name', 'data-testid', 'itemprop', 'name'] as const;
/** As long as a rule's selector may be. */
const LONGEST = 300;

/**
 * A selector that finds the same place on the page of another record, as far as the page names its places; null for none. An
 * id with a digit in it is taken for that of this one record.
 */
export function selectorFor(element: Element): string | null {
  const { ownerDocument: document } = element;
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null && at !== document.documentElement; at = at.parentElement) {
    const name = nameOf(at);
    const selector = [name ?? stepOf(at), ...steps].join(' > ');
    if (selector.length > LONGEST) return null;
    if (name !== null || at === document.body) return document.querySelector(selector) === element ? selector : null;
    steps.unshift(stepOf(at));
  }
  // In a shadow root, where a page's own selectors do not reach.
  return null;
}

/** The selector of what is named, and named so once. */
function nameOf(element: Element): string | null {
  const { id, ownerDocument: document } = element;
  const byName = NAMES.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null || value === '' || /\d/.test(value) ? [] : [`[${name}="${CSS.escape(value)}"]`];
  });
  const candidates = [...(id !== '' && !/\d/.test(id) ? [`#${CSS.escape(id)}`] : []), ...byName];
  return candidates.find((selector) => document.querySelectorAll(selector).length === 1) ?? null;
}

function stepOf(element: Element): string {
  const tag = CSS.escape(element.localName);
  const alike = [...(element.parentElement?.children ?? [])].filter(({ localName }) => localName === element.localName);
  return alike.length > 1 ? `${tag}:nth-of-type(${alike.indexOf(element) + 1})` : tag;
}
