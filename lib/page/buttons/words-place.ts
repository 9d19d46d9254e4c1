import { type Box, isInside } from '../numbers/box.ts';

export interface WordsPlaceOptions {
  /** How large the words are. */
  readonly size: { readonly width: number; readonly height: number };
  /** The button that they belong to, and its number. */
  readonly button: Box;
  readonly number: Box;
  /** Other numbers and their buttons. */
  readonly others: readonly Box[];
  readonly viewport: Box;
}

/** Wide enough that the words’ shadow does not reach the button’s, which the browser would take for something over it. */
const GAP_PX = 8;

/**
 * Where the words of a button stand: under it, above it, or at one of its sides; at the first of these places where they
 * cover no number and no button. Where all of them do, they cover as little of others as can be, their own number only where
 * there is no other way, and never their own button: it could not be pressed then.
 */
export function placeWords(options: WordsPlaceOptions): { readonly left: number; readonly top: number } {
  const { size, button, number, others, viewport } = options;
  const inside = placesAround(button, number, size, viewport).filter((place) => isInside(place, viewport));
  const clear = inside.filter((place) => coveredOf([number], place) === 0);
  const places = clear.length > 0 ? clear : inside;
  const costs = places.map((place) => coveredOf([number, ...others], place));
  const cheapest = costs.indexOf(Math.min(...costs));
  return (
    places[cheapest] ?? { left: Math.max(viewport.left, viewport.right - size.width), top: button.bottom + GAP_PX }
  );
}

/** Whether words of that size fit into the window beside their button. */
export function hasRoom({ size, button, number, viewport }: Omit<WordsPlaceOptions, 'others'>): boolean {
  return placesAround(button, number, size, viewport).some((place) => isInside(place, viewport));
}

function placesAround(
  button: Box,
  number: Box,
  { width, height }: WordsPlaceOptions['size'],
  viewport: Box,
): readonly Box[] {
  const at = (left: number, top: number) => ({ left, top, right: left + width, bottom: top + height });
  const [first, last] = [Math.min(button.left, number.left), Math.max(button.right, number.right)];
  const x = between(button.left, viewport.left + GAP_PX, viewport.right - width - GAP_PX);
  const y = between((button.top + button.bottom - height) / 2, viewport.top, viewport.bottom - height);
  return [
    at(x, button.bottom + GAP_PX),
    at(x, button.top - GAP_PX - height),
    at(last + GAP_PX, y),
    at(first - GAP_PX - width, y),
  ];
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** How many square pixels of these lie under a place. */
function coveredOf(boxes: readonly Box[], place: Box): number {
  let covered = 0;
  for (const box of boxes) {
    const width = Math.min(box.right, place.right) - Math.max(box.left, place.left);
    const height = Math.min(box.bottom, place.bottom) - Math.max(box.top, place.top);
    if (width > 0 && height > 0) covered += width * height;
  }
  return covered;
}
