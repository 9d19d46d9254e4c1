import type { PageEvents, PageSettings } from '../messages/page-protocol.ts';

/** What the first script of a frame leaves for the engine, which the background injects into the same isolated world. */
export interface FrameLife {
  /** Aborts when Dialside leaves the frame: site disabled, extension updated, frame gone. */
  readonly signal: AbortSignal;
  settings: PageSettings;
  /** Withdraws Dialside from the frame. */
  readonly end: () => void;
  /** Set by the engine when it runs; hears what the background tells the frame. */
  engine: FrameEngine | null;
}

export interface FrameEngine {
  dialChanged(dial: PageEvents['page.dialChanged']): void;
  settingsChanged(settings: PageSettings): void;
  focusNumber(direction: 'next' | 'previous'): void;
  /** Tells the background the numbers of this frame. */
  tellNumbers(): void;
  /** Takes the dialer from the page for as long as a picker is open. */
  stepAside(): void;
}

// A symbol of the isolated world's own global: page script has another global and never sees it.
const KEY = Symbol.for('dialside.frame');
const PICKER = Symbol.for('dialside.picker');
type FrameGlobal = { [KEY]?: FrameLife; [PICKER]?: AbortController };

/** The life of this frame; null where the first script has not run or has ended. */
export function currentFrameLife(): FrameLife | null {
  const life = (globalThis as FrameGlobal)[KEY];
  return life && !life.signal.aborted ? life : null;
}

export function setFrameLife(life: FrameLife): void {
  (globalThis as FrameGlobal)[KEY] = life;
}

/** Ends with the picker that is open in this frame; null while none is. Of Dialside's elements one alone stands in a page. */
export function currentPicker(): AbortSignal | null {
  const signal = (globalThis as FrameGlobal)[PICKER]?.signal;
  return signal && !signal.aborted ? signal : null;
}

/** Opens a picker's life. One that is open already gives way, and so does the dialer. */
export function openPickerLife(): AbortController {
  const world = globalThis as FrameGlobal;
  world[PICKER]?.abort();
  const life = new AbortController();
  world[PICKER] = life;
  currentFrameLife()?.engine?.stepAside();
  return life;
}
