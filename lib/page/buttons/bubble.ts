import type { NumberFact, PageLabels } from '../page-contract.ts';
import { hasRoom, placeWords, type WordsPlaceOptions } from './words-place.ts';

/** The words beside a button: the number it dials, or where its dial stands. */
export interface Bubble {
  readonly element: HTMLElement;
  readonly cancelButton: HTMLButtonElement;
  /** The entries of a button's menu: what else is known of it, that it is none, and that this was a mistake. */
  readonly moreButton: HTMLButtonElement;
  readonly denyButton: HTMLButtonElement;
  readonly undoButton: HTMLButtonElement;
  show(text: string, offer: Offer, facts?: readonly NumberFact[]): void;
  hide(): void;
  readonly isShown: boolean;
  /** Puts it near its button, where it covers no number; a card for which there is no room leaves it. `origin` is where the layer's corner is. */
  placeNear(around: Omit<WordsPlaceOptions, 'size'>, origin: { readonly x: number; readonly y: number }): void;
  /** Has a text spoken by screen readers. */
  say(text: string): void;
}

/** What can be done beside the words. */
export type Offer = 'cancel' | 'deny' | 'undo' | null;

export function createBubble(
  document: Document,
  layer: HTMLElement,
  labels: Pick<PageLabels, 'cancel' | 'more' | 'notANumber' | 'undo'>,
): Bubble {
  const bubble = document.createElement('div');
  bubble.className = 'bubble';
  // Words and what can be done about them, in the order of the language, whatever that of the page is.
  bubble.dir = 'auto';
  bubble.hidden = true;
  const words = document.createElement('span');
  const cancelButton = createWordButton(document, labels.cancel);
  const moreButton = createWordButton(document, labels.more ?? '');
  const denyButton = createWordButton(document, labels.notANumber);
  const undoButton = createWordButton(document, labels.undo ?? '');
  const card = document.createElement('ul');
  card.className = 'facts';
  bubble.append(words, cancelButton, moreButton, denyButton, undoButton, card);
  const spoken = document.createElement('div');
  spoken.className = 'spoken';
  spoken.role = 'status';
  spoken.ariaLive = 'polite';
  layer.append(bubble, spoken);
  let place = '';
  let told: readonly NumberFact[] = [];
  let heldWidth = 0;

  return {
    element: bubble,
    cancelButton,
    moreButton,
    denyButton,
    undoButton,
    get isShown() {
      return !bubble.hidden;
    },
    show(text, offer, facts = []) {
      if (facts !== told) card.replaceChildren(...facts.map((fact) => createFact(document, fact)));
      told = facts;
      // Pressing an entry shows shorter words: they keep their place, or the pointer would be at what lies behind them.
      if (offer !== 'undo') heldWidth = 0;
      else if (undoButton.hidden) heldWidth = bubble.offsetWidth;
      bubble.style.setProperty('--held', `${heldWidth}px`);
      if (words.textContent !== text) words.textContent = text;
      cancelButton.hidden = offer !== 'cancel';
      moreButton.hidden = offer !== 'deny' || labels.more === undefined;
      denyButton.hidden = offer !== 'deny';
      undoButton.hidden = offer !== 'undo';
      bubble.hidden = false;
    },
    hide() {
      card.replaceChildren();
      told = [];
      bubble.hidden = true;
    },
    placeNear(around, origin) {
      const measure = () => ({ width: Math.max(bubble.offsetWidth, heldWidth), height: bubble.offsetHeight });
      let size = measure();
      // Words that are not in sight let no press through; of a card its warnings go last.
      for (const part of ['li:not(.warning)', 'li']) {
        const lines = card.querySelectorAll(part);
        if (lines.length === 0 || hasRoom({ ...around, size })) continue;
        for (const line of lines) line.remove();
        told = [];
        size = measure();
      }
      const { left, top } = placeWords({ ...around, size });
      // Of the place that is held, the words take the beginning.
      const aside = bubble.matches(':dir(rtl)') ? size.width - bubble.offsetWidth : 0;
      const next = `translate(${left + aside - origin.x}px, ${top - origin.y}px)`;
      if (next !== place) bubble.style.transform = next;
      place = next;
    },
    say(text) {
      if (spoken.textContent !== text) spoken.textContent = text;
    },
  };
}

function createFact(document: Document, { text, isWarning }: NumberFact): HTMLElement {
  const line = document.createElement('li');
  line.dir = 'auto';
  line.textContent = text;
  if (isWarning) line.className = 'warning';
  return line;
}

function createWordButton(document: Document, words: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cancel';
  button.textContent = words;
  return button;
}
