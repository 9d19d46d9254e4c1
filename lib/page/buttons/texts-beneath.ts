import { type Box, doOverlap } from '../numbers/box.ts';
import { type FoundNumber, nodeOf } from '../numbers/number-source.ts';

/** In a page that is one long list of lines, only so many texts to each side of the number are looked at. */
const REACH = 16;

/** Of a long text, so much before and behind the number: two lines and more. */
const REACH_CHARACTERS = 500;

/** Says whether a text that the element itself says lies in the box. */
export type IsTextBeneath = (element: Element, box: Box, number: FoundNumber) => boolean;

/**
 * Reads the boxes of the texts under our buttons. To let the browser's question through, the buttons would have to get another
 * style and theirs back: on a large page that costs two looks at the whole of it, 40 ms each.
 */
export function createTextsBeneath(document: Document): IsTextBeneath {
  const range = document.createRange();

  function isUnder(text: Text, box: Box, number: FoundNumber): boolean {
    if (text.data.trim() === '') return false;
    const { source } = number;
    const isOwn = source.kind === 'text' && source.start === text;
    range.setStart(text, isOwn ? Math.max(0, source.startOffset - REACH_CHARACTERS) : 0);
    range.setEnd(text, Math.min(text.length, (isOwn ? source.startOffset : 0) + REACH_CHARACTERS));
    return [...range.getClientRects()].some((line) => line.width > 0 && doOverlap(line, box, 1));
  }

  return (element, box, number) => textsNear(element, number).some((text) => isUnder(text, box, number));
}

/** The texts that an element itself says, those around the number where there are many. */
function textsNear(element: Element, number: FoundNumber): readonly Text[] {
  const { childNodes } = element;
  const isMany = childNodes.length > 2 * REACH;
  const around = isMany ? [...childNodes].findIndex((child) => child.contains(nodeOf(number.source))) : 0;
  const from = Math.max(0, around - REACH);
  return [...childNodes].slice(from, from + 2 * REACH).filter((child) => child instanceof Text);
}
