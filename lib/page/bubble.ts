import type { Box } from './box.ts';
import type { PageLabels } from './page-contract.ts';

/** The words beside a button: the number it dials, or where its dial stands. */
export interface Bubble {
  readonly element: HTMLElement;
  readonly cancelButton: HTMLButtonElement;
  /** The entries of a button's menu: that it is none, and that this was a mistake. */
  readonly denyButton: HTMLButtonElement;
  readonly undoButton: HTMLButtonElement;
  show(text: string, offer: Offer): void;
  hide(): void;
  readonly isShown: boolean;
  /**
   * Puts it under the button's place, or above where there is no room, or else beside: it must not lie over the button, which
   * could not be pressed then. `origin` is where the layer's corner is.
   */
  placeAt(button: Box, origin: { readonly x: number; readonly y: number }, viewport: Box): void;
  /** Has a text spoken by screen readers. */
  say(text: string): void;
}

/** What can be done beside the words. */
export type Offer = 'cancel' | 'deny' | 'undo' | null;

/** Wide enough that the words’ shadow does not reach the button’s, which the browser would take for something over it. */
const GAP_PX = 8;

export function createBubble(
  document: Document,
  layer: HTMLElement,
  labels: Pick<PageLabels, 'cancel' | 'notANumber' | 'undo'>,
): Bubble {
  const bubble = document.createElement('div');
  bubble.className = 'bubble';
  bubble.hidden = true;
  const words = document.createElement('span');
  const cancelButton = createWordButton(document, labels.cancel);
  const denyButton = createWordButton(document, labels.notANumber);
  const undoButton = createWordButton(document, labels.undo ?? '');
  bubble.append(words, cancelButton, denyButton, undoButton);
  const spoken = document.createElement('div');
  spoken.className = 'spoken';
  spoken.role = 'status';
  spoken.ariaLive = 'polite';
  layer.append(bubble, spoken);
  let place = '';

  return {
    element: bubble,
    cancelButton,
    denyButton,
    undoButton,
    get isShown() {
      return !bubble.hidden;
    },
    show(text, offer) {
      if (words.textContent !== text) words.textContent = text;
      cancelButton.hidden = offer !== 'cancel';
      denyButton.hidden = offer !== 'deny';
      undoButton.hidden = offer !== 'undo';
      bubble.hidden = false;
    },
    hide() {
      bubble.hidden = true;
    },
    placeAt(button, origin, { right: viewportWidth, bottom: viewportHeight }) {
      const [left, top, bottom] = [button.left - origin.x, button.top - origin.y, button.bottom - origin.y];
      const { offsetWidth: width, offsetHeight: height } = bubble;
      const below = bottom + GAP_PX;
      const above = top - GAP_PX - height;
      const isBeside = below + height > viewportHeight && above < 0;
      const right = left + (bottom - top) + GAP_PX;
      const beside = right + width <= viewportWidth ? right : left - GAP_PX - width;
      const x = isBeside ? beside : Math.max(GAP_PX, Math.min(left, viewportWidth - width - GAP_PX));
      const besideY = Math.max(0, Math.min(top, viewportHeight - height));
      const y = isBeside ? besideY : below + height <= viewportHeight ? below : above;
      const next = `translate(${x}px, ${y}px)`;
      if (next !== place) bubble.style.transform = next;
      place = next;
    },
    say(text) {
      if (spoken.textContent !== text) spoken.textContent = text;
    },
  };
}

function createWordButton(document: Document, words: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cancel';
  button.textContent = words;
  return button;
}
