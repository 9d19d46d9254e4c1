/** Elements whose text is code, machine text or something a person edits: never marked, never given a button. */
const NO_TOUCH_TAGS: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'textarea',
  'select',
  'option',
  'code',
  'pre',
  'kbd',
  'samp',
  'title',
  'svg',
  'canvas',
  'object',
]);

const NO_TOUCH_SELECTOR = [
  ...NO_TOUCH_TAGS,
  '[contenteditable=""]',
  '[contenteditable="true" i]',
  '[contenteditable="plaintext-only" i]',
  '[role="textbox" i]',
  '[role="searchbox" i]',
].join(',');

/** The cheap half of {@link isNoTouch}: looks at the tag of one element and not at its ancestors. */
export function hasNoTouchTag(element: Element): boolean {
  return NO_TOUCH_TAGS.has(element.localName);
}

/**
 * What was asked in the same run of script: cells have most ancestors in common. Promises and observers of the page that were
 * waiting already may come before it is forgotten; the attributes and moves by which they change a zone have it read again.
 */
const known = new Map<Element, boolean>();

/**
 * Whether the element lies in a zone that Dialside leaves alone, looking outwards through shadow hosts. Documents in
 * design mode are such a zone as a whole.
 */
export function isNoTouch(element: Element): boolean {
  if (known.size === 0) queueMicrotask(() => known.clear());
  return isInZone(element) || element.ownerDocument.designMode === 'on';
}

function isInZone(element: Element): boolean {
  const asked: Element[] = [];
  let isIn = false;
  for (let outer: Element | null = element; outer !== null; outer = outer.parentElement ?? shadowHostOf(outer)) {
    const before = known.get(outer);
    isIn = before ?? outer.matches(NO_TOUCH_SELECTOR);
    if (before !== undefined) break;
    asked.push(outer);
    if (isIn) break;
  }
  for (const one of asked) known.set(one, isIn);
  return isIn;
}

function shadowHostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
