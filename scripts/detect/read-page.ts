import type { FoundNumber } from '../../lib/page/numbers/number-source.ts';
import { createNumberStore } from '../../lib/page/numbers/number-store.ts';
import { numbersInOrder } from '../../lib/page/numbers/number-walk.ts';
import { openShadowRootOf, shadowRootsIn } from '../../lib/page/roots/shadow-roots.ts';
import { createNumberReader } from '../../lib/page/scan/number-reader.ts';
import { createNumberScan } from '../../lib/page/scan/number-scan.ts';
import { labelOf } from '../../lib/page/text/dom-label.ts';
import { type InlineRun, readInlineRun } from '../../lib/page/text/inline-run.ts';
import { isLongText } from '../../lib/page/text/long-text.ts';
import { isNoTouch } from '../../lib/page/text/no-touch.ts';
import { findNumbers } from '../../lib/phone/find-numbers.ts';
import type { Region } from '../../lib/phone/phone-number.ts';

/**
 * The numbers that the page side finds in a document and shows, in reading order; those in fields that are edited as well,
 * which it shows while the person is at the field.
 */
export function readPage(document: Document, regions: readonly Region[]): FoundNumber[] {
  const store = createNumberStore({ onFound() {}, onLost() {} });
  const reader = createNumberReader(findNumbers, regions, [], undefined, () => true);
  const scan = createNumberScan({ document, reader, store, shadowRootOf: openShadowRootOf, onShadowRoot() {} });
  for (const _ of scan.readFrom(document));
  for (const field of document.querySelectorAll('input')) store.setAt(field, reader.inField(field));
  return numbersInOrder(store.all);
}

/** A line of the page as it is read, and the words that the page puts to it. */
export interface PageLine {
  readonly run: InlineRun;
  readonly label: string | null;
  /** Whether it stands where Dialside reads nothing: in `pre`, `code`, an editor. */
  readonly isUntouched: boolean;
}

/** All lines of a document that can be seen or are read, shadow roots after the document that they are in. */
export function linesOf(root: Document | ShadowRoot): PageLine[] {
  const lines: PageLine[] = [];
  const seen = new Set<Node>();
  const texts = ownerOf(root).createNodeIterator(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    if (!(text instanceof Text) || seen.has(text)) continue;
    const run = isLongText(text) ? { text: text.data, nodes: [text], starts: [0] } : readInlineRun(text);
    for (const node of run.nodes) seen.add(node);
    const parent = text.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    if (parent === null) continue;
    const isUntouched = isNoTouch(parent);
    if (!isUntouched || parent.checkVisibility()) lines.push({ run, label: labelOf(parent), isUntouched });
  }
  return [...lines, ...[...shadowRootsIn(root, openShadowRootOf)].flatMap(linesOf)];
}

function ownerOf(root: Document | ShadowRoot): Document {
  return root instanceof Document ? root : root.ownerDocument;
}
