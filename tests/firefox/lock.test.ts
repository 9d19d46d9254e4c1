import { originPattern } from '../../lib/platform/origin-pattern.ts';
import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import { findLiveAgent } from '../simulator/world.ts';
import type { Desk, PanelTab } from './fixtures/desk.ts';
import { desktopOf } from './fixtures/desktop-double.ts';
import { stopEventPage } from './fixtures/event-page.ts';
import { takePermission } from './fixtures/site-permission.ts';
import { createStepPanel } from './fixtures/step-desk.ts';
import { changeSession, changeVault, readStorage } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';

const PIN = '493817';
const PATIENCE = { timeout: 20_000 };
/** Longer than an open panel leaves the dialer unasked. */
const LONGER_THAN_AN_INTERVAL_MS = 8_000;
const HOURS_MS = 3_600_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('ten wrong PINs delete the remembered sign-in, and the right one opens nothing any more', async ({ desk }) => {
  const panel = await signInWithPin(desk);
  await panel.press('Sign out');
  await panel.expectText('Use the password instead');
  for (const triesLeft of [9, 8, 7]) {
    await tryPin(panel, '000000');
    await panel.expectText(`Wrong PIN. Tries left: ${triesLeft}.`);
  }
  // Those after the third have to wait, also where the right one is among them.
  await tryPin(panel, PIN);
  await panel.expectText(/Too many wrong PINs. Wait \d+ second/);
  await changeVault(panel.tab, { wrongPins: 9, lastTryAt: Date.now() - HOURS_MS });
  desk.dialer.log.clear();
  await tryPin(panel, '000000');
  await panel.expectText('Too many wrong PINs: the password was deleted from this device.');
  expect((await readStorage(panel.tab)).onDisk).not.toContain('"vault"');
  await panel.tab.goto(desk.firefox.url('popup.html'));
  await panel.expectText('Server address');
  expect(desk.dialer.log.requests()).toEqual([]);
});

test('an agent who stays away for as long as the options say is signed out, and his PIN is asked for', async ({
  desk,
}) => {
  const panel = await signInWithPin(desk);
  const inMemory = async () => (await readStorage(panel.tab)).inMemory;
  await desktopOf(desk.firefox).leave();
  await expect.poll(inMemory, PATIENCE).toMatch(/"awaySince":\d/);
  expect(await inMemory()).toContain(AGENT.password);
  // Hours later a computer that slept wakes up: the background was stopped, and finds in the browser's memory since when.
  await changeSession(panel.tab, { awaySince: Date.now() - 9 * HOURS_MS });
  await stopEventPage(desk.firefox);
  await desktopOf(desk.firefox).comeBack();
  await expect.poll(inMemory, PATIENCE).not.toContain(AGENT.password);
  await panel.expectText('Use the password instead');
  desk.dialer.log.clear();
  await pause(LONGER_THAN_AN_INTERVAL_MS);
  expect(desk.dialer.log.requests()).toEqual([]);
});

test('a dialer whose permission is taken back in the browser is asked nothing more, in a call too', async ({
  desk,
}) => {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await createStepPanel(panel).dial('+1 415 555 0132');
  await panel.expectStage('Talking');
  await takePermission(desk.firefox, [originPattern(desk.dialer.url)]);
  await expect.poll(async () => (await readStorage(panel.tab)).inMemory, PATIENCE).not.toContain(AGENT.password);
  await panel.expectText('Server address');
  desk.dialer.log.clear();
  await panel.tab.goto(desk.firefox.url('popup.html'));
  await pause(LONGER_THAN_AN_INTERVAL_MS);
  const asked = desk.dialer.log.requests().filter(({ parameters }) => 'pass' in parameters && 'source' in parameters);
  expect(asked).toEqual([]);
  // The call is the agent screen's, and goes on.
  expect(findLiveAgent(desk.dialer.world, AGENT.user)?.status).toBe('INCALL');
});

async function signInWithPin(desk: Desk): Promise<PanelTab> {
  const panel = await desk.signInByForm({ pin: PIN, withStatusLogin: false });
  await panel.expectText('Sign out');
  await expect.poll(async () => (await readStorage(panel.tab)).onDisk, PATIENCE).toContain('"vault"');
  return panel;
}

async function tryPin(panel: PanelTab, pin: string): Promise<void> {
  await panel.fill('PIN', pin);
  await panel.press('Unlock');
}
