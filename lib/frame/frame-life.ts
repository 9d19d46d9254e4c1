import type { PageEvents, PageSettings } from '../messages/protocol.ts';

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
}

// A symbol of the isolated world's own global: page script has another global and never sees it.
const KEY = Symbol.for('dialside.frame');
type FrameGlobal = { [KEY]?: FrameLife };

/** The life of this frame; null where the first script has not run or has ended. */
export function currentFrameLife(): FrameLife | null {
  const life = (globalThis as FrameGlobal)[KEY];
  return life && !life.signal.aborted ? life : null;
}

export function setFrameLife(life: FrameLife): void {
  (globalThis as FrameGlobal)[KEY] = life;
}
