import type { DialView } from '../../agent/dial/dial-view.ts';
import type { SiteMode } from '../../settings/schema.ts';
import type { Box } from '../numbers/box.ts';
import type { NumberBoxes } from '../numbers/number-box.ts';
import type { FoundNumber } from '../numbers/number-source.ts';
import type { OverlayHost } from '../overlay/overlay-host.ts';
import type { PageDialerOptions, PageLabels } from '../page-contract.ts';
import { type Attention, createAttention } from './attention.ts';
import { type Bubble, createBubble } from './bubble.ts';
import { createButtonDrawing } from './button-drawing.ts';
import { createButtonFrames } from './button-frames.ts';
import { type ButtonMenu, createButtonMenu } from './button-menu.ts';
import { createDialButton } from './dial-button.ts';
import { createDialNotes, type DialNotes } from './dial-notes.ts';
import type { Exposure } from './exposure.ts';
import { createNumberCard } from './number-card.ts';
import type { PageHits } from './page-hits.ts';
import { createShownButton, type ShownButton } from './shown-button.ts';
import { keepOneTabStop } from './tab-stop.ts';
import type { TapExposure } from './tap-exposure.ts';
import { createWordsStay } from './words-stay.ts';

export interface ButtonLayerOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly overlay: OverlayHost;
  readonly boxes: NumberBoxes;
  readonly hits: PageHits;
  readonly exposure: Exposure;
  readonly taps: TapExposure;
  readonly labels: PageLabels;
  readonly mode: SiteMode;
  readonly onNotNumber?: (pattern: string) => void;
  readonly onRest?: PageDialerOptions['onRest'];
}

export interface ButtonLayer {
  readonly bubble: Bubble;
  readonly menu: Pick<ButtonMenu, 'open' | 'deny' | 'takeBack'>;
  readonly attention: Pick<Attention, 'pointed' | 'focused' | 'menu'>;
  readonly notes: Pick<DialNotes, 'dial'>;
  setNear(number: FoundNumber, isNear: boolean): void;
  setMode(mode: SiteMode): void;
  /** The number under the pointer; null when it has left. */
  point(number: FoundNumber | null): void;
  /** The number that the keyboard is at. With `takeFocus` its button gets the focus as soon as it is drawn. */
  focus(number: FoundNumber | null, takeFocus?: boolean): void;
  showDial(dial: DialView | null): void;
  showRefusal(refused: DialView | null): void;
  /** Keeps the words beside this number's button, because it was clicked. */
  pin(number: FoundNumber): void;
  /** Says beside the number that it is not what it was. */
  sayChanged(number: FoundNumber): void;
  shownBy(button: EventTarget | null): ShownButton | undefined;
  shownFor(number: FoundNumber): ShownButton | undefined;
  near(): Iterable<ShownButton>;
  /** `work` is done whenever buttons are drawn; after each `setNear` that is soon. */
  onDraw(work: () => void): void;
  /** Things may have moved: measures in the next frame, and until all is at rest. */
  look(): void;
  /** The window has been scrolled, and nothing else is known to have moved. */
  ride(): void;
  /** Things may look different, too: also asks anew where there is room. */
  lookAfresh(): void;
}

export function createButtonLayer(options: ButtonLayerOptions): ButtonLayer {
  const { document, signal, overlay, boxes, hits, exposure, taps, labels } = options;
  const near = new Map<FoundNumber, ShownButton>();
  const byButton = new WeakMap<EventTarget, ShownButton>();
  const bubble = createBubble(document, overlay.layer, labels);
  const attention = createAttention();
  const notes = createDialNotes();
  const stay = createWordsStay(signal, () => unpin());
  const menu = createButtonMenu({
    ...{ host: overlay.host, signal, attention },
    onChange: () => look(),
    onNotNumber: (pattern) => options.onNotNumber?.(pattern),
  });
  const card = createNumberCard({
    document,
    signal,
    onRest: options.onRest,
    onChange(number) {
      // Whoever points sees it; who walks by keyboard may not.
      if (number === attention.focused)
        bubble.say([drawing.wordsFor(number), ...card.facts.map(({ text }) => text)].join(' '));
      look();
    },
  });
  const drawing = createButtonDrawing({ overlay, bubble, menu, notes, labels });
  const { look, lookAfresh, ride, joined } = createButtonFrames({
    ...{ document, signal, overlay, boxes, hits, draw },
    near: () => [...near.values()],
    isWanted: (shown) => wantOf(shown) !== 'no',
  });
  let mode = options.mode;
  let changed: FoundNumber | null = null;
  let isFocusDue = false;
  let drawMore = () => {};

  function wantOf({ number }: ShownButton): 'must' | 'whereRoom' | 'no' {
    const { pointed, focused, pinned } = attention;
    if (number === focused || number === pinned || number === attention.menu) return 'must';
    if (mode !== 'marksOnly' && (number === pointed || notes.of(number) !== null)) return 'must';
    return mode === 'buttons' ? 'whereRoom' : 'no';
  }

  function draw(viewport: Box): void {
    const frame = overlay.frame();
    for (const shown of near.values()) {
      drawing.draw(shown, frame, wantOf(shown));
      taps.attend(shown.button, shown.place !== null);
    }
    drawBubble(frame, viewport);
    menu.drawn(bubble);
    keepOneTabStop([...near.values()], attention.focused);
    takeFocusIfDue();
    drawMore();
  }

  function takeFocusIfDue(): void {
    const shown = attention.focused && near.get(attention.focused);
    if (!isFocusDue || !shown?.place) return;
    isFocusDue = false;
    shown.button.focus({ preventScroll: true });
  }

  /** The words belong to what the person is at: with keyboard or pointer, whichever moved last, then what was clicked. */
  function drawBubble(frame: ReturnType<OverlayHost['frame']>, viewport: Box): void {
    const subject = attention.inOrder().flatMap((number) => near.get(number) ?? [])[0];
    // An open menu stays where it is: its entry must not move from under the pointer.
    const isFree = attention.menu === null && subject?.number !== changed;
    const isAsked = subject?.place && isFree && notes.of(subject.number) === null;
    card.attend(isAsked ? subject.number : null);
    if (!subject?.place) {
      if (bubble.isShown) bubble.hide();
      return;
    }
    exposure.watch(subject.button, bubble.element);
    drawing.drawWords(
      subject,
      frame,
      { viewport, others: boxesBut(subject) },
      subject.number === changed,
      isAsked ? card.facts : [],
    );
  }

  /** Where the other numbers and their buttons are. Unless all have buttons, nobody has measured where the numbers are. */
  function boxesBut(subject: ShownButton): Box[] {
    const others = [...near.values()].filter((shown) => shown !== subject);
    const numbers = others.map(({ number, box }) => (mode === 'buttons' ? box : boxes.boxOf(number)));
    return [...numbers, ...others.map(({ place }) => place)].filter((box) => box !== null);
  }

  function sayPinned(): void {
    const { pinned } = attention;
    stay.begin(pinned && notes.of(pinned));
    if (pinned !== null) bubble.say(drawing.wordsFor(pinned));
    look();
  }

  function unpin(): void {
    attention.pin(null);
    look();
  }

  return {
    bubble,
    menu,
    attention,
    notes,
    setNear(number, isNear) {
      const known = near.get(number);
      if (isNear && known === undefined) {
        const shown = createShownButton(number, createDialButton(document));
        near.set(number, shown);
        byButton.set(shown.button, shown);
      } else if (!isNear && known !== undefined) {
        near.delete(number);
        drawing.hide(known);
        taps.attend(known.button, false);
        known.button.remove();
        attention.lose(number);
      }
      joined();
    },
    setMode(next) {
      mode = next;
      lookAfresh();
      look();
    },
    point(number) {
      if (!attention.point(number)) return;
      if (number !== changed) changed = null;
      look();
    },
    focus(number, takeFocus = false) {
      attention.focus(number);
      isFocusDue = takeFocus;
      look();
    },
    showDial(next) {
      notes.showDial(next);
      const { pinned } = attention;
      if (notes.dial === null || (pinned !== null && notes.of(pinned) === null)) attention.pin(null);
      sayPinned();
    },
    showRefusal(next) {
      notes.showRefusal(next);
      sayPinned();
    },
    pin(number) {
      attention.pin(number);
      notes.clicked();
      changed = null;
      look();
    },
    sayChanged(number) {
      changed = number;
      bubble.say(labels.numberChanged);
      look();
    },
    shownBy: (button) => (button === null ? undefined : byButton.get(button)),
    shownFor: (number) => near.get(number),
    near: () => near.values(),
    onDraw(work) {
      drawMore = work;
    },
    look,
    ride,
    lookAfresh,
  };
}
