import type { Page } from '@playwright/test';
import { notices } from '../steps/notices.ts';
import { chooseFromMenu } from './fixtures/context-menu.ts';
import type { Desk } from './fixtures/desk.ts';
import type { ExtensionGlobal } from './fixtures/extension.ts';
import { listenToNotices } from './fixtures/notices.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';

const DIGITS = '4155550132';

const badgeText = ({ extension }: Desk) =>
  extension.worker.evaluate(() => (globalThis as ExtensionGlobal).chrome.action.getBadgeText({}));

const isScreenHeard = ({ extension }: Desk) =>
  extension.worker.evaluate(async () => {
    const { screen } = await (globalThis as ExtensionGlobal).chrome.storage.session.get('screen');
    return (screen as { readonly isAlive?: boolean } | undefined)?.isAlive ?? false;
  });

/** Signed in beside the agent screen, with nothing of Dialside's in sight. */
async function workElsewhere(desk: Desk) {
  const screen = await desk.openAgentScreen();
  const popup = await desk.signIn({ withStatusLogin: false });
  await expect.poll(() => isScreenHeard(desk)).toBe(true);
  const notices = await listenToNotices(desk.extension);
  await popup.close();
  return { screen, notices };
}

/** Cuts the half minute short that the browser waits at least, once it is known to have been set. */
async function hastenReminder({ extension }: Desk): Promise<void> {
  const leftMs = await extension.worker.evaluate(async () => {
    const { alarms } = (globalThis as ExtensionGlobal).chrome;
    const alarm = await alarms.get('dialside-left');
    await alarms.create('dialside-left', { when: Date.now() + 1_000 });
    return (alarm?.scheduledTime ?? 0) - Date.now();
  });
  expect(leftMs).toBeGreaterThan(10_000);
  expect(leftMs).toBeLessThanOrEqual(30_000);
}

/** The agent screen shows a call that came by itself; the simulated dialer places none. */
async function showIncomingCall(screen: Page): Promise<void> {
  await screen.evaluate(() => {
    const picture = document.querySelector<HTMLImageElement>('[name=livecall]');
    if (!picture) throw new Error('The agent screen shows no live call');
    picture.src = picture.src.replace('_OFF', '_ON');
    // The page paints its own state again with every tick.
    picture.setAttribute = () => undefined;
  });
}

test('a call that comes while the agent looks elsewhere is notified without its number, and a click leads to it', async ({
  desk,
}) => {
  const { screen, notices } = await workElsewhere(desk);
  await screen.goReady();
  await expect.poll(() => badgeText(desk)).toBe('RDY');
  const crm = await desk.openCrm();
  await showIncomingCall(screen.page);
  await expect.poll(notices.texts).toEqual(['You have a call.']);
  expect(await notices.shown()).toEqual(['dialside-incoming']);
  await expect.poll(() => badgeText(desk)).toBe('TEL');

  await crm.bringToFront();
  await notices.click('dialside-incoming');
  await expect.poll(notices.shown).toEqual([]);
  const inFront = () =>
    desk.extension.worker.evaluate(async () => {
      const [tab] = await (globalThis as ExtensionGlobal).chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return tab?.url ?? '';
    });
  // A click that the browser does not take for a person's opens no side panel: the agent screen comes instead.
  await expect.poll(inFront).toContain('/agc/vicidial.php');
});

test('a person’s click on a notification opens the side panel beside the page', async ({ desk }) => {
  const { screen, notices } = await workElsewhere(desk);
  await screen.goReady();
  await expect.poll(() => badgeText(desk)).toBe('RDY');
  await desk.openCrm();
  await showIncomingCall(screen.page);
  await expect.poll(notices.shown).toEqual(['dialside-incoming']);

  const options = await desk.extension.context.newPage();
  await options.goto(desk.extension.url('options.html'));
  await notices.clickAsPerson('dialside-incoming', options);
  const session = await desk.extension.context.newCDPSession(options);
  const targets = async () => (await session.send('Target.getTargets')).targetInfos.map(({ url }) => url);
  await expect.poll(targets).toContain(desk.extension.url('sidepanel.html'));
  await expect.poll(notices.shown).toEqual([]);
});

test('a call is not notified while Dialside is in sight', async ({ desk }) => {
  const { screen, notices } = await workElsewhere(desk);
  await screen.goReady();
  await expect.poll(() => badgeText(desk)).toBe('RDY');
  const options = await desk.extension.context.newPage();
  await options.goto(desk.extension.url('options.html'));
  await expect(options.getByRole('heading', { name: 'Privacy' })).toBeVisible();
  await showIncomingCall(screen.page);
  await expect.poll(() => badgeText(desk)).toBe('TEL');
  await options.waitForTimeout(2_000);
  expect(await notices.texts()).toEqual([]);
});

test('a dial from the menu that is refused is notified, once', async ({ desk }) => {
  desk.dialer.world.dnc.push({ phone_number: DIGITS });
  const campaign = desk.dialer.world.campaigns.find(({ campaign_id }) => campaign_id === 'TESTCAMP');
  Object.assign(campaign ?? {}, { manual_dial_filter: 'DNC_ONLY' });
  const { notices } = await workElsewhere(desk);
  await desk.openCrm();
  await chooseFromMenu(desk.extension, { menuItemId: 'dialSelection', selectionText: '(415) 555-0132' });
  await expect.poll(notices.texts).toEqual([expect.stringContaining('do-not-call list')]);
});

test('a wrap-up that is left waiting is notified after half a minute, and no longer once it is ended', async ({
  desk,
}) => {
  const { screen, notices } = await workElsewhere(desk);
  await desk.openCrm();
  await chooseFromMenu(desk.extension, { menuItemId: 'dialSelection', selectionText: '(415) 555-0132' });
  await expect.poll(() => badgeText(desk)).toBe('TEL');
  await screen.hangUp();
  await expect.poll(() => badgeText(desk)).toBe('ACW');
  await hastenReminder(desk);
  await expect.poll(notices.texts).toEqual([expect.stringContaining('waits for its disposition')]);
  await screen.setDisposition('No Answer');
  await expect.poll(notices.shown).toEqual([]);
});

for (const [name, take] of Object.entries(notices)) {
  test(name, ({ desk }) => take(createStepDesk(desk)));
}
