import { type Box, viewportOf } from './box.ts';
import type { NumberBoxes } from './number-box.ts';
import type { OverlayHost } from './overlay-host.ts';
import type { PageHits } from './page-hits.ts';
import { createPlaceProbe } from './place-probe.ts';
import { createScrollRide } from './scroll-ride.ts';
import { isStale, noteBox, type ShownButton } from './shown-button.ts';

/** Without movement for so long a scroll is over; a wheel or a finger sends its steps faster. */
const REST_MS = 100;

/** On a page that never rests, places are looked at afresh this often all the same. */
const LONGEST_UNREST_MS = 500;

/** New buttons are drawn together, but none waits longer for the places of the others. */
const LONGEST_UNDRAWN_MS = 250;

export interface ButtonFramesOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly overlay: OverlayHost;
  readonly boxes: NumberBoxes;
  readonly hits: PageHits;
  /** The numbers in or near the visible part of the page. */
  readonly near: () => readonly ShownButton[];
  /** Whether the number is to be looked at, because a button may be drawn for it. */
  readonly isWanted: (shown: ShownButton) => boolean;
  /** All boxes are those of this frame. */
  readonly draw: (viewport: Box) => void;
}

/** When to measure where the numbers are, when to ask what lies around them, and when to draw: all of it in frames. */
export interface ButtonFrames {
  /** Things may have moved: measures in the next frame, and until all is at rest. */
  look(): void;
  /** Things may look different, too: also asks anew where there is room. */
  lookAfresh(): void;
  /** The window has been scrolled, and nothing else is known to have moved. */
  ride(): void;
  /** A number has come near, or has gone. During a ride it waits for its end: the room beside it is not known before. */
  joined(): void;
}

export function createButtonFrames(options: ButtonFramesOptions): ButtonFrames {
  const { document, signal, overlay, boxes, hits, near, isWanted } = options;
  const places = createPlaceProbe(overlay, hits, near);
  const scrollRide = createScrollRide(overlay, boxes);
  let isFrameAsked = false;
  let isMeasureDue = false;
  let isRiding = false;
  let isAfresh = false;
  let movedAt = 0;
  let probedAt = 0;
  let isDrawDue = false;
  let drawnAt = 0;

  function askFrame(): void {
    if (isFrameAsked || signal.aborted) return;
    isFrameAsked = true;
    requestAnimationFrame(onFrame);
  }

  function look(): void {
    isDrawDue = true;
    measureSoon();
  }

  function measureSoon(): void {
    isMeasureDue = true;
    askFrame();
  }

  function onFrame(now: number): void {
    isFrameAsked = false;
    if (signal.aborted) return;
    overlay.restore();
    followRide(now);
    // Until a ride has come to rest nothing is measured.
    if (isRiding && !isMeasureDue && !isLongUnprobed(now)) askFrame();
    else measureAndDraw(now);
  }

  function followRide(now: number): void {
    const ride = scrollRide.ride(near(), performance.now());
    if (ride !== 'none') movedAt = now;
    isRiding = ride === 'true' || (isRiding && ride === 'none' && !isResting(now));
  }

  function isResting(now: number): boolean {
    return now - movedAt > REST_MS;
  }

  function isLongUnprobed(now: number): boolean {
    return now - probedAt > LONGEST_UNREST_MS;
  }

  function measureAndDraw(now: number): void {
    isMeasureDue = false;
    const viewport = viewportOf(document);
    const wanted = near().filter(isWanted);
    const isMoving = measure(wanted, viewport) || isAfresh;
    if (isAfresh) forgetPlaces();
    if (isMoving) movedAt = now;
    const isLeft = probeIfDue(wanted, viewport, now);
    if (!isLeft || isMoving || isDrawDue || now - drawnAt > LONGEST_UNDRAWN_MS) draw(viewport, now);
    if (isMoving || (isResting(now) && wanted.some(isStale))) measureSoon();
    else if (!isResting(now)) askFrame();
  }

  function forgetPlaces(): void {
    isAfresh = false;
    for (const shown of near()) shown.isSideStale = shown.isCoverStale = true;
  }

  /** Each frame in which something new is drawn costs the browser a look at its whole page: 40 ms where that is large. */
  function draw(viewport: Box, now: number): void {
    isDrawDue = false;
    drawnAt = now;
    options.draw(viewport);
  }

  /** Says whether one of them is somewhere else than before. */
  function measure(wanted: readonly ShownButton[], viewport: Box): boolean {
    let isMoving = false;
    for (const shown of wanted) isMoving = noteBox(shown, boxes.boxOf(shown.number), viewport) || isMoving;
    scrollRide.begin();
    return isMoving;
  }

  /** Says whether the places of some are still to be asked about in the next frame. */
  function probeIfDue(wanted: readonly ShownButton[], viewport: Box, now: number): boolean {
    if (!isResting(now) && !isLongUnprobed(now)) return false;
    const isLeft = places.probe(wanted, viewport);
    // One frame's worth while the page is scrolled: the rest has time until that is over.
    if (!isLeft || isRiding) probedAt = now;
    return isLeft && !isRiding;
  }

  return {
    look,
    lookAfresh() {
      isAfresh = true;
      look();
    },
    ride: askFrame,
    joined() {
      if (isRiding) askFrame();
      else measureSoon();
    },
  };
}
