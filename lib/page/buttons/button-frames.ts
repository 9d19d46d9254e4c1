import { type Box, viewportOf } from '../numbers/box.ts';
import type { NumberBoxes } from '../numbers/number-box.ts';
import type { OverlayHost } from '../overlay/overlay-host.ts';
import { behindFrame } from '../timing/after-frame.ts';
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
  /** What is to be drawn has changed, or has moved: measures and draws in the next frame, and until all is at rest. */
  look(): void;
  /** Things may have moved, and may look different: asks anew where there is room, and draws what differs. */
  lookAfresh(): void;
  /** The window has been scrolled, and nothing else is known to have moved. */
  ride(): void;
  /** A number has come near, or has gone. During a ride it waits for its end: the room beside it is not known before. */
  joined(): void;
}

export function createButtonFrames(options: ButtonFramesOptions): ButtonFrames {
  const { document, signal, overlay, boxes, hits, near, isWanted } = options;
  const places = createPlaceProbe(hits, near);
  const scrollRide = createScrollRide(overlay, boxes);
  let isFrameAsked = false;
  let isProbeAsked = false;
  let isMeasureDue = false;
  let isRiding = false;
  let isAfresh = false;
  let movedAt = 0;
  let probedAt = 0;
  /** What is drawn is not right any more. */
  let isDrawUrgent = false;
  /** Since when there has been something new to draw; null when there is nothing. */
  let newSince: number | null = null;
  /** Some places have been asked about since what is drawn was drawn. */
  let isSomeProbed = false;

  function askFrame(): void {
    if (isFrameAsked || signal.aborted) return;
    isFrameAsked = true;
    requestAnimationFrame(onFrame);
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
    const isMoving = measure(wanted, viewport, now) || isAfresh;
    if (isAfresh) forgetPlaces();
    if (isMoving) movedAt = now;
    const isProbeDue = wanted.some(isStale) && (isResting(now) || isLongUnprobed(now));
    if (isProbeDue) probeBehindFrame(viewport);
    // In a frame that comes late nothing may have been asked yet.
    const isLongUndrawn = isSomeProbed && newSince !== null && now - newSince > LONGEST_UNDRAWN_MS;
    if (isDrawUrgent || isLongUndrawn || (newSince !== null && !isProbeDue)) draw(viewport);
    if (isMoving) measureSoon();
    else if (!isResting(now)) askFrame();
  }

  function forgetPlaces(): void {
    isAfresh = false;
    for (const shown of near()) shown.isSideStale = shown.isCoverStale = true;
  }

  /** Each frame in which something new is drawn costs the browser a look at its whole page: 40 ms where that is large. */
  function draw(viewport: Box): void {
    isDrawUrgent = false;
    newSince = null;
    isSomeProbed = false;
    options.draw(viewport);
  }

  /** Says whether one of them is somewhere else than before. */
  function measure(wanted: readonly ShownButton[], viewport: Box, now: number): boolean {
    let isMoving = false;
    for (const shown of wanted) {
      if (!noteBox(shown, boxes.boxOf(shown.number), viewport)) continue;
      isMoving = true;
      isDrawUrgent ||= shown.place !== null;
    }
    if (isMoving) newSince ??= now;
    scrollRide.begin();
    return isMoving;
  }

  /** In the frame itself the first hit test would have the browser lay out and look through its page once more. */
  function probeBehindFrame(viewport: Box): void {
    if (isProbeAsked) return;
    isProbeAsked = true;
    behindFrame(() => {
      isProbeAsked = false;
      if (signal.aborted) return;
      const isLeft = places.probe(near().filter(isWanted), viewport);
      const now = performance.now();
      newSince ??= now;
      isSomeProbed = true;
      // One turn's worth while the page is scrolled: the rest has time until that is over.
      if (!isLeft || isRiding) probedAt = now;
      measureSoon();
    });
  }

  return {
    look() {
      isDrawUrgent = true;
      measureSoon();
    },
    lookAfresh() {
      isAfresh = true;
      measureSoon();
    },
    ride: askFrame,
    joined() {
      newSince ??= performance.now();
      if (isRiding) askFrame();
      else measureSoon();
    },
  };
}
