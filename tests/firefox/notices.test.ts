import { notices } from '../steps/notices.ts';
import { chooseFromMenu } from './fixtures/context-menu.ts';
import type { Desk } from './fixtures/desk.ts';
import { desktopOf } from './fixtures/desktop-double.ts';
import { boxOfText, middleOf } from './fixtures/page-buttons.ts';
import { readSidebar } from './fixtures/sidebar.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { readStorage } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';
import { readToolbarButton } from './fixtures/toolbar-button.ts';
import type { Tab } from './tab.ts';

const NUMBER = '(415) 555-0132';
const DIGITS = '4155550132';
const PATIENCE = { timeout: 20_000 };
/** A wrap-up may be left for half a minute before the agent is told. */
const LEFT = { timeout: 50_000 };
/** Dialside waits a second for a page of its own that opens for the call, and tells then. */
const LONGER_THAN_TELLING_MS = 2_000;

test('a call that comes while the agent looks elsewhere is notified without its number, and a click leads to it', async ({
  desk,
}) => {
  const { screen, desktop } = await workElsewhere(desk);
  await screen.goReady();
  await expectBadge(desk, 'RDY');
  const crm = await desk.openCrm();
  await showIncomingCall(screen.tab);
  await expect.poll(desktop.texts, PATIENCE).toEqual(['You have a call.']);
  expect(await desktop.shown()).toEqual(['dialside-incoming']);
  await expectBadge(desk, 'TEL');

  await crm.bringToFront();
  await desktop.click('dialside-incoming');
  await expect.poll(desktop.shown, PATIENCE).toEqual([]);
  // Firefox takes a click on a notification for none that may open the sidebar: the agent screen comes instead.
  await expect.poll(() => screen.tab.evaluate(() => document.hidden), PATIENCE).toBe(false);
  expect(await readSidebar(desk.firefox)).toBeNull();
});

test('a call is not notified while Dialside is in sight', async ({ desk }) => {
  const { screen, desktop } = await workElsewhere(desk);
  await screen.goReady();
  await expectBadge(desk, 'RDY');
  await desk.firefox.openTab(desk.firefox.url('options.html'));
  await showIncomingCall(screen.tab);
  await expectBadge(desk, 'TEL');
  await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_TELLING_MS));
  expect(await desktop.texts()).toEqual([]);
});

test('a dial from the menu that is refused is notified, once', async ({ desk }) => {
  desk.dialer.world.dnc.push({ phone_number: DIGITS });
  const campaign = desk.dialer.world.campaigns.find(({ campaign_id }) => campaign_id === 'TESTCAMP');
  Object.assign(campaign ?? {}, { manual_dial_filter: 'DNC_ONLY' });
  const { desktop } = await workElsewhere(desk);
  await dialFromMenu(desk);
  await expect.poll(desktop.texts, PATIENCE).toEqual([expect.stringContaining('do-not-call list')]);
});

test('a wrap-up that is left waiting is notified after half a minute, and no longer once it is ended', async ({
  desk,
}) => {
  const { screen, desktop } = await workElsewhere(desk);
  await dialFromMenu(desk);
  await expectBadge(desk, 'TEL');
  await screen.hangUp();
  await expectBadge(desk, 'ACW');
  await expect.poll(desktop.texts, LEFT).toEqual([expect.stringContaining('waits for its disposition')]);
  await screen.setDisposition('No Answer');
  await expect.poll(desktop.shown, PATIENCE).toEqual([]);
});

/** Signed in beside the agent screen, with nothing of Dialside's in sight. */
async function workElsewhere(desk: Desk) {
  const screen = await desk.openAgentScreen();
  const panel = await desk.signIn({ withStatusLogin: false });
  const isHeard = async () => (await readStorage(panel.tab)).inMemory.includes('"isAlive":true');
  await expect.poll(isHeard, PATIENCE).toBe(true);
  await panel.tab.close();
  return { screen, desktop: desktopOf(desk.firefox) };
}

async function dialFromMenu(desk: Desk): Promise<void> {
  const crm = await desk.openCrm();
  const box = await boxOfText(crm, NUMBER);
  await crm.evaluate((wanted) => {
    const cell = [...document.querySelectorAll('td')].find(({ innerText }) => innerText.includes(wanted));
    if (cell) getSelection()?.selectAllChildren(cell);
  }, NUMBER);
  await chooseFromMenu(desk.firefox, crm, middleOf(box), /Call .*555-0132/);
}

function expectBadge({ firefox }: Desk, badge: string): Promise<void> {
  return expect.poll(async () => (await readToolbarButton(firefox)).badge, PATIENCE).toBe(badge);
}

/** The agent screen shows a call that came by itself; the simulated dialer places none. */
function showIncomingCall(screen: Tab): Promise<void> {
  return screen.evaluate(() => {
    if (!document.querySelector('[name=livecall]')) throw new Error('The agent screen shows no live call.');
    // In the page's own world, which paints its own state again with every tick.
    const script = document.createElement('script');
    script.textContent = `{ const picture = document.querySelector('[name=livecall]');
      picture.src = picture.src.replace('_OFF', '_ON'); picture.setAttribute = () => undefined; }`;
    document.body.append(script);
  });
}

for (const [name, take] of Object.entries(notices)) {
  test(name, ({ desk }) => take(createStepDesk(desk)));
}
