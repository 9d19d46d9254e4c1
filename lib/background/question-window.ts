import type { SessionStore } from '../session/session-store.ts';
import { createSerialQueue } from './serial-queue.ts';

/** Dialside's own window in which the agent answers a question before a dial. There is one at most. */
export interface QuestionWindow {
  /** Brings the question of this dial to the front, in place of any other. */
  show(dialId: string): Promise<void>;
  /** Sees to it that the question of this dial is there, and leaves it where it is. */
  keep(dialId: string): Promise<void>;
  close(): Promise<void>;
  /** A window of the browser has been closed: the dial whose question it asked, null for every other window. */
  closed(windowId: number): Promise<string | null>;
}

/** The browser's windows, as far as they are needed. */
export interface QuestionWindows {
  readonly open: (dialId: string) => Promise<number | null>;
  /** False when it is gone. */
  readonly focus: (windowId: number) => Promise<boolean>;
  readonly exists: (windowId: number) => Promise<boolean>;
  readonly close: (windowId: number) => Promise<void>;
}

export function createQuestionWindow(store: SessionStore, windows: QuestionWindows): QuestionWindow {
  // A window takes a while to open: what is asked of it meanwhile waits, or it would be taken for another's.
  const inTurn = createSerialQueue();

  const closeNow = async () => {
    const { question } = store.current();
    if (!question) return;
    // First, so that its closing is not taken for the answer.
    await store.update({ question: null });
    await windows.close(question.windowId);
  };

  const openUnless = (dialId: string, isThere: (windowId: number) => Promise<boolean>) =>
    inTurn(async () => {
      const { question } = store.current();
      if (question?.dialId === dialId && (await isThere(question.windowId))) return;
      await closeNow();
      const windowId = await windows.open(dialId);
      await store.update({ question: windowId === null ? null : { windowId, dialId } });
    });

  return {
    show: (dialId) => openUnless(dialId, windows.focus),
    keep: (dialId) => openUnless(dialId, windows.exists),
    close: () => inTurn(closeNow),
    async closed(windowId) {
      const { question } = store.current();
      if (question?.windowId !== windowId) return null;
      await store.update({ question: null });
      return question.dialId;
    },
  };
}
