import { createDenial } from '../numbers/denial.ts';
import type { FoundNumber } from '../numbers/number-source.ts';
import type { Attention } from './attention.ts';
import type { Bubble } from './bubble.ts';

export interface ButtonMenuOptions {
  /** Dialside's own element in the page: keys that are pressed in it come to its listeners. */
  readonly host: Element;
  readonly signal: AbortSignal;
  readonly attention: Attention;
  readonly onChange: () => void;
  readonly onNotNumber: (pattern: string) => void;
}

/** The menu of a number's button: what else is known of it, that it is no phone number and, once that is said, that this was a mistake. */
export interface ButtonMenu {
  open(number: FoundNumber | null): void;
  /** The agent says that the number of the open menu is none; it is remembered by the pattern unless he takes it back. */
  deny(pattern: string): void;
  takeBack(): void;
  /** What the menu offers for a number; null when it is not open there. */
  offerFor(number: FoundNumber): 'deny' | 'undo' | null;
  /** To be called when the words are drawn: the agent may have gone on to another number, or may be at the keyboard. */
  drawn(bubble: Bubble): void;
}

export function createButtonMenu({ host, signal, attention, onChange, onNotNumber }: ButtonMenuOptions): ButtonMenu {
  let isFocusDue = false;
  const denial = createDenial(signal, (pattern) => {
    onNotNumber(pattern);
    open(null);
  });

  let stopListening: AbortController | null = null;

  function open(number: FoundNumber | null): void {
    if (attention.menu === number) return;
    attention.openMenu(number);
    stopListening?.abort();
    stopListening = null;
    if (number !== null) listenForEscape();
    change();
  }

  /** A menu that the pointer has opened leaves the focus to the page. Heard there, and left to it, as with the card of a number. */
  function listenForEscape(): void {
    stopListening = new AbortController();
    const hear = ({ key, isTrusted, target }: KeyboardEvent) =>
      isTrusted && key === 'Escape' && target !== host && open(null);
    const ending = AbortSignal.any([signal, stopListening.signal]);
    document.addEventListener('keydown', hear, { capture: true, passive: true, signal: ending });
  }

  /** Whoever walks by keyboard goes on by keyboard. */
  function change(): void {
    isFocusDue = attention.menu !== null && attention.menu === attention.focused;
    onChange();
  }

  return {
    open,
    deny(pattern) {
      if (attention.menu !== null) denial.begin(attention.menu, pattern);
      change();
    },
    takeBack() {
      denial.takeBack();
      open(null);
    },
    offerFor(number) {
      if (number !== attention.menu) return null;
      return number === denial.number ? 'undo' : 'deny';
    },
    drawn({ moreButton, denyButton, undoButton }) {
      if (denial.number !== attention.menu) denial.settle();
      const first = moreButton.hidden ? denyButton : moreButton;
      if (isFocusDue) (denial.number === null ? first : undoButton).focus({ preventScroll: true });
      isFocusDue = false;
    },
  };
}
