import type { AboutNumber, PageRecord } from '../../messages/number-details.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { createSerialQueue } from '../serial-queue.ts';

/** Dialside's own window about a number. There is one at most. */
export interface NumberWindow {
  /** Shows it for this number (E.164), in place of any other. */
  show(e164: string): Promise<void>;
  /**
   * The same for a page: at most once within {@link PAGE_REST_MS}. Each window asks the dialer, and whoever has taken over a page's
   * process asks as often as he likes.
   */
  showFromPage(e164: string, record: PageRecord | null): Promise<void>;
  /** What the newest window with this key is about; null for every other. */
  about(key: string): AboutNumber | null;
  /** What the page with that number said of its record, where the window is about it. */
  recordOf(e164: string): PageRecord | null;
}

/**
 * Nobody reads a window in less. Twenty in a minute ask the dialer for up to a hundred things, five times what cards may: verdict, leads
 * and calls, and of the newest lead its call-backs and recordings. They stand in one line with the questions of cards (number-lookups.ts):
 * never two at once, nor two within half a second.
 */
const PAGE_REST_MS = 3_000;

/** The browser's windows, as far as they are needed. */
export interface NumberWindows {
  readonly open: (key: string) => Promise<number | null>;
  readonly close: (windowId: number) => Promise<void>;
}

export function createNumberWindow(store: SessionStore, windows: NumberWindows, now: () => number): NumberWindow {
  // A window takes a while to open: what is asked meanwhile waits, or there would be two.
  const inTurn = createSerialQueue();
  let shownForPageAt = Number.NEGATIVE_INFINITY;
  const show = (e164: string, record: PageRecord | null) =>
    inTurn(async () => {
      const windowId = store.current().numberWindow?.windowId ?? null;
      // Another one instead of another address: what was being filled in for one number is never done for the next.
      if (windowId !== null) await windows.close(windowId);
      const shown = { key: crypto.randomUUID(), e164, record, isSomebodys: store.current().connection !== null };
      // First, or its page would ask before there is an answer.
      await store.keep({ numberWindow: { ...shown, windowId: null } });
      const opened = await windows.open(shown.key);
      const { numberWindow } = store.current();
      if (numberWindow?.key === shown.key) await store.keep({ numberWindow: { ...numberWindow, windowId: opened } });
      // Its agent signed out while it opened.
      else if (opened !== null) await windows.close(opened);
    });

  return {
    show: (e164) => show(e164, null),
    async showFromPage(e164, record) {
      // A clock that was set back holds nobody up.
      if (Math.abs(now() - shownForPageAt) < PAGE_REST_MS) return;
      shownForPageAt = now();
      await show(e164, record);
    },
    about(key) {
      const { numberWindow } = store.current();
      return numberWindow?.key === key ? { e164: numberWindow.e164, record: numberWindow.record } : null;
    },
    recordOf(e164) {
      const { numberWindow } = store.current();
      return numberWindow?.e164 === e164 ? numberWindow.record : null;
    },
  };
}
