import { type LockDesk, type LockPanel, lockSteps, PIN, permissionSteps } from '../steps/lock.ts';
import { AGENT } from './fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import { type ExtensionGlobal, type LoadedExtension, openManager, stopWorker } from './fixtures/extension.ts';
import { openPopupPage, type PopupPage } from './fixtures/popup-page.ts';
import { expect, test, testInOwnBrowser } from './fixtures/test.ts';

const HOURS_MS = 3_600_000;

for (const [name, walk] of Object.entries(lockSteps)) test(name, ({ desk }) => walk(lockDesk(desk)));
for (const [name, walk] of Object.entries(permissionSteps)) testInOwnBrowser(name, ({ desk }) => walk(lockDesk(desk)));

function lockDesk(desk: Desk): LockDesk {
  const { dialer, extension } = desk;
  return {
    dialer,
    openAgentScreen: desk.openAgentScreen,
    signIn: async () => lockPanel(extension, await desk.signIn()),
    async signInWithPin() {
      const popup = await openPopupPage(extension);
      await popup.page.getByLabel('Remember on this device').check();
      await popup.page.getByLabel('PIN for this device', { exact: true }).fill(PIN);
      await popup.signIn({ server: dialer.url, user: AGENT.user, password: AGENT.password });
      await popup.expectSignedIn();
      return lockPanel(extension, popup);
    },
    takePermission: () => takeBackInBrowser(desk),
  };
}

function lockPanel(extension: LoadedExtension, popup: PopupPage): LockPanel {
  const { page, press, dial, expectText, expectStage } = popup;
  return {
    press,
    dial,
    expectText,
    expectStage,
    fill: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
    async reload() {
      await page.reload();
    },
    stored: () => page.evaluate(readAreas),
    changeVault: (change) => page.evaluate(writeVault, change),
    async leave() {
      await extension.worker.evaluate(lockScreen);
      await expect.poll(() => page.evaluate(lockTime)).toBeGreaterThan(Date.now() + 7 * HOURS_MS);
    },
    async wakeUp(awaySince) {
      await page.evaluate(leftAt, awaySince);
      await stopWorker(extension);
    },
  };
}

/** As the list of extensions does when the agent takes a site from one of them there. */
async function takeBackInBrowser({ extension, dialer }: Desk): Promise<void> {
  const manager = await openManager(extension.context);
  const taken = [`http://${new URL(dialer.url).hostname}/*`, 'http://*/*', 'https://*/*'];
  await manager.evaluate(
    ([id, patterns]) => {
      const { developerPrivate } = (globalThis as unknown as ManagerPage).chrome;
      const takeOne = (pattern: string) =>
        new Promise<void>((resolve) => void developerPrivate.removeHostPermission(id, pattern, resolve));
      return Promise.all(patterns.map(takeOne));
    },
    [extension.id, taken] as const,
  );
  await manager.close();
}

interface ManagerPage {
  readonly chrome: {
    readonly developerPrivate: { removeHostPermission(id: string, pattern: string, done: () => void): void };
  };
}

interface IdleGlobal {
  readonly chrome: { readonly idle: { readonly onStateChanged: { dispatch(state: string): void } } };
}

// The functions below run in a page of the extension or in its worker, and see nothing of this file.

async function readAreas(): Promise<{ onDisk: string; inMemory: string }> {
  const { local, session } = (globalThis as ExtensionGlobal).chrome.storage;
  return { onDisk: JSON.stringify(await local.get()), inMemory: JSON.stringify(await session.get()) };
}

async function writeVault(change: object): Promise<void> {
  const { local } = (globalThis as ExtensionGlobal).chrome.storage;
  const { vault } = await local.get('vault');
  await local.set({ vault: { ...(vault as object), ...change } });
}

/** As the browser does when that happens. */
function lockScreen(): void {
  (globalThis as unknown as IdleGlobal).chrome.idle.onStateChanged.dispatch('locked');
}

async function lockTime(): Promise<number> {
  return (await (globalThis as ExtensionGlobal).chrome.alarms.get('dialside-lock'))?.scheduledTime ?? 0;
}

async function leftAt(awaySince: number): Promise<void> {
  await (globalThis as ExtensionGlobal).chrome.storage.session.set({ awaySince });
}
