import { elementAround } from '../roots/flat-tree.ts';

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

const EDITED =
  '[contenteditable=""],[contenteditable=true i],[contenteditable=plaintext-only i],[role=textbox i],[role=searchbox i]';

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
  for (let outer: Element | null = element; outer !== null; outer = elementAround(outer)) {
    const before = known.get(outer);
    // Asked of the cell and the row of each number: a selector of all tags takes four times as long.
    isIn = before ?? (hasNoTouchTag(outer) || (outer.hasAttributes() && outer.matches(EDITED)));
    if (before !== undefined) break;
    // Its own parent is seldom asked about again, those further out are for every number.
    if (outer !== element) asked.push(outer);
    if (isIn) break;
  }
  for (const one of asked) known.set(one, isIn);
  return isIn;
}
