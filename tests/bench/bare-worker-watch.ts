import type { CDPSession, Page } from '@playwright/test';
import type { LoadedExtension } from '../e2e/fixtures/extension.ts';

/** An extension's worker, seen from outside: nothing here wakes it. */
export interface WorkerHandle {
  /** A page of the extension without script, which may use its storage. */
  readonly page: Page;
  /** Resolves once the worker has stopped and has stayed so for a moment. */
  stop(): Promise<void>;
  /** Throws when the worker does not run. */
  mustRun(): Promise<void>;
}

// What a worker leaves behind (a connection of a panel, an event under way) would wake the next one by now.
const CALM_MS = 150;

export async function watchWorker(extension: LoadedExtension): Promise<WorkerHandle> {
  const page = await extension.context.newPage();
  await page.goto(extension.url('manifest.json'));
  const session: CDPSession = await page.context().newCDPSession(page);
  let status = 'stopped';
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { runningStatus } of versions) status = runningStatus;
  });
  await session.send('ServiceWorker.enable');

  const until = async (wanted: string) => {
    const end = Date.now() + 5_000;
    while (status !== wanted) {
      if (Date.now() > end) throw new Error(`The worker is ${status}, not ${wanted}.`);
      await page.waitForTimeout(10);
    }
  };
  return {
    page,
    mustRun: () => until('running'),
    async stop() {
      await session.send('ServiceWorker.stopAllWorkers');
      await until('stopped');
      await page.waitForTimeout(CALM_MS);
      if (status !== 'stopped') throw new Error('Something woke the worker before the click.');
    },
  };
}
