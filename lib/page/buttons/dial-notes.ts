import { type DialView, isDialOver } from '../../agent/dial/dial-view.ts';
import type { FoundNumber } from '../numbers/number-source.ts';

/** What is to be said at the buttons: of the running dial, and of a click that could not dial beside it. */
export interface DialNotes {
  readonly dial: DialView | null;
  showDial(next: DialView | null): void;
  showRefusal(next: DialView | null): void;
  /** The person has clicked again: an earlier refusal is of no interest any more. */
  clicked(): void;
  /** What is to be said at this number. */
  of(number: FoundNumber): DialView | null;
}

export function createDialNotes(): DialNotes {
  let dial: DialView | null = null;
  let refused: DialView | null = null;

  return {
    get dial() {
      return dial;
    },
    showDial(next) {
      dial = next;
      // What stood in the way is over, or the number is dialled after all.
      if (dial === null || isDialOver(dial.stage) || dial.number.e164 === refused?.number.e164) refused = null;
    },
    showRefusal(next) {
      refused = next;
    },
    clicked() {
      refused = null;
    },
    of(number) {
      // The refusal is newer: the next dial takes it away.
      return [refused, dial].find((each) => each?.number.e164 === number.e164) ?? null;
    },
  };
}
