import type { Box } from '../numbers/box.ts';
import { freeSide, isUncovered, placeOf } from './button-place.ts';
import type { PageHits } from './page-hits.ts';
import { isStale, type ShownButton } from './shown-button.ts';

/** Time for hit tests behind a frame. While the page moves there are next to none: the first after a move costs a whole layout. */
const PROBE_MS = 4;

export interface PlaceProbe {
  /**
   * Asks the page about the stale places among these until the time is up; says whether some are left. In one
   * round each has its turn once, so that a page that makes all of them stale in every frame starves none.
   */
  probe(wanted: readonly ShownButton[], viewport: Box): boolean;
}

/** Finds out which numbers are covered, and on which side of each there is room for its button. */
export function createPlaceProbe(hits: PageHits, all: () => Iterable<ShownButton>): PlaceProbe {
  let hadTheirTurn = new WeakSet<ShownButton>();

  function probeOne(shown: ShownButton | undefined, viewport: Box): void {
    if (!shown?.box) return;
    hadTheirTurn.add(shown);
    shown.isCovered = !isUncovered(shown.number, shown.box, hits);
    shown.isCoverStale = false;
    if (shown.isCovered || !shown.isSideStale) return;
    shown.side = freeSide(shown.number, shown.box, hits, viewport, placesBut(shown));
    shown.isSideStale = false;
  }

  function placesBut(shown: ShownButton): Box[] {
    return [...all()].flatMap((other) => {
      if (other === shown || other.box === null || other.side === null || other.side === 'over') return [];
      return [placeOf(other.side, other.box)];
    });
  }

  return {
    probe(wanted, viewport) {
      const stale = wanted.filter((shown) => isStale(shown) && !hadTheirTurn.has(shown));
      let done = 0;
      const end = performance.now() + PROBE_MS;
      while (done < stale.length && (done === 0 || performance.now() < end)) probeOne(stale[done++], viewport);
      const isLeft = done < stale.length;
      if (!isLeft) hadTheirTurn = new WeakSet();
      return isLeft;
    },
  };
}
