import type { SessionStore } from '../../session/session-store.ts';
import { createSerialQueue } from '../serial-queue.ts';

/** Dialside's own window in which the agent answers a question before a dial. There is one at most. */
export interface QuestionWindow {
  /** Brings the question of this dial to the front, in place of any other. */
  show(dialId: string): Promise<void>;
  /**
   * Asks the question of this dial where no worker has come to ask it yet. One whose window is gone has been answered: the
   * browser tells of that in its own time.
   */
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
  readonly close: (windowId: number) => Promise<void>;
}

export function createQuestionWindow(store: SessionStore, windows: QuestionWindows): QuestionWindow {
  // A window takes a while to open: what is asked of it meanwhile waits, or it would be taken for another's.
  const inTurn = createSerialQueue();

  const closeNow = async () => {
    const { question } = store.current();
    if (!question) return;
    // First, so that its closing is not taken for the answer.
    await store.keep({ question: null });
    await windows.close(question.windowId);
  };

  const open = async (dialId: string) => {
    await closeNow();
    const windowId = await windows.open(dialId);
    await store.keep({ question: windowId === null ? null : { windowId, dialId } });
  };

  return {
    show: (dialId) =>
      inTurn(async () => {
        const { question } = store.current();
        if (question?.dialId !== dialId || !(await windows.focus(question.windowId))) await open(dialId);
      }),
    keep: (dialId) =>
      inTurn(async () => {
        if (store.current().question?.dialId !== dialId) await open(dialId);
      }),
    close: () => inTurn(closeNow),
    async closed(windowId) {
      const { question } = store.current();
      if (question?.windowId !== windowId) return null;
      await store.keep({ question: null });
      return question.dialId;
    },
  };
}
