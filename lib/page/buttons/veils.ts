import { samplePoints } from '../numbers/box.ts';
import { type ShadowRootOf, shadowRootsIn } from '../roots/shadow-roots.ts';

/** Elements of one popover that are looked at. Those of a page that means well have a few dozen. */
const MOST_PARTS = 500;

/**
 * Whether something of the page's that lets the pointer through may be painted over an element of Dialside's. Only what is in the top layer
 * can be above Dialside, and of that only a popover can come there again and again. One that takes the pointer is told by hit
 * tests, and so is not asked about here.
 */
export type IsVeiled = (element: Element) => boolean;

export function createVeils(document: Document, host: Element, shadowRootOf: ShadowRootOf): IsVeiled {
  function* rootsIn(node: Document | ShadowRoot): Generator<Document | ShadowRoot> {
    yield node;
    for (const root of shadowRootsIn(node, shadowRootOf)) yield* rootsIn(root);
  }

  return (element) => {
    const points = samplePoints(element.getBoundingClientRect(), 3);
    for (const root of rootsIn(document)) {
      for (const popover of root.querySelectorAll(':popover-open')) {
        if (popover !== host && points.some(([x, y]) => isVeilAt({ root, popover, shadowRootOf }, x, y))) return true;
      }
    }
    return false;
  };
}

interface Place {
  readonly root: DocumentOrShadowRoot;
  readonly popover: Element;
  readonly shadowRootOf: ShadowRootOf;
}

/** All that is in one popover lies at its level of the top layer: where a part of it is hit below Dialside, no other is above. */
function isVeilAt({ root, popover, shadowRootOf }: Place, x: number, y: number): boolean {
  const isOfIt = (element: Element) => element.closest(':popover-open') === popover;
  if (root.elementsFromPoint(x, y).some(isOfIt)) return false;
  if (hasBackdrop(popover)) return true;
  const parts = [popover, ...[...popover.querySelectorAll('*')].slice(0, MOST_PARTS).filter(isOfIt)];
  return parts.some((part) => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const isThere = x >= left && x <= right && y >= top && y <= bottom;
    return (
      isThere &&
      part.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !isBlank(part, shadowRootOf)
    );
  });
}

function hasBackdrop(popover: Element): boolean {
  const { display, backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(popover, '::backdrop');
  if (display === 'none') return false;
  return !isClear(backgroundColor) || backgroundImage !== 'none' || (backdropFilter ?? 'none') !== 'none';
}

const PICTURES = 'img,picture,video,canvas,iframe,object,embed,svg,svg *,input,textarea,select,meter,progress,hr';

/** The frame around messages that come and go is often as large as the window, and paints nothing of its own. */
function isBlank(part: Element, shadowRootOf: ShadowRootOf): boolean {
  if (part.matches(PICTURES) || shadowRootOf(part) !== null) return false;
  const style = getComputedStyle(part);
  const { backgroundColor, backgroundImage, backdropFilter, boxShadow, borderImageSource, outlineStyle } = style;
  const borders = [style.borderTopWidth, style.borderRightWidth, style.borderBottomWidth, style.borderLeftWidth];
  const isBare =
    [backgroundImage, boxShadow, borderImageSource, outlineStyle, backdropFilter ?? 'none'].every(
      (it) => it === 'none',
    ) && borders.every((width) => Number.parseFloat(width) === 0);
  const drawn = ['::before', '::after', '::marker'].map((name) => getComputedStyle(part, name).content);
  const hasText = [...part.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
  return (
    isClear(backgroundColor) &&
    isBare &&
    !hasText &&
    drawn.every((content) => content === 'none' || content === 'normal')
  );
}

function isClear(colour: string): boolean {
  return /^(?:transparent|rgba\(.*,\s*0\))$/.test(colour);
}
