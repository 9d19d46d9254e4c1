import type { ButtonLayer } from './button-layer.ts';
import { createMarks } from './marks.ts';
import { isOutOfReach } from './modal-reach.ts';
import type { FoundNumber } from './number-source.ts';
import { createNumberStore, type NumberStore } from './number-store.ts';
import { watchVisibleNumbers } from './visible-numbers.ts';

export interface WatchedStore {
  readonly store: NumberStore;
  /** Something has come into the top layer, or left it. */
  checkReach(): void;
}

/** A store that has its numbers marked and given buttons while they are in sight and in reach. */
export function createWatchedStore(
  document: Document,
  signal: AbortSignal,
  layer: ButtonLayer,
  isStyled: boolean,
): WatchedStore {
  const marks = createMarks(document, signal, isStyled);
  // Marks out of sight cost as well: at each change of the page the browser goes through all of them.
  const near = new Set<FoundNumber>();
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
    // A mark promises a button. What is selected can still be dialled by right-click.
    if (isOutOfReach(number.anchor)) {
      hide(number);
      return;
    }
    marks.add(number);
    layer.setNear(number, true);
  }

  function hide(number: FoundNumber): void {
    marks.remove(number);
    layer.setNear(number, false);
  }

  const store = createNumberStore({ onFound: visible.add, onLost: visible.remove });
  return { store, checkReach: () => near.forEach(show) };
}
