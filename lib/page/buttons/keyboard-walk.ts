import type { NumberStore } from '../numbers/number-store.ts';
import { neighbourOf } from '../numbers/number-walk.ts';
import type { ShadowRootOf } from '../roots/shadow-roots.ts';
import { focusedIn } from '../watch/focus-watch.ts';
import type { ButtonLayer } from './button-layer.ts';

export interface KeyboardWalkOptions {
  readonly document: Document;
  readonly host: Element;
  readonly shadowRootOf: ShadowRootOf;
  readonly store: NumberStore;
  readonly layer: ButtonLayer;
}

export interface KeyboardWalk {
  /** Moves the focus to the button of the next or previous number, scrolling to it where needed. */
  go(direction: 'next' | 'previous'): void;
  /** Gives the focus back to where the walk began. */
  leave(): void;
}

export function createKeyboardWalk({ document, host, shadowRootOf, store, layer }: KeyboardWalkOptions): KeyboardWalk {
  let origin: Element | null = null;

  return {
    go(direction) {
      const number = neighbourOf(layer.attention.focused, direction, store);
      if (number === null) return;
      if (document.activeElement !== host) origin = focusedIn(document, shadowRootOf);
      const { top, bottom } = number.anchor.getBoundingClientRect();
      const isAway = top < 0 || bottom > document.documentElement.clientHeight;
      // Where all of it can be seen nothing moves; else the scroller it is in, to either side as well: a wide list has one of its own.
      number.anchor.scrollIntoView({ block: isAway ? 'center' : 'nearest', inline: 'nearest', behavior: 'instant' });
      layer.focus(number, true);
    },
    leave() {
      const focused = layer.attention.focused && layer.shownFor(layer.attention.focused);
      layer.focus(null);
      if (origin instanceof HTMLElement && origin.isConnected) origin.focus({ preventScroll: true });
      else focused?.button.blur();
      origin = null;
    },
  };
}
