/** A rectangle in viewport pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function doOverlap(one: Box, other: Box, tolerance = 0): boolean {
  return (
    one.left < other.right - tolerance &&
    other.left < one.right - tolerance &&
    one.top < other.bottom - tolerance &&
    other.top < one.bottom - tolerance
  );
}

export function isInside(inner: Box, outer: Box, tolerance = 0): boolean {
  return (
    inner.left >= outer.left - tolerance &&
    inner.right <= outer.right + tolerance &&
    inner.top >= outer.top - tolerance &&
    inner.bottom <= outer.bottom + tolerance
  );
}

export function holdsPoint(box: Box, x: number, y: number, margin = 0): boolean {
  return x >= box.left - margin && x <= box.right + margin && y >= box.top - margin && y <= box.bottom + margin;
}

export function movedBy(box: Box, dx: number, dy: number): Box {
  return { left: box.left + dx, top: box.top + dy, right: box.right + dx, bottom: box.bottom + dy };
}

/** A square of that side whose middle line is the box's, its left edge at `left`. */
export function squareBeside(box: Box, left: number, side: number): Box {
  const top = (box.top + box.bottom - side) / 2;
  return { left, top, right: left + side, bottom: top + side };
}

/** The four corners, drawn in by a margin, and the middle. */
export function samplePoints(box: Box, margin: number): readonly (readonly [x: number, y: number])[] {
  const [left, right] = [box.left + margin, box.right - margin];
  const [top, bottom] = [box.top + margin, box.bottom - margin];
  const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;
  return [middle, [left, top], [right, top], [left, bottom], [right, bottom]];
}

/** What of the document is in the window, without scroll bars. */
export function viewportOf(document: Document): Box {
  const { clientWidth, clientHeight } = document.documentElement;
  return {
    left: 0,
    top: 0,
    right: clientWidth,
    bottom: document.compatMode === 'BackCompat' ? innerHeight : clientHeight,
  };
}
