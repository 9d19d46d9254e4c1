import type { FoundNumber } from '../numbers/number-source.ts';
import type { NumberFact, PageDial } from '../page-contract.ts';

/** Who passes by, or points in order to click, is shown no more than before. */
export const REST_MS = 600;

/** What is known of the number at which the person rests: it stands below the words, and like them in nobody's way. */
export interface NumberCard {
  /** The words belong to this number from now on; null while they are nobody's, or say how a dial stands. */
  attend(number: FoundNumber | null): void;
  /** Closes the card of the number that the person is at, until he comes to a number again. */
  dismiss(): void;
  /** Empty until the person has rested. */
  readonly facts: readonly NumberFact[];
}

export interface NumberCardOptions {
  readonly signal: AbortSignal;
  readonly onRest?: ((number: PageDial, tell: (facts: readonly NumberFact[]) => void) => void) | undefined;
  /** There is more to be said of that number, or nothing any more. */
  readonly onChange: (number: FoundNumber) => void;
}

export function createNumberCard({ signal, onRest, onChange }: NumberCardOptions): NumberCard {
  let attended: FoundNumber | null = null;
  let facts: readonly NumberFact[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function begin(): void {
    round++;
    facts = [];
    clearTimeout(timer);
  }

  function open({ e164, extension }: FoundNumber): void {
    const mine = round;
    onRest?.({ e164, extension }, (told) => {
      // The person has gone on meanwhile.
      if (mine !== round || attended === null || signal.aborted) return;
      facts = told;
      onChange(attended);
    });
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
    dismiss() {
      if (attended === null) return;
      const isShown = facts.length > 0;
      begin();
      if (isShown) onChange(attended);
    },
  };
}
