import { type Box, movedBy } from '../numbers/box.ts';
import type { NumberBoxes } from '../numbers/number-box.ts';
import type { OverlayHost } from '../overlay/overlay-host.ts';
import { isElsewhere, type ShownButton } from './shown-button.ts';

/** So many numbers are measured in each later frame of a ride, in turns: what gets stuck on the way is found within a second. */
const CHECKED_PER_FRAME = 2;

/** Further off than this, a number does not move with its page. */
const TOLERANCE_PX = 1;

export interface ScrollRide {
  /** To be called when all numbers have been measured: from here the next ride begins. */
  begin(): void;
  /**
   * Moves what is drawn, and what is known of it, by as much as the window has scrolled since, without asking the page
   * where each of them is. `none` when it has not been scrolled; `astray` when a number is known not to move with the page,
   * or was found elsewhere: then all are to be measured.
   */
  ride(all: readonly ShownButton[], now: number): 'none' | 'true' | 'astray';
}

/**
 * While a page is scrolled its numbers move with it, all by the same distance, so their buttons are moved as one: measuring
 * each of them in each frame would take several times the millisecond there is.
 */
export function createScrollRide(overlay: OverlayHost, boxes: NumberBoxes): ScrollRide {
  // Unknown until the first measure: asking now would make the browser lay out a page that is still loading.
  let [x, y] = [Number.NaN, Number.NaN];
  let next = 0;
  let isFirstFrame = true;
  const stuck = new WeakSet<ShownButton>();

  function isOff(shown: ShownButton): boolean {
    if (shown.box === null) return false;
    const measured: Box | null = boxes.boxOf(shown.number);
    if (measured !== null && !isElsewhere(measured, shown.box, TOLERANCE_PX)) return false;
    stuck.add(shown);
    return true;
  }

  return {
    begin() {
      [x, y] = [scrollX, scrollY];
      isFirstFrame = true;
    },
    ride(all, now) {
      const [dx, dy] = [x - scrollX, y - scrollY];
      [x, y] = [scrollX, scrollY];
      if (!dx && !dy) return 'none';
      if (all.some((shown) => stuck.has(shown))) return 'astray';
      overlay.shift(dx, dy);
      for (const shown of all) {
        if (shown.box !== null) shown.isCoverStale = true;
        shown.box &&= movedBy(shown.box, dx, dy);
        if (shown.place === null) continue;
        shown.place = movedBy(shown.place, dx, dy);
        shown.movedAt = now;
      }
      const checks = isFirstFrame ? all.length : Math.min(all.length, CHECKED_PER_FRAME);
      isFirstFrame = false;
      const checked = Array.from({ length: checks }, () => all[next++ % all.length]);
      return checked.some((shown) => shown !== undefined && isOff(shown)) ? 'astray' : 'true';
    },
  };
}
