import type { Page } from '@playwright/test';
import { logInToAgentScreen } from './fixtures/agent-screen.ts';
import { AGENT } from './fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import { type ExtensionGlobal, stopWorker } from './fixtures/extension.ts';
import type { PopupPage } from './fixtures/popup-page.ts';
import { expect, test as plainTest } from './fixtures/test.ts';

/** Desks of an agent with a webphone, which Dialside may hear. */
const test = plainTest.extend({
  desk: async ({ desk }, use) => {
    await giveWebphone(desk);
    await setMicrophone(desk, 'granted');
    await use(desk);
  },
});

/** The agent's phone is one that the agent screen does not open by itself. */
async function giveWebphone({ dialer }: Desk): Promise<void> {
  const answer = await fetch(`${dialer.url}/control/screen/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: AGENT.user, webphone: 'Y_API_LAUNCH', joins: 'webphone' }),
  });
  expect(answer.ok).toBe(true);
}

/** As the person does in the browser's settings; Playwright's own command knows no origin of an extension. */
async function setMicrophone({ extension }: Desk, setting: 'granted' | 'denied'): Promise<void> {
  const browser = await extension.context.browser()?.newBrowserCDPSession();
  await browser?.send('Browser.setPermission', {
    permission: { name: 'microphone' },
    setting,
    origin: extension.url(''),
  });
}

/** The phone's address names its script; its secret stands behind it, coded. */
const ADDRESS = /webphone\.php|phone_login=|phone_pass=/;

const webphonePages = ({ extension }: Desk) =>
  extension.context.pages().filter((page) => page.url() === extension.url('webphone.html'));
const ring = (page: Page) => page.getByRole('button', { name: 'Ring my phone' });
const phoneStatus = (page: Page) => page.frameLocator('iframe').locator('#webphone-status');

async function openPhone(desk: Desk): Promise<{ popup: PopupPage; phone: Page }> {
  // By its forms: they say which phone is the agent's.
  await logInToAgentScreen(desk.extension, desk.dialer.url);
  const popup = await desk.signIn();
  const opening = desk.extension.context.waitForEvent('page');
  await popup.press('Webphone');
  const phone = await opening;
  return { popup, phone };
}

test('the phone registers in its one window, is rung once and joins the session', async ({ desk }) => {
  const { popup, phone } = await openPhone(desk);
  await expect(phoneStatus(phone)).toHaveText('Registered');
  await ring(phone).click();
  await expect(phoneStatus(phone)).toHaveText('In session');
  expect(desk.dialer.telephone.phones.isInSession(AGENT.user)).toBe(true);

  await expect(ring(phone)).toBeDisabled();
  await expect(ring(popup.page)).toBeDisabled();
  expect(desk.dialer.log.requests({ function: 'call_agent' })).toHaveLength(1);

  await stopWorker(desk.extension);
  await popup.press('Webphone');
  await expect.poll(() => desk.dialer.log.requests({ function: 'webphone_url' }).length).toBe(1);
  expect(webphonePages(desk)).toEqual([phone]);
  await expect(phoneStatus(phone)).toHaveText('In session');
});

test('the address of the phone is in no storage, no history and no console', async ({ desk }) => {
  const written: string[] = [];
  desk.extension.context.on('console', (message) => written.push(message.text()));
  const { phone } = await openPhone(desk);
  await expect(phoneStatus(phone)).toHaveText('Registered');

  const stored = await desk.extension.worker.evaluate(async () => {
    const { storage } = (globalThis as ExtensionGlobal).chrome;
    return JSON.stringify(await Promise.all([storage.local.get(), storage.sync.get(), storage.session.get()]));
  });
  expect(stored).toContain('webphoneWindow');
  expect(stored).not.toMatch(ADDRESS);
  expect(written.join('\n')).not.toMatch(ADDRESS);

  const history = await desk.extension.context.newPage();
  await history.goto('chrome://history');
  // Proves that the list would show it: the agent screen of the same server was opened in a tab.
  await expect(history.locator(`a[href^="${desk.dialer.url}/agc/vicidial.php"]`).first()).toBeVisible();
  await expect(history.locator('a[href*="webphone.php"]')).toHaveCount(0);
});

test('closing the phone in the middle of a call has the browser ask first', async ({ desk }) => {
  const { popup, phone } = await openPhone(desk);
  await expect(phoneStatus(phone)).toHaveText('Registered');
  await ring(phone).click();
  await expect(phoneStatus(phone)).toHaveText('In session');
  await popup.dial('(415) 555-0132');
  await expect(phone.locator('.status-phase')).toHaveText('Talking');
  const question = phone.waitForEvent('dialog');
  await phone.close({ runBeforeUnload: true });
  expect((await question).type()).toBe('beforeunload');
  await (await question).dismiss();
  expect(webphonePages(desk)).toEqual([phone]);

  await popup.press('Hang up');
  await expect(phone.locator('.status-phase')).toHaveText('Wrap-up');
  await phone.close({ runBeforeUnload: true });
  await expect.poll(() => webphonePages(desk)).toEqual([]);
});

test('the microphone is tested before the first call, and not asked for again', async ({ desk }) => {
  const { popup, phone } = await openPhone(desk);
  await expect(phone.getByText('Before your first call')).toBeVisible();
  await phone.getByRole('button', { name: 'Test microphone' }).click();
  await expect(phone.getByText('You are heard well.')).toBeVisible({ timeout: 30_000 });
  await expect(phone.getByRole('meter', { name: 'Microphone level' })).toBeVisible();
  await phone.getByRole('button', { name: 'Done' }).click();
  await expect(phone.getByText('Before your first call')).toHaveCount(0);
  await phone.close();

  const opening = desk.extension.context.waitForEvent('page');
  await popup.press('Webphone');
  const again = await opening;
  await expect(phoneStatus(again)).toHaveText('Registered');
  await expect(again.getByText('Before your first call')).toHaveCount(0);
});

test('a phone that forbids the frame is offered in a private window, and runs there alone', async ({ desk }) => {
  await desk.openAgentScreen();
  for (const session of desk.dialer.world.agent_sessions)
    session.webphone_url = `${desk.dialer.url}/agc/webphone/unframed.php?secret=canary`;
  const popup = await desk.signIn();
  const opening = desk.extension.context.waitForEvent('page');
  await popup.press('Webphone');
  const phone = await opening;
  await expect(phone.getByText('This phone cannot be shown here')).toBeVisible();

  const moving = desk.extension.context.waitForEvent('page');
  await phone.getByRole('button', { name: 'Open in a private window' }).click();
  await expect((await moving).getByText('A phone')).toBeVisible();
  await expect(phone.getByText('Your phone is in a private window')).toBeVisible();

  const history = await desk.extension.context.newPage();
  await history.goto('chrome://history');
  await expect(history.locator(`a[href^="${desk.dialer.url}/agc/vicidial.php"]`).first()).toBeVisible();
  await expect(history.locator('a[href*="canary"]')).toHaveCount(0);
});

test('a microphone that the browser refuses is told, in the phone’s window and in the test', async ({ desk }) => {
  await setMicrophone(desk, 'denied');
  const { phone } = await openPhone(desk);
  await expect(phone.getByText('The browser keeps the microphone from your phone')).toBeVisible();
  await phone.getByRole('button', { name: 'Test microphone' }).click();
  await expect(phone.getByText('does not let Dialside hear your microphone')).toBeVisible();
});
