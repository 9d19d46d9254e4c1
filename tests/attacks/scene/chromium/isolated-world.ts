import type { Page } from '@playwright/test';

/** The world in which Dialside's content script of a page runs, as whoever has taken over that page's process has it. */
export interface IsolatedWorld {
  /** Sends a message as the content script does; resolves to the whole reply. */
  send(name: string, payload: unknown): Promise<unknown>;
  /** Resolves to the text that an expression comes to. */
  evaluate(expression: string): Promise<string>;
}

export async function isolatedWorldOf(page: Page, extensionId: string): Promise<IsolatedWorld> {
  const session = await page.context().newCDPSession(page);
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${extensionId}`) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  const contextId = await found;
  const evaluate = async (expression: string) => {
    const answer = await session.send('Runtime.evaluate', { expression, contextId, awaitPromise: true });
    return String(answer.result.value);
  };
  return {
    evaluate,
    async send(name, payload) {
      const message = JSON.stringify({ dialside: name, payload });
      return JSON.parse(await evaluate(`chrome.runtime.sendMessage(${message}).then(JSON.stringify)`));
    },
  };
}
