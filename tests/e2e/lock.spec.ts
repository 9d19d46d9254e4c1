import { findLiveAgent } from '../simulator/world.ts';
import { AGENT } from './fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import { type ExtensionGlobal, openManager, stopWorker } from './fixtures/extension.ts';
import { openPopupPage, type PopupPage } from './fixtures/popup-page.ts';
import { expect, test, testInOwnBrowser } from './fixtures/test.ts';

const PIN = '493817';
/** Longer than an open panel leaves the dialer unasked. */
const LONGER_THAN_AN_INTERVAL_MS = 8_000;
const HOURS_MS = 3_600_000;

test('ten wrong PINs delete the remembered sign-in, and the right one opens nothing any more', async ({ desk }) => {
  const popup = await signInWithPin(desk);
  await popup.press('Sign out');
  for (const triesLeft of [9, 8, 7]) {
    await tryPin(popup, '000000');
    await popup.expectText(`Wrong PIN. Tries left: ${triesLeft}.`);
  }
  // Those after the third have to wait, also where the right one is among them.
  await tryPin(popup, PIN);
  await popup.expectText(/Too many wrong PINs. Wait \d+ second/);
  await changeVault(popup, { wrongPins: 9, lastTryAt: Date.now() - HOURS_MS });
  desk.dialer.log.clear();
  await tryPin(popup, '000000');
  await popup.expectText('Too many wrong PINs: the password was deleted from this device.');
  expect(await storedIn(popup, 'local')).not.toContain('"vault"');
  const again = await openPopupPage(desk.extension);
  await expect(again.page.getByLabel('Password', { exact: true })).toBeVisible();
  await expect(again.page.getByLabel('PIN', { exact: true })).toHaveCount(0);
  expect(desk.dialer.log.requests()).toEqual([]);
});

test('an agent who stays away for as long as the options say is signed out, and his PIN is asked for', async ({
  desk,
}) => {
  const popup = await signInWithPin(desk);
  await desk.extension.worker.evaluate(lockScreen);
  const alarm = () => popup.page.evaluate(lockTime);
  await expect.poll(alarm).toBeGreaterThan(Date.now() + 7 * HOURS_MS);
  expect(await storedIn(popup, 'session')).toContain(AGENT.password);
  // Hours later a computer that slept wakes up: the worker was stopped, and finds in the browser's memory since when.
  await popup.page.evaluate(leftAt, Date.now() - 9 * HOURS_MS);
  await stopWorker(desk.extension);
  await expect.poll(() => storedIn(popup, 'session')).not.toContain(AGENT.password);
  await popup.expectText('Use the password instead');
  desk.dialer.log.clear();
  await popup.page.waitForTimeout(LONGER_THAN_AN_INTERVAL_MS);
  expect(desk.dialer.log.requests()).toEqual([]);
});

testInOwnBrowser(
  'a dialer whose permission is taken back in the browser is asked nothing more, in a call too',
  async ({ desk }) => {
    await desk.openAgentScreen();
    const popup = await desk.signIn();
    await popup.dial('+1 415 555 0132');
    await popup.expectStage('Talking');
    await takeBackInBrowser(desk);
    await expect.poll(() => storedIn(popup, 'session')).not.toContain(AGENT.password);
    await expect(popup.page.getByLabel('Server address', { exact: true })).toBeVisible();
    desk.dialer.log.clear();
    await popup.page.reload();
    await popup.page.waitForTimeout(LONGER_THAN_AN_INTERVAL_MS);
    const asked = desk.dialer.log.requests().filter(({ parameters }) => 'pass' in parameters && 'source' in parameters);
    expect(asked).toEqual([]);
    // The call is the agent screen's, and goes on.
    expect(findLiveAgent(desk.dialer.world, AGENT.user)?.status).toBe('INCALL');
  },
);

async function signInWithPin(desk: Desk): Promise<PopupPage> {
  const popup = await openPopupPage(desk.extension);
  await popup.page.getByLabel('Remember on this device').check();
  await popup.page.getByLabel('PIN for this device', { exact: true }).fill(PIN);
  await popup.signIn({ server: desk.dialer.url, user: AGENT.user, password: AGENT.password });
  await popup.expectSignedIn();
  await expect.poll(() => storedIn(popup, 'local')).toContain('"vault"');
  return popup;
}

async function tryPin(popup: PopupPage, pin: string): Promise<void> {
  await popup.page.getByLabel('PIN', { exact: true }).fill(pin);
  await popup.press('Unlock');
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

const storedIn = (popup: PopupPage, area: 'local' | 'session') =>
  popup.page.evaluate(
    async (name) => JSON.stringify(await (globalThis as ExtensionGlobal).chrome.storage[name].get()),
    area,
  );

/** What an evening of wrong PINs, with the waits between them, leaves on the disk. */
function changeVault({ page }: PopupPage, change: { readonly wrongPins: number; readonly lastTryAt: number }) {
  return page.evaluate(async (counted) => {
    const { local } = (globalThis as ExtensionGlobal).chrome.storage;
    const { vault } = await local.get('vault');
    await local.set({ vault: { ...(vault as object), ...counted } });
  }, change);
}

// The functions below run in a page of the extension or in its worker, and see nothing of this file.

interface IdleGlobal {
  readonly chrome: { readonly idle: { readonly onStateChanged: { dispatch(state: string): void } } };
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
