import type { Locator } from '@playwright/test';
import type { AgentScreen } from './fixtures/agent-screen.ts';
import { AGENT } from './fixtures/demo-agent.ts';
import { type Desk, openDesk } from './fixtures/desk.ts';
import type { ExtensionGlobal } from './fixtures/extension.ts';
import type { PopupPage } from './fixtures/popup-page.ts';
import { expect, test } from './fixtures/test.ts';

const NUMBER = '+1 415 555 0132';
const DIGITS = '4155550132';
const COLLEAGUE = '7275550188';
const SETTINGS = {
  alwaysAllow: ['+'],
  pauseBeforeDial: 'always',
  dialPauseCode: 'MANUAL',
  pauseCodes: [
    { code: 'LUNCH', name: 'Lunch break' },
    { code: 'MANUAL', name: 'Manual dialing' },
  ],
  dispositions: [
    { code: 'SALE', name: 'Sale made', isCallback: false },
    { code: 'NI', name: 'Not interested', isCallback: false },
    { code: 'CALLBK', name: 'Call back', isCallback: true },
  ],
  transferIngroups: ['SALESLINE'],
};

let desk: Desk;
let screen: AgentScreen;
let popup: PopupPage;

// One browser and one agent for all: each test leaves him paused and free.
test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ sharedBrowser }) => {
  desk = await openDesk({ browser: sharedBrowser });
  // The dialer gives up ringing after seven seconds instead of 63.
  campaign().dial_timeout = '4';
  desk.dialer.telephone.setDefaultPlan({ ringMs: 300 });
  screen = await desk.openAgentScreen();
  popup = await desk.signIn();
  await popup.page.evaluate(async (payload) => {
    await (globalThis as ExtensionGlobal).chrome.runtime.sendMessage({ dialside: 'settings.write', payload });
  }, SETTINGS);
});
test.afterAll(() => desk.close());
test.beforeEach(() => desk.dialer.log.clear());

function campaign() {
  const found = desk.dialer.world.campaigns.find(({ campaign_id }) => campaign_id === AGENT.campaign);
  if (!found) throw new Error('The world has no such campaign.');
  return found;
}

const live = () => desk.dialer.world.live_agents.find(({ user }) => user === AGENT.user);
const lead = () => desk.dialer.world.leads.find(({ phone_number }) => phone_number === DIGITS);
const button = (name: string) => popup.page.getByRole('button', { name, exact: true });
const field = (label: string) => popup.page.getByLabel(label, { exact: true });
/** Every command that reached the dialer, in order, with its value; readings of the status left out. */
const commands = () =>
  desk.dialer.log
    .requests({ path: '/agc/api.php' })
    .map(({ function: name, parameters }) => `${name} ${parameters.value ?? ''}`)
    .filter((command) => command !== 'recording STATUS');

async function talk(): Promise<void> {
  await popup.dial(NUMBER);
  await popup.expectStage('Talking');
}

/** Chooses the disposition in the form that stands open in wrap-up, or is opened by Finish. */
async function finish(code: string, after: 'Finish, stay paused' | 'Finish, next call'): Promise<void> {
  const search = popup.page.getByRole('combobox').first();
  if (!(await search.isVisible())) await button('Finish').click();
  await search.fill(code);
  await button(after).click();
}

async function expectFree(status: 'PAUSED' | 'READY'): Promise<void> {
  await expect.poll(() => [live()?.status, live()?.lead_id]).toEqual([status, '0']);
  await expect(popup.page.locator('.status-phase')).toContainText(status === 'PAUSED' ? 'Paused' : 'Ready');
}

async function choose(menu: Locator, name: string | RegExp): Promise<void> {
  await menu.click();
  await popup.page.getByRole('menuitem', { name }).click();
}

test('the box that asks for a pause code is closed by one of the list', async () => {
  // First of all: for some seconds a finished call keeps the agent paused against his screen.
  await screen.goReady();
  await expectFree('READY');
  await screen.pause();
  await popup.expectText('The agent screen asks for a pause code');
  await choose(popup.page.locator('.problem').getByRole('button', { name: 'Choose pause code' }), /Lunch break/);
  await expect(screen.page.locator('#PauseCodeSelectBox')).toBeHidden();
  await expect.poll(() => live()?.pause_code).toBe('LUNCH');
});

test('a call is finished with its disposition and the agent stays paused, with the code of the pause', async () => {
  await talk();
  await finish('SALE', 'Finish, stay paused');
  await popup.expectText('Call finished');
  await expectFree('PAUSED');
  const order = commands();
  expect(order.indexOf('external_pause PAUSE')).toBeLessThan(order.indexOf('external_hangup 1'));
  expect(order.indexOf('external_hangup 1')).toBeLessThan(order.indexOf('external_status SALE'));
  expect(lead()?.status).toBe('SALE');
});

test('a wrap-up is finished with a call-back in the dialer’s time, and the next call may come', async () => {
  await talk();
  await screen.hangUp();
  await popup.expectStage('Wrap-up');
  await popup.page.getByRole('combobox').first().fill('CALLBK');
  await field('Call back at (dialer’s time)').fill('2031-03-09T14:30');
  await field('Comment').fill('after lunch');
  await button('Finish, next call').click();
  await expectFree('READY');
  const kept = desk.dialer.world.callbacks.find(({ lead_id }) => lead_id === lead()?.lead_id);
  expect(kept).toMatchObject({ callback_time: '2031-03-09 14:30:00', recipient: 'USERONLY', comments: 'after lunch' });
});

test('a pause asked for in a call comes after it', async () => {
  await talk();
  await button('Pause after this call').click();
  await popup.expectText('Pauses after this call');
  await screen.hangUp();
  await screen.setDisposition('No Answer');
  await expectFree('PAUSED');
  await popup.expectText('Paused');
});

test('a customer is held and taken back, tones and a recording reach him, and the queue is counted', async () => {
  await talk();
  await button('Hold').click();
  await popup.expectText('Customer on hold');
  await expect.poll(() => desk.dialer.world.parked_channels.length).toBe(1);
  await button('Take back').click();
  await expect.poll(() => desk.dialer.world.parked_channels.length).toBe(0);
  await popup.expectStage('Talking');

  await button('Tones').click();
  for (const tones of ['12#', '3']) {
    await field('Tones to send').fill(tones);
    await button('Send').click();
    await popup.expectText(`Sent: ${tones}`);
  }
  // The second has not overwritten the first in the dialer's one field for them.
  await expect.poll(() => desk.dialer.telephone.tones.map(({ tones }) => tones)).toEqual(['12#', '3']);

  await button('Record').click();
  await expect(button('Stop recording')).toBeVisible();
  await button('Stop recording').click();
  await expect(button('Record')).toBeVisible();

  await choose(popup.page.getByRole('button', { name: /^1000 ·/ }), 'Calls waiting in queue');
  await popup.expectText(/Calls waiting: \d/);
});

test('a third person is brought in and left with the customer', async () => {
  await button('Transfer').first().click();
  await field('Number to bring in or transfer to').fill(COLLEAGUE);
  await button('Three-way call').click();
  await expect.poll(() => desk.dialer.telephone.calls().length).toBe(2);
  await button('Leave the call').click();
  await popup.expectStage('Wrap-up');
  await finish('NI', 'Finish, stay paused');
  await expectFree('PAUSED');
  expect(commands()).toEqual(expect.arrayContaining(['transfer_conference DIAL_WITH_CUSTOMER', 'external_status NI']));
});

for (const [name, label, value] of [
  ['another number', 'Transfer and leave', 'BLIND_TRANSFER'],
  ['an in-group', 'Transfer', 'LOCAL_CLOSER'],
] as const) {
  test(`a customer is handed to ${name}`, async () => {
    await talk();
    await button('Transfer').first().click();
    await field('Number to bring in or transfer to').fill(COLLEAGUE);
    await button(label).last().click();
    await popup.expectStage('Wrap-up');
    expect(commands()).toContain(`transfer_conference ${value}`);
    await finish('NI', 'Finish, stay paused');
    await expectFree('PAUSED');
  });
}

test('a call that rings in vain is told, and ended by the agent', async () => {
  desk.dialer.telephone.setDefaultPlan({ outcome: 'noAnswer' });
  await popup.dial(NUMBER);
  await popup.expectStage('Ringing');
  await popup.expectText('Nobody answered, and the dialer has given up.');
  desk.dialer.telephone.setDefaultPlan({ outcome: 'answered' });
  await button('Hang up').click();
  await finish('NI', 'Finish, stay paused');
  await expectFree('PAUSED');
});

test('a lead on preview is skipped, and another one dialled', async () => {
  const preview = () =>
    fetch(`${desk.dialer.url}/agc/api.php`, {
      method: 'POST',
      body: new URLSearchParams({
        ...{ source: 'test', user: AGENT.user, pass: AGENT.password, agent_user: AGENT.user, focus: 'NO' },
        ...{ function: 'external_dial', value: DIGITS, phone_code: '1', search: 'YES', preview: 'YES' },
      }),
    });
  await preview();
  await popup.expectText('Previewing a lead');
  await button('Skip').click();
  await expect.poll(() => live()?.external_dial).toBe('');
  await popup.expectText('Paused');
  await preview();
  await popup.expectText('Previewing a lead');
  await button('Dial').click();
  await popup.expectText('Talking');
  await finish('NI', 'Finish, stay paused');
  await expectFree('PAUSED');
});

test('a manual campaign ignores "Go ready" and a phone out of the session holds calls: each is told with its way out', async () => {
  Object.assign(campaign(), { dial_method: 'MANUAL', auto_dial_level: '0' });
  await screen.page.goto(`${desk.dialer.url}/control/screen?user=${AGENT.user}&joins=never`);
  await screen.page.locator('#CloserSelectBox').getByText('SUBMIT').click();
  await popup.expectText('Paused');
  await button('Go ready').click();
  await popup.expectText('You are not ready: a manual campaign keeps you paused.');
  await button('Ring my phone').click();
  await expect.poll(commands).toContain('call_agent CALL');
  const problem = popup.page.locator('.problem');
  await expect(problem).toContainText('Your phone is not in the session', { timeout: 20_000 });
  await expect(problem.getByRole('button')).toHaveText(['Show agent screen', 'Ring my phone', 'Webphone']);
});

test('the agent is logged out of the dialer', async () => {
  await choose(popup.page.getByRole('button', { name: /^1000 ·/ }), 'Log out of the dialer');
  await popup.expectText('Not logged in to the agent screen');
  expect(live()).toBeUndefined();
});
