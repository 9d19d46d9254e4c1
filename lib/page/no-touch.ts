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
 * Whether the element lies in a zone that Dialside leaves alone, looking outwards through shadow hosts. Documents in
 * design mode are such a zone as a whole.
 */
export function isNoTouch(element: Element): boolean {
  for (let inner: Element | null = element; inner !== null; inner = shadowHostOf(inner)) {
    if (inner.closest(NO_TOUCH_SELECTOR) !== null) return true;
  }
  return element.ownerDocument.designMode === 'on';
}

function shadowHostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
