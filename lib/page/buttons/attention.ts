import type { FoundNumber } from '../numbers/number-source.ts';

/** What the person is at: with pointer or keyboard, by what was clicked last, by an open menu. */
export interface Attention {
  /** The number under the pointer. */
  readonly pointed: FoundNumber | null;
  /** The number that the keyboard is at. */
  readonly focused: FoundNumber | null;
  /** The number that was clicked last; its words stay. */
  readonly pinned: FoundNumber | null;
  /** The number whose button's menu is open. */
  readonly menu: FoundNumber | null;
  /** The pointer has come to a number, or left all. False when it was there already. */
  point(number: FoundNumber | null): boolean;
  focus(number: FoundNumber | null): void;
  pin(number: FoundNumber | null): void;
  openMenu(number: FoundNumber | null): void;
  /** The number is in sight no more. */
  lose(number: FoundNumber): void;
  /** Whose words are to be shown, the likeliest first. */
  inOrder(): readonly FoundNumber[];
}

export function createAttention(): Attention {
  let pointed: FoundNumber | null = null;
  let focused: FoundNumber | null = null;
  let pinned: FoundNumber | null = null;
  let menu: FoundNumber | null = null;
  let isKeyboardLast = false;

  return {
    get pointed() {
      return pointed;
    },
    get focused() {
      return focused;
    },
    get pinned() {
      return pinned;
    },
    get menu() {
      return menu;
    },
    point(number) {
      if (pointed === number) return false;
      pointed = number;
      isKeyboardLast = false;
      if (number !== null && number !== menu) menu = null;
      return true;
    },
    focus(number) {
      focused = number;
      isKeyboardLast = true;
    },
    pin(number) {
      pinned = number;
    },
    openMenu(number) {
      menu = number;
    },
    lose(number) {
      if (pointed === number) pointed = null;
      if (menu === number) menu = null;
    },
    inOrder() {
      const byHand = isKeyboardLast ? [focused, pointed] : [pointed, focused];
      return [menu, ...byHand, pinned].filter((number) => number !== null);
    },
  };
}
