import { type Box, doOverlap, samplePoints } from '../numbers/box.ts';
import { type FoundNumber, nodeOf } from '../numbers/number-source.ts';
import type { PageHits } from './page-hits.ts';

/** In a page that is one long list of lines, only so many texts to each side of the number are looked at. */
const REACH = 16;

/** Of a long text, so much before and behind the number: two lines and more. */
const REACH_CHARACTERS = 500;

/** Says whether text of the page lies where one of our own buttons is in the way of the browser's question for it. */
export type IsTextBeneath = (box: Box, number: FoundNumber) => boolean;

/**
 * Reads the boxes of the texts under our buttons. To let the browser's question through, the buttons would have to get another
 * style and theirs back: on a large page that costs two looks at the whole of it, 40 ms each.
 */
export function createTextsBeneath(
  document: Document,
  host: Element,
  hits: Pick<PageHits, 'innermost'>,
): IsTextBeneath {
  const range = document.createRange();

  function elementBeneath(x: number, y: number): Element | null {
    if (document.elementFromPoint(x, y) !== host) return null;
    const below = document.elementsFromPoint(x, y).find((element) => element !== host);
    return below ? hits.innermost(below, x, y) : null;
  }

  function isUnder(text: Text, box: Box, number: FoundNumber): boolean {
    if (text.data.trim() === '') return false;
    const { source } = number;
    const isOwn = source.kind === 'text' && source.start === text;
    range.setStart(text, isOwn ? Math.max(0, source.startOffset - REACH_CHARACTERS) : 0);
    range.setEnd(text, Math.min(text.length, (isOwn ? source.startOffset : 0) + REACH_CHARACTERS));
    return [...range.getClientRects()].some((line) => line.width > 0 && doOverlap(line, box, 1));
  }

  return (box, number) => {
    const beneath = new Set(samplePoints(box, 2).map(([x, y]) => elementBeneath(x, y)));
    for (const element of beneath) {
      if (element !== null && textsNear(element, number).some((text) => isUnder(text, box, number))) return true;
    }
    return false;
  };
}

/** The texts that an element itself says, those around the number where there are many. */
function textsNear(element: Element, number: FoundNumber): readonly Text[] {
  const { childNodes } = element;
  const isMany = childNodes.length > 2 * REACH;
  const around = isMany ? [...childNodes].findIndex((child) => child.contains(nodeOf(number.source))) : 0;
  const from = Math.max(0, around - REACH);
  return [...childNodes].slice(from, from + 2 * REACH).filter((child) => child instanceof Text);
}
