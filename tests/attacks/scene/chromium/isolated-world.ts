import type { Page } from '@playwright/test';
import { type IsolatedWorld, isolatedWorld } from '../scene-page.ts';

export async function isolatedWorldOf(page: Page, extensionId: string): Promise<IsolatedWorld> {
  const session = await page.context().newCDPSession(page);
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${extensionId}`) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  const contextId = await found;
  return isolatedWorld(async (expression) => {
    const answer = await session.send('Runtime.evaluate', { expression, contextId, awaitPromise: true });
    return String(answer.result.value);
  });
}
