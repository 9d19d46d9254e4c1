import { type Box, doOverlap, samplePoints } from '../numbers/box.ts';
import type { FoundNumber } from '../numbers/number-source.ts';
import { flatParentOf, isRenderedIn } from '../roots/flat-tree.ts';
import type { ShadowRootOf } from '../roots/shadow-roots.ts';
import { createTextsBeneath } from './texts-beneath.ts';

/** What a button must not lie over although it is not text. */
const NOT_BLANK =
  'a,button,input,select,textarea,label,summary,option,img,picture,video,audio,canvas,svg,iframe,object,embed,' +
  '[role="button"],[role="link"],[role="checkbox"],[role="switch"],[role="tab"],[contenteditable]';

/** Asks what the page shows at a place. Answers are about this very moment, and cost a hit test each. */
export interface PageHits {
  /** Whether something of the page hides the point of an element from view, or clips it away. */
  isCovered(anchor: Element, x: number, y: number): boolean;
  /**
   * Whether a box beside a number shows only background, under what Dialside itself draws there: no text, picture, field or
   * control. Outside is blank.
   */
  isBlank(box: Box, number: FoundNumber): boolean;
  /** The innermost element at a point among those in the shadow roots of an element; the element itself where it has none. */
  innermost(element: Element, x: number, y: number): Element;
}

interface Seen {
  readonly element: Element;
  /** Something that Dialside draws lies above it. */
  readonly isUnderOurs: boolean;
}

export function createPageHits(document: Document, host: Element, shadowRootOf: ShadowRootOf): PageHits {
  const measure = document.createRange();
  const isTextBeneath = createTextsBeneath(document);

  /** Top to bottom, Dialside's own element left out, seen through shadow roots. */
  function seenAt(x: number, y: number): Seen | null {
    const top = document.elementFromPoint(x, y);
    const isUnderOurs = top === host;
    const element = isUnderOurs ? document.elementsFromPoint(x, y).find((other) => other !== host) : top;
    return element ? { element: innermost(element, x, y), isUnderOurs } : null;
  }

  function innermost(element: Element, x: number, y: number): Element {
    let inner = element;
    for (let root = shadowRootOf(inner); root !== null; root = shadowRootOf(inner)) {
      const next = root.elementFromPoint(x, y);
      if (next === null || next === inner || next.getRootNode() !== root) break;
      inner = next;
    }
    return inner;
  }

  function isCovered(anchor: Element, x: number, y: number): boolean {
    const hit = seenAt(x, y)?.element;
    if (hit === undefined) return true;
    if (isRenderedIn(hit, anchor)) return false;
    return isRenderedIn(anchor, hit) ? isClipped(anchor, hit, x, y) : isHiddenByWhatIsAbove(anchor, x, y);
  }

  function isHiddenByWhatIsAbove(anchor: Element, x: number, y: number): boolean {
    for (const above of document.elementsFromPoint(x, y)) {
      const element = innermost(above, x, y);
      if (isRenderedIn(element, anchor) || isRenderedIn(anchor, element)) return false;
      if (above !== host && !isSeeThrough(element)) return true;
    }
    return true;
  }

  function hasTextAt(box: Box, x: number, y: number, anchor: Element): boolean {
    const root = anchor.getRootNode();
    const options = root instanceof ShadowRoot ? { shadowRoots: [root] } : undefined;
    const caret = document.caretPositionFromPoint(x, y, options);
    if (!(caret?.offsetNode instanceof Text)) return false;
    const text = caret.offsetNode;
    measure.setStart(text, Math.max(0, caret.offset - 1));
    measure.setEnd(text, Math.min(text.length, caret.offset + 1));
    if (measure.toString().trim() === '') return false;
    return [...measure.getClientRects()].some((rect) => rect.width > 0 && doOverlap(rect, box, 1));
  }

  function isBackground({ element }: Seen, anchor: Element): boolean {
    if (!isRenderedIn(anchor, element) && !isRenderedIn(element, anchor)) return element.closest(NOT_BLANK) === null;
    return element === anchor || !isRenderedIn(element, anchor) || !element.matches(NOT_BLANK);
  }

  function isBlank(box: Box, number: FoundNumber): boolean {
    const { anchor } = number;
    // Each place is asked about once: in a page of 5 000 rows one hit test takes 30 µs.
    const beneath = new Set<Element>();
    for (const [x, y] of samplePoints(box, 2)) {
      const seen = seenAt(x, y);
      if (seen === null) continue;
      if (!isBackground(seen, anchor)) return false;
      // Where something of ours is on top, the browser's question for a text ends at that.
      if (seen.isUnderOurs) beneath.add(seen.element);
      else if (hasTextAt(box, x, y, anchor)) return false;
    }
    return ![...beneath].some((element) => isTextBeneath(element, box, number));
  }

  return { isCovered, isBlank, innermost };
}

/** When a point hits what is around an element, it may be because the element is cut off there. */
function isClipped(anchor: Element, outer: Element, x: number, y: number): boolean {
  for (let element: Element | null = anchor; element !== null && element !== outer; element = flatParentOf(element)) {
    const { overflowX, overflowY, clip, clipPath, pointerEvents } = getComputedStyle(element);
    // The point was not found in it although it takes hits: what is left of its shape lies elsewhere.
    if ((clipPath !== 'none' || clip !== 'auto') && pointerEvents !== 'none') return true;
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const box = element.getBoundingClientRect();
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return true;
  }
  return false;
}

/** Cards often lie under one stretched, empty link: it is on top, and hides nothing. */
function isSeeThrough(element: Element): boolean {
  if (element.matches('img,picture,video,canvas,iframe,object,embed,svg,input,textarea,select')) return false;
  const { backgroundColor, backgroundImage, opacity, backdropFilter } = getComputedStyle(element);
  if (opacity === '0') return true;
  const isTransparent = /^(?:transparent|rgba\(.*,\s*0\))$/.test(backgroundColor);
  return isTransparent && backgroundImage === 'none' && (backdropFilter ?? 'none') === 'none';
}
