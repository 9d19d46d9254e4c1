import { type Box, holdsPoint, isInside, squareBeside } from '../numbers/box.ts';
import type { NumberBoxes } from '../numbers/number-box.ts';
import type { FoundNumber } from '../numbers/number-source.ts';
import { BUTTON_SIZE } from '../overlay/overlay-style.ts';
import type { PageHits } from './page-hits.ts';

/**
 * Where a button stands: beside its number (after the full stop of its sentence; one button further than both, where lines are
 * tight and the next line's is there), or over the number's own end where nothing beside it is free.
 */
export type Side = 'right' | 'afterStop' | 'further' | 'left' | 'over';

/** Space between number and button. */
const GAP_PX = 3;

/** A full stop, a comma or a bracket in the usual sizes of text. */
const STOP_PX = 7;

/** A button is higher than most lines: of one in the page's first line so much may be cut off, 4.5 px where text has 13. */
const CUT_PX = 5;

/** Whether the number is shown and nothing of the page hides either end of it. */
export function isUncovered(number: FoundNumber, box: Box, hits: PageHits): boolean {
  if (!isDisplayed(number)) return false;
  const y = (box.top + box.bottom) / 2;
  const inset = Math.min(3, (box.right - box.left) / 4);
  return !hits.isCovered(number.anchor, box.left + inset, y) && !hits.isCovered(number.anchor, box.right - inset, y);
}

/** What an element skips of its contents (until a search finds it, say) has a place all the same. */
function isDisplayed({ anchor, source }: FoundNumber): boolean {
  if (!anchor.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  return source.kind === 'field' || getComputedStyle(anchor).contentVisibility !== 'hidden';
}

/** The side with free room, the reading direction's end first; `over` when there is none. */
export function freeSide(number: FoundNumber, box: Box, hits: PageHits, viewport: Box, taken: readonly Box[]): Side {
  const isRightToLeft = getComputedStyle(number.anchor).direction === 'rtl';
  const sides: readonly Side[] = isRightToLeft ? ['left', 'right'] : ['right', 'afterStop', 'further', 'left'];
  const free = sides.find((side) => {
    const place = placeOf(side, box);
    return (
      isInside(place, viewport, CUT_PX) && !taken.some((other) => touches(place, other)) && hits.isBlank(place, number)
    );
  });
  return free ?? 'over';
}

export function placeOf(side: Side, box: Box): Box {
  switch (side) {
    case 'right':
      return squareBeside(box, box.right + GAP_PX, BUTTON_SIZE);
    case 'afterStop':
      return squareBeside(box, box.right + STOP_PX + GAP_PX, BUTTON_SIZE);
    case 'further':
      return squareBeside(box, box.right + STOP_PX + 2 * GAP_PX + BUTTON_SIZE, BUTTON_SIZE);
    case 'left':
      return squareBeside(box, box.left - GAP_PX - BUTTON_SIZE, BUTTON_SIZE);
    case 'over':
      return squareBeside(box, Math.max(box.left, box.right - BUTTON_SIZE), BUTTON_SIZE);
  }
}

function touches(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Whether a pointer is on the number or on the short way from it to its button. */
export function isPointedAt(number: FoundNumber, boxes: NumberBoxes, x: number, y: number): boolean {
  const box = boxes.boxOf(number);
  if (box === null) return false;
  return boxes.holdsPoint(number, x, y, 2) || holdsPoint(box, x, y, GAP_PX + 1);
}
