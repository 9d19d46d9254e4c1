import type { PageLabels } from './page-contract.ts';

/** The words beside a button: the number it dials, or where its dial stands. */
export interface Bubble {
  readonly element: HTMLElement;
  readonly cancelButton: HTMLButtonElement;
  /** The one entry of a button's menu. */
  readonly denyButton: HTMLButtonElement;
  show(text: string, canCancel: boolean, canDeny: boolean): void;
  hide(): void;
  readonly isShown: boolean;
  /**
   * Puts it under the box, or above where there is no place, or else beside: it must not lie over the button, which could
   * not be pressed then. All in layer pixels, the box a square.
   */
  placeAt(left: number, top: number, bottom: number, viewportWidth: number, viewportHeight: number): void;
  /** Has a text spoken by screen readers. */
  say(text: string): void;
}

/** Wide enough that the words’ shadow does not reach the button’s, which the browser would take for something over it. */
const GAP_PX = 8;

export function createBubble(
  document: Document,
  layer: HTMLElement,
  labels: Pick<PageLabels, 'cancel' | 'notANumber'>,
): Bubble {
  const bubble = document.createElement('div');
  bubble.className = 'bubble';
  bubble.hidden = true;
  const words = document.createElement('span');
  const cancelButton = createWordButton(document, labels.cancel);
  const denyButton = createWordButton(document, labels.notANumber);
  bubble.append(words, cancelButton, denyButton);
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
    get isShown() {
      return !bubble.hidden;
    },
    show(text, canCancel, canDeny) {
      if (words.textContent !== text) words.textContent = text;
      cancelButton.hidden = !canCancel;
      denyButton.hidden = !canDeny;
      bubble.hidden = false;
    },
    hide() {
      bubble.hidden = true;
    },
    placeAt(left, top, bottom, viewportWidth, viewportHeight) {
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
