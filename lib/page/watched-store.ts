import type { ButtonLayer } from './buttons/button-layer.ts';
import { isOutOfReach } from './numbers/modal-reach.ts';
import type { FoundNumber } from './numbers/number-source.ts';
import { createNumberStore, type NumberStore } from './numbers/number-store.ts';
import { watchVisibleNumbers } from './numbers/visible-numbers.ts';
import { createMarks } from './overlay/marks.ts';

export interface WatchedStore {
  readonly store: NumberStore;
  /** Something has come into the top layer, or left it. */
  checkReach(): void;
}

/** More are not marked at a time: none of them could be found by eye, and where each stands is asked in every frame. */
const MOST_SHOWN = 1_000;

/** A store that has its numbers marked and given buttons while they are in sight and in reach. */
export function createWatchedStore(
  document: Document,
  signal: AbortSignal,
  layer: ButtonLayer,
  isStyled: boolean,
): WatchedStore {
  const marks = createMarks(document, signal, isStyled);
  // Together with buttons they cost nothing.
  layer.onDraw(marks.paint);
  // Marks out of sight cost as well: at each change of the page the browser goes through all of them.
  const near = new Set<FoundNumber>();
  const shown = new Set<FoundNumber>();
  let isRefillDue = false;
  const visible = watchVisibleNumbers(
    signal,
    (number) => {
      near.add(number);
      show(number);
    },
    (number) => {
      near.delete(number);
      hide(number);
    },
  );

  function show(number: FoundNumber): void {
    if (shown.size >= MOST_SHOWN && !shown.has(number)) return;
    // A mark promises a button. What is selected can still be dialled by right-click.
    if (isOutOfReach(number.anchor)) {
      hide(number);
      return;
    }
    shown.add(number);
    marks.add(number);
    layer.setNear(number, true);
  }

  function hide(number: FoundNumber): void {
    if (!shown.delete(number)) return;
    marks.remove(number);
    layer.setNear(number, false);
    if (isRefillDue || near.size <= shown.size) return;
    isRefillDue = true;
    // Once for all that leave together.
    queueMicrotask(refill);
  }

  function refill(): void {
    isRefillDue = false;
    for (const number of near) {
      if (shown.size >= MOST_SHOWN) return;
      if (!shown.has(number)) show(number);
    }
  }

  const store = createNumberStore({ onFound: visible.add, onLost: visible.remove });
  return { store, checkReach: () => near.forEach(show) };
}
