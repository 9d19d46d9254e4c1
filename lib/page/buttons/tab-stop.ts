import type { FoundNumber } from '../numbers/number-source.ts';
import type { ShownButton } from './shown-button.ts';

/** One stop in the page’s tab order leads to all buttons; the arrow keys go on from there. */
export function keepOneTabStop(buttons: readonly ShownButton[], focused: FoundNumber | null): void {
  const drawn = buttons.filter((shown) => shown.place !== null);
  const first = drawn.find((shown) => shown.number === focused) ?? drawn.sort(inReadingOrder)[0];
  for (const shown of buttons) {
    const tabIndex = shown === first ? 0 : -1;
    if (shown.button.tabIndex !== tabIndex) shown.button.tabIndex = tabIndex;
  }
}

function inReadingOrder(one: ShownButton, other: ShownButton): number {
  const rows = (one.place?.top ?? 0) - (other.place?.top ?? 0);
  return Math.abs(rows) > 4 ? rows : (one.place?.left ?? 0) - (other.place?.left ?? 0);
}
