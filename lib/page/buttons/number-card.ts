import { type FoundNumber, writtenText } from '../numbers/number-source.ts';
import type { NumberFact, RestedNumber } from '../page-contract.ts';

/** Who passes by, or points in order to click, is shown no more than before. */
export const REST_MS = 600;

/** What is known of the number at which the person rests: it stands below the words, and like them in nobody's way. */
export interface NumberCard {
  /** The words belong to this number from now on; null while they are nobody's, or say how a dial stands. */
  attend(number: FoundNumber | null): void;
  /** Empty until the person has rested. */
  readonly facts: readonly NumberFact[];
}

export interface NumberCardOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly onRest?: ((number: RestedNumber, tell: (facts: readonly NumberFact[]) => void) => void) | undefined;
  /** There is more to be said of that number, or nothing any more. */
  readonly onChange: (number: FoundNumber) => void;
}

export function createNumberCard({ document, signal, onRest, onChange }: NumberCardOptions): NumberCard {
  let attended: FoundNumber | null = null;
  let facts: readonly NumberFact[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;
  let stopListening: AbortController | null = null;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function begin(): void {
    round++;
    facts = [];
    clearTimeout(timer);
    stopListening?.abort();
    stopListening = null;
  }

  function open({ e164, extension, source }: FoundNumber): void {
    const mine = round;
    onRest?.({ e164, extension, written: writtenText(source) }, (told) => {
      // The person has gone on meanwhile.
      if (mine !== round || attended === null || signal.aborted) return;
      facts = told;
      if (facts.length > 0) listenForEscape();
      onChange(attended);
    });
  }

  /** Heard, and left to the page: what closes by it there closes as without Dialside. A page's own scripts hide no warning. */
  function listenForEscape(): void {
    if (stopListening !== null) return;
    stopListening = new AbortController();
    const hear = ({ key, isTrusted }: KeyboardEvent) => isTrusted && key === 'Escape' && dismiss();
    const ending = AbortSignal.any([signal, stopListening.signal]);
    document.addEventListener('keydown', hear, { capture: true, passive: true, signal: ending });
  }

  /** Closes the card of the number that the person is at, until he comes to a number again. */
  function dismiss(): void {
    if (attended === null) return;
    begin();
    onChange(attended);
  }

  return {
    get facts() {
      return facts;
    },
    attend(number) {
      if (number === attended) return;
      begin();
      attended = number;
      if (number !== null) timer = setTimeout(() => open(number), REST_MS);
    },
  };
}
