import { type Box, doOverlap } from '../numbers/box.ts';
import type { FoundNumber } from '../numbers/number-source.ts';
import type { Side } from './button-place.ts';

/** What is known of a number near the visible part of the page, and its button when it has one. */
export interface ShownButton {
  readonly number: FoundNumber;
  readonly button: HTMLButtonElement;
  /** Where the number is, in viewport pixels; null when it is not in the viewport. */
  box: Box | null;
  /** Where the button is drawn, in viewport pixels; null when it is not. */
  place: Box | null;
  /** Null until looked for. */
  side: Side | null;
  /** Null until looked at. */
  isCovered: boolean | null;
  isSideStale: boolean;
  isCoverStale: boolean;
  /** When it was last drawn at another place, by `performance.now()`. */
  movedAt: number;
}

export function createShownButton(number: FoundNumber, button: HTMLButtonElement): ShownButton {
  return {
    number,
    button,
    box: null,
    place: null,
    side: null,
    isCovered: null,
    isSideStale: true,
    isCoverStale: true,
    movedAt: 0,
  };
}

/** Notes where the number is now; says whether that is somewhere else than before. */
export function noteBox(shown: ShownButton, measured: Box | null, viewport: Box): boolean {
  const box = measured !== null && doOverlap(measured, viewport) ? measured : null;
  const old = shown.box;
  shown.box = box;
  if (box === null || old === null) {
    if (box !== null) shown.isCoverStale = shown.isSideStale = true;
    return box !== old;
  }
  const isMoved = isElsewhere(box, old, 0.5);
  if (isMoved) shown.isCoverStale = true;
  if (isMoved && isOtherSize(box, old)) shown.isSideStale = true;
  return isMoved;
}

/** Whether the page must be asked again about the number's place. */
export function isStale({ box, isCovered, isCoverStale, isSideStale }: ShownButton): boolean {
  // Beside a covered number no room is looked for.
  return box !== null && (isCoverStale || (isSideStale && isCovered === false));
}

/** Whether two boxes are further apart than so many pixels. */
export function isElsewhere(one: Box, other: Box, tolerancePx: number): boolean {
  return (
    Math.abs(one.left - other.left) > tolerancePx ||
    Math.abs(one.top - other.top) > tolerancePx ||
    Math.abs(one.right - other.right) > tolerancePx ||
    Math.abs(one.bottom - other.bottom) > tolerancePx
  );
}

function isOtherSize(one: Box, other: Box): boolean {
  const width = one.right - one.left - (other.right - other.left);
  const height = one.bottom - one.top - (other.bottom - other.top);
  return Math.abs(width) > 0.5 || Math.abs(height) > 0.5;
}
