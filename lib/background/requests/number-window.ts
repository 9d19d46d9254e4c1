import type { SessionStore } from '../../session/session-store.ts';
import { createSerialQueue } from '../serial-queue.ts';

/** Dialside's own window about a number. There is one at most. */
export interface NumberWindow {
  /** Shows it for this number (E.164), in place of any other. */
  show(e164: string): Promise<void>;
}

/** The browser's windows, as far as they are needed. */
export interface NumberWindows {
  readonly open: (e164: string) => Promise<number | null>;
  readonly close: (windowId: number) => Promise<void>;
}

export function createNumberWindow(store: SessionStore, windows: NumberWindows): NumberWindow {
  // A window takes a while to open: what is asked meanwhile waits, or there would be two.
  const inTurn = createSerialQueue();
  return {
    show: (e164) =>
      inTurn(async () => {
        const { numberWindow } = store.current();
        // Another one instead of another address: what was being filled in for one number is never done for the next.
        if (numberWindow !== null) await windows.close(numberWindow);
        await store.keep({ numberWindow: await windows.open(e164) });
      }),
  };
}
