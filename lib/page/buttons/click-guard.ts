import { samplePoints } from '../numbers/box.ts';
import type { NumberBoxes } from '../numbers/number-box.ts';
import type { OverlayHost } from '../overlay/overlay-host.ts';
import { isUncovered, placeOf } from './button-place.ts';
import type { Exposure } from './exposure.ts';
import type { PageHits } from './page-hits.ts';
import { isElsewhere, type ShownButton } from './shown-button.ts';
import type { TapExposure } from './tap-exposure.ts';

/** A button that came under the pointer later than this was not aimed at. About the time a person needs to react. */
const AIMING_MS = 300;

/** How far a button may be from where it was drawn before the click is taken for one on something else. */
const DRIFT_PX = 3;

export interface ClickGuardOptions {
  readonly document: Document;
  readonly overlay: OverlayHost;
  readonly boxes: NumberBoxes;
  readonly hits: PageHits;
  readonly exposure: Exposure;
  readonly taps: TapExposure;
}

/** Tells a person's click on a button that the person saw from everything else. */
export interface ClickGuard {
  /** The pointer has just come to a button. */
  reach(shown: ShownButton): void;
  /** To be asked when the pointer goes down: what a press may cause (a page's menu closing) hides numbers afterwards. */
  press(event: PointerEvent, shown: ShownButton): void;
  /**
   * Does `work` when the click was meant; false when it was not. A finger brings the words that say what is dialled only with
   * its touch: then it is done as soon as they are in sight.
   */
  ifMeant(event: MouseEvent, shown: ShownButton, work: () => void): boolean;
}

export function createClickGuard(options: ClickGuardOptions): ClickGuard {
  const { document, overlay, boxes, hits, exposure, taps } = options;
  let pressed: ShownButton | null = null;
  let reached: ShownButton | null = null;
  let reachedAt = 0;

  /** Drawn where the number is now, and there long enough. */
  function isAimedAt(shown: ShownButton): boolean {
    const box = boxes.boxOf(shown.number);
    if (box === null || shown.place === null || shown.side === null) return false;
    const isStill = performance.now() - shown.movedAt >= AIMING_MS;
    return isStill && !isElsewhere(placeOf(shown.side, box), shown.place, DRIFT_PX);
  }

  /** A frame cannot tell when it is moved itself: in one, the pointer has to have been at the button instead. A finger never is. */
  function isAwaited(event: PointerEvent, shown: ShownButton): boolean {
    const isFramed = document.defaultView?.parent !== document.defaultView;
    if (!isFramed || event.pointerType === 'touch') return true;
    return reached === shown && performance.now() - reachedAt >= AIMING_MS;
  }

  /** Nothing is painted over it. Under a finger that has not pointed before, nothing was while it aimed. */
  function isExposed(event: MouseEvent, button: Element): boolean {
    if (exposure.mayBeSeen(button)) return true;
    return event instanceof PointerEvent && event.pointerType === 'touch' && taps.wasSeenFor(button, AIMING_MS);
  }

  /** The page has neither moved, hidden nor covered what Dialside drew. */
  function isOnTop(event: MouseEvent, { button, place }: ShownButton): boolean {
    if (place === null || !overlay.isInPlace() || !isExposed(event, button)) return false;
    if (!button.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const drawn = button.getBoundingClientRect();
    if (isElsewhere(drawn, { ...place, right: drawn.right, bottom: drawn.bottom }, DRIFT_PX)) return false;
    return samplePoints(drawn, 3).every(([x, y]) => {
      if (document.elementFromPoint(x, y) !== overlay.host) return false;
      const hit = overlay.root.elementFromPoint(x, y);
      return hit !== null && button.contains(hit);
    });
  }

  function isNumberSeen(shown: ShownButton): boolean {
    const box = boxes.boxOf(shown.number);
    return box !== null && isUncovered(shown.number, box, hits);
  }

  function isMeant(event: MouseEvent, shown: ShownButton): boolean {
    if (!event.isTrusted) return false;
    const isPointed = event.detail > 0;
    if (!isPointed) return isOnTop(event, shown) && isNumberSeen(shown);
    const isPressed = pressed === shown;
    pressed = null;
    return isPressed && overlay.isInPlace() && shown.place !== null;
  }

  return {
    reach(shown) {
      reached = shown;
      reachedAt = performance.now();
    },
    press(event, shown) {
      const isAimed = event.isTrusted && isAimedAt(shown) && isAwaited(event, shown);
      pressed = isAimed && isOnTop(event, shown) && isNumberSeen(shown) ? shown : null;
    },
    ifMeant(event, shown, work) {
      if (!isMeant(event, shown)) return false;
      exposure.whenSeen(shown.button, () => overlay.isInPlace() && shown.place !== null && work());
      return true;
    },
  };
}
