import type { Appearance } from '../../settings/schema.ts';
import { type AttachRoot, attachClosedRoot, createOverlayHost } from '../overlay/overlay-host.ts';
import { PICKER_CSS } from './record-picker-style.ts';
import { selectorFor } from './record-selector.ts';
import { textOfElement } from './record-texts.ts';

/** What a person pointed at. */
export interface PickedPlace {
  readonly url: string;
  readonly text: string;
  readonly selector: string | null;
}

/** What becomes of it, in the person's words. */
export interface PickVerdict {
  readonly words: string;
  /** It can be taken as it is. */
  readonly canTake: boolean;
}

export interface RecordPickerOptions {
  readonly document: Document;
  /** Ends it; afterwards the page is exactly as before. */
  readonly signal: AbortSignal;
  readonly labels: {
    /** BCP 47 tag of what they are written in. */
    readonly language: string;
    readonly title: string;
    readonly hint: string;
    readonly take: string;
    readonly cancel: string;
    /** What `cancel` is called once something was taken: that stays. */
    readonly close: string;
  };
  readonly appearance: Appearance;
  /** Asks what a place would mean; nothing is kept of it. */
  readonly judge: (place: PickedPlace) => Promise<PickVerdict>;
  /** Keeps it; answers with the last words. */
  readonly take: (place: PickedPlace) => Promise<string>;
  readonly onEnd: () => void;
}

/** So long the last words stay. */
const LAST_WORDS_MS = 4_000;

/**
 * Lets a person point at the record's id on a page. What the page would do at the click is kept from it by a pane of Dialside's
 * own; of the page nothing is changed. Escape ends it.
 */
export function startRecordPicker(options: RecordPickerOptions, attachRoot: AttachRoot = attachClosedRoot): void {
  const { document, labels, judge, take, onEnd } = options;
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, ending.signal]);
  const overlay = createOverlayHost(document, signal, attachRoot);
  overlay.show(options.appearance);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PICKER_CSS);
  overlay.root.adoptedStyleSheets = [...overlay.root.adoptedStyleSheets, sheet];
  const { pane, frame, words, takeButton, cancelButton } = drawPicker(document, overlay.layer, labels);
  const focusedBefore = document.activeElement;
  let chosen: PickedPlace | null = null;
  let isTaken = false;

  const end = () => {
    if (signal.aborted) return;
    ending.abort();
    if (focusedBefore instanceof HTMLElement && focusedBefore.isConnected) focusedBefore.focus({ preventScroll: true });
    onEnd();
  };

  /** The page's element beneath the pane. */
  const beneath = ({ clientX, clientY }: MouseEvent) =>
    document.elementsFromPoint(clientX, clientY).find((element) => element !== overlay.host) ?? null;

  const point = (event: MouseEvent) => {
    const element = chosen || isTaken ? null : beneath(event);
    if (element) outline(frame, element, overlay.frame());
  };

  const choose = async (event: MouseEvent) => {
    const element = beneath(event);
    if (!event.isTrusted || isTaken || !element) return;
    outline(frame, element, overlay.frame());
    const place = { url: document.URL, text: textOfElement(element) ?? '', selector: selectorFor(element) };
    const verdict = await judge(place);
    if (signal.aborted || isTaken) return;
    chosen = verdict.canTake ? place : null;
    words.textContent = verdict.words;
    takeButton.hidden = !verdict.canTake;
    (verdict.canTake ? takeButton : cancelButton).focus({ preventScroll: true });
  };

  const takeChosen = async (event: MouseEvent) => {
    if (!event.isTrusted || !chosen || isTaken || !overlay.isInPlace()) return;
    isTaken = true;
    pane.hidden = true;
    frame.hidden = true;
    takeButton.hidden = true;
    words.textContent = await take(chosen);
    cancelButton.textContent = labels.close;
    const timer = setTimeout(end, LAST_WORDS_MS);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  };

  pane.addEventListener('pointermove', point, { signal });
  pane.addEventListener('click', (event) => void choose(event), { signal });
  takeButton.addEventListener('click', (event) => void takeChosen(event), { signal });
  cancelButton.addEventListener('click', (event) => event.isTrusted && end(), { signal });
  // The focus stays on the panel.
  overlay.root.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  // Also where the page has taken the focus away.
  document.defaultView?.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end();
    },
    { signal, capture: true },
  );
  cancelButton.focus({ preventScroll: true });
}

function drawPicker(document: Document, layer: HTMLElement, labels: RecordPickerOptions['labels']) {
  const make = (name: 'div' | 'p', className: string) => {
    const element = document.createElement(name);
    element.className = className;
    return element;
  };
  const button = (label: string) => {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = 'pick-button';
    element.textContent = label;
    return element;
  };
  const [pane, frame, panel, words] = [
    make('div', 'pick-pane'),
    make('div', 'pick-frame'),
    make('div', 'pick-panel'),
    make('p', 'pick-words'),
  ];
  const [takeButton, cancelButton] = [button(labels.take), button(labels.cancel)];
  frame.hidden = true;
  takeButton.hidden = true;
  words.textContent = labels.hint;
  words.role = 'status';
  panel.role = 'dialog';
  panel.dir = 'auto';
  panel.ariaLabel = labels.title;
  layer.lang = labels.language;
  panel.append(words, takeButton, cancelButton);
  layer.append(pane, frame, panel);
  return { pane, frame, words, takeButton, cancelButton };
}

function outline(frame: HTMLElement, element: Element, origin: { readonly x: number; readonly y: number }): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  frame.hidden = false;
  frame.style.transform = `translate(${left - origin.x}px, ${top - origin.y}px)`;
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
}
