import { type DialView, isDialOver } from '../../agent/dial/dial-view.ts';
import { formatInternational } from '../../phone/format-number.ts';
import type { Box } from '../numbers/box.ts';
import type { FoundNumber } from '../numbers/number-source.ts';
import type { OverlayHost } from '../overlay/overlay-host.ts';
import type { NumberFact, PageLabels } from '../page-contract.ts';
import type { Bubble } from './bubble.ts';
import type { ButtonMenu } from './button-menu.ts';
import { placeOf } from './button-place.ts';
import { describeDialButton } from './dial-button.ts';
import type { DialNotes } from './dial-notes.ts';
import { isElsewhere, type ShownButton } from './shown-button.ts';

/** Where the layer's corner is in the viewport. */
type Frame = ReturnType<OverlayHost['frame']>;

export interface ButtonDrawing {
  /** Draws the button where its number is now, or hides it. Where there is no room beside the number, only if it must be. */
  draw(shown: ShownButton, frame: Frame, want: 'must' | 'whereRoom' | 'no'): void;
  hide(shown: ShownButton): void;
  /** Shows the words of one number's button, where they cover none of the others. */
  drawWords(
    shown: ShownButton,
    frame: Frame,
    around: { viewport: Box; others: readonly Box[] },
    isChanged: boolean,
    facts: readonly NumberFact[],
  ): void;
  /** What is said of the number now. */
  wordsFor(number: FoundNumber): string;
}

export interface ButtonDrawingOptions {
  readonly overlay: OverlayHost;
  readonly bubble: Bubble;
  readonly menu: Pick<ButtonMenu, 'offerFor'>;
  readonly notes: DialNotes;
  readonly labels: PageLabels;
}

/** Puts buttons and their words where they belong; a button that stays where it is costs no style. */
export function createButtonDrawing({ overlay, bubble, menu, notes, labels }: ButtonDrawingOptions): ButtonDrawing {
  function hide(shown: ShownButton): void {
    shown.place = null;
    shown.button.hidden = true;
  }

  function moveTo(shown: ShownButton, place: Box, frame: Frame): void {
    const { button } = shown;
    if (shown.place === null || isElsewhere(place, shown.place, 1)) shown.movedAt = performance.now();
    if (shown.place === null) {
      if (!button.isConnected) overlay.layer.append(button);
      button.hidden = false;
    }
    if (shown.place !== null && !isElsewhere(place, shown.place, 0.2)) return;
    const x = place.left - frame.x;
    const y = place.top - frame.y;
    button.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px)`;
    shown.place = place;
  }

  function wordsFor(number: FoundNumber): string {
    const text = formatInternational(number.e164);
    const running = notes.of(number);
    return running === null ? labels.call(text, number.extension) : labels.dialStage(running, text);
  }

  /** Who does not see where the button stands is told whose call it is. */
  function nameOf(number: FoundNumber): string {
    const words = wordsFor(number);
    return notes.of(number) === null ? words : labels.stageOf(words, formatInternational(number.e164));
  }

  return {
    hide,
    wordsFor,
    draw(shown, frame, want) {
      const { button, number, box, side, isCovered } = shown;
      const isWanted = want === 'must' || (want === 'whereRoom' && side !== 'over');
      if (isWanted && box !== null && side !== null && isCovered === false) {
        moveTo(shown, placeOf(side, box), frame);
        describeDialButton(button, nameOf(number), notes.of(number));
      } else if (shown.place !== null) hide(shown);
    },
    drawWords({ number, place, box }, frame, around, isChanged, facts) {
      if (place === null) return;
      const offer = menu.offerFor(number) ?? (canCancel(notes.of(number)) ? 'cancel' : null);
      const words = isChanged ? labels.numberChanged : wordsFor(number);
      bubble.show(offer === 'undo' ? labels.notANumber : words, offer, facts);
      bubble.placeNear({ ...around, button: place, number: box ?? place }, frame);
    },
  };
}

function canCancel(running: DialView | null): boolean {
  return running?.canCancel === true && !isDialOver(running.stage);
}
