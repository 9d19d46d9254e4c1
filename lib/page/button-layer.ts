import { type DialView, isDialOver } from '../agent/dial-view.ts';
import { formatInternational } from '../phone/format-number.ts';
import type { SiteMode } from '../settings/schema.ts';
import { type Attention, createAttention } from './attention.ts';
import { type Box, viewportOf } from './box.ts';
import { type Bubble, createBubble } from './bubble.ts';
import { type ButtonMenu, createButtonMenu } from './button-menu.ts';
import { placeOf } from './button-place.ts';
import { createDialButton, describeDialButton } from './dial-button.ts';
import { createDialNotes, type DialNotes } from './dial-notes.ts';
import type { Exposure } from './exposure.ts';
import type { NumberBoxes } from './number-box.ts';
import type { FoundNumber } from './number-source.ts';
import type { OverlayHost } from './overlay-host.ts';
import type { PageLabels } from './page-contract.ts';
import type { PageHits } from './page-hits.ts';
import { createPlaceProbe } from './place-probe.ts';
import { createScrollRide } from './scroll-ride.ts';
import { createShownButton, isElsewhere, isStale, noteBox, type ShownButton } from './shown-button.ts';
import { keepOneTabStop } from './tab-stop.ts';
import { createWordsStay } from './words-stay.ts';

/** Without movement for so long a scroll is over; a wheel or a finger sends its steps faster. */
const REST_MS = 100;

/** On a page that never rests, places are looked at afresh this often all the same. */
const LONGEST_UNREST_MS = 500;

export interface ButtonLayerOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly overlay: OverlayHost;
  readonly boxes: NumberBoxes;
  readonly hits: PageHits;
  readonly exposure: Exposure;
  readonly labels: PageLabels;
  readonly mode: SiteMode;
  readonly onNotNumber?: (pattern: string) => void;
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
  /** Things may have moved: measures in the next frame, and until all is at rest. */
  look(): void;
  /** The window has been scrolled, and nothing else is known to have moved. */
  ride(): void;
  /** Things may look different, too: also asks anew where there is room. */
  lookAfresh(): void;
}

export function createButtonLayer(options: ButtonLayerOptions): ButtonLayer {
  const { document, signal, overlay, boxes, hits, exposure, labels } = options;
  const near = new Map<FoundNumber, ShownButton>();
  const byButton = new WeakMap<EventTarget, ShownButton>();
  const bubble = createBubble(document, overlay.layer, labels);
  const places = createPlaceProbe(overlay, hits, () => near.values());
  const attention = createAttention();
  const notes = createDialNotes();
  const stay = createWordsStay(signal, () => unpin());
  const menu = createButtonMenu({
    signal,
    attention,
    onChange: look,
    onNotNumber: (pattern) => options.onNotNumber?.(pattern),
  });
  const scrollRide = createScrollRide(overlay, boxes);
  let mode = options.mode;
  let changed: FoundNumber | null = null;
  let isFrameAsked = false;
  let isMeasureDue = false;
  let isRiding = false;
  let isAfresh = false;
  let isFocusDue = false;
  let movedAt = 0;
  let probedAt = 0;

  function askFrame(): void {
    if (isFrameAsked || signal.aborted) return;
    isFrameAsked = true;
    requestAnimationFrame(drawFrame);
  }

  function look(): void {
    isMeasureDue = true;
    askFrame();
  }

  function lookAfresh(): void {
    isAfresh = true;
    look();
  }

  function isActive({ number }: ShownButton): boolean {
    const { pointed, focused, pinned } = attention;
    if (number === focused || number === pinned || number === attention.menu) return true;
    return mode !== 'marksOnly' && (number === pointed || notes.of(number) !== null);
  }

  function drawFrame(now: number): void {
    isFrameAsked = false;
    if (signal.aborted) return;
    overlay.restore();
    const ride = scrollRide.ride([...near.values()], performance.now());
    if (ride !== 'none') movedAt = now;
    const isUnprobed = now - probedAt > LONGEST_UNREST_MS;
    // A ride is over when it has come to rest; until then nothing is measured either.
    isRiding = ride === 'true' || (isRiding && ride === 'none' && now - movedAt <= REST_MS);
    if (isRiding && !isMeasureDue && !isUnprobed) askFrame();
    else measureAndDraw(now);
  }

  function measureAndDraw(now: number): void {
    isMeasureDue = false;
    const viewport = viewportOf(document);
    const wanted = [...near.values()].filter((shown) => mode === 'buttons' || isActive(shown));
    let isMoving = isAfresh;
    for (const shown of wanted) isMoving = noteBox(shown, boxes.boxOf(shown.number), viewport) || isMoving;
    scrollRide.begin();
    if (isAfresh) for (const shown of near.values()) shown.isSideStale = shown.isCoverStale = true;
    isAfresh = false;
    if (isMoving) movedAt = now;
    const isResting = now - movedAt > REST_MS;
    const isDue = isResting || now - probedAt > LONGEST_UNREST_MS;
    const isLeft = isDue && places.probe(wanted, viewport);
    // One frame's worth while the page is scrolled: the rest has time until that is over.
    if (isDue && (!isLeft || isRiding)) probedAt = now;
    draw(viewport);
    if (isMoving || (isResting && wanted.some(isStale))) look();
    else if (!isResting) askFrame();
  }

  function draw(viewport: Box): void {
    const frame = overlay.frame();
    for (const shown of near.values()) drawButton(shown, frame);
    drawBubble(frame, viewport);
    menu.drawn(bubble);
    keepOneTabStop([...near.values()], attention.focused);
    takeFocusIfDue();
  }

  function takeFocusIfDue(): void {
    const shown = attention.focused && near.get(attention.focused);
    if (!isFocusDue || !shown?.place) return;
    isFocusDue = false;
    shown.button.focus({ preventScroll: true });
  }

  function drawButton(shown: ShownButton, frame: ReturnType<OverlayHost['frame']>): void {
    const { button, number, box, side, isCovered } = shown;
    const isSeen = box !== null && side !== null && isCovered === false;
    const isWanted = isActive(shown) || (mode === 'buttons' && side !== 'over');
    if (!isSeen || !isWanted) {
      if (shown.place !== null) hide(shown);
      return;
    }
    const place = placeOf(side, box);
    if (shown.place === null || isElsewhere(place, shown.place, 1)) shown.movedAt = performance.now();
    if (shown.place === null) {
      if (!button.isConnected) overlay.layer.append(button);
      button.hidden = false;
    }
    if (shown.place === null || isElsewhere(place, shown.place, 0.2)) {
      const x = place.left - frame.x;
      const y = place.top - frame.y;
      button.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px)`;
      shown.place = place;
    }
    describeDialButton(button, wordsFor(number), notes.of(number));
  }

  function hide(shown: ShownButton): void {
    shown.place = null;
    shown.button.hidden = true;
  }

  function wordsFor(number: FoundNumber): string {
    const text = formatInternational(number.e164);
    const running = notes.of(number);
    return running === null ? labels.call(text, number.extension) : labels.dialStage(running, text);
  }

  /** The words belong to what the person is at: with keyboard or pointer, whichever moved last, then what was clicked. */
  function drawBubble(frame: ReturnType<OverlayHost['frame']>, viewport: Box): void {
    const subject = attention.inOrder().flatMap((number) => near.get(number) ?? [])[0];
    if (!subject?.place) {
      bubble.hide();
      return;
    }
    exposure.watch(subject.button, bubble.element);
    const running = notes.of(subject.number);
    const canCancel = running?.canCancel === true && !isDialOver(running.stage);
    const offer = menu.offerFor(subject.number) ?? (canCancel ? 'cancel' : null);
    const words = subject.number === changed ? labels.numberChanged : wordsFor(subject.number);
    bubble.show(offer === 'undo' ? labels.notANumber : words, offer);
    bubble.placeAt(subject.place, frame, viewport);
  }

  function sayPinned(): void {
    const { pinned } = attention;
    stay.begin(pinned && notes.of(pinned));
    if (pinned !== null) bubble.say(wordsFor(pinned));
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
        hide(known);
        known.button.remove();
        attention.lose(number);
      }
      // During a ride the newcomers wait for its end: until then nothing is known of the room beside them.
      if (isRiding) askFrame();
      else look();
    },
    setMode(next) {
      mode = next;
      lookAfresh();
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
    look,
    ride: askFrame,
    lookAfresh,
  };
}
