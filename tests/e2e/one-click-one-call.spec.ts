import type { Page } from '@playwright/test';
import { DIALER_FAULTS } from '../steps/one-click-one-call.ts';
import type { AgentScreen } from './fixtures/agent-screen.ts';
import { AGENT } from './fixtures/demo-agent.ts';
import { type Desk, openDesk } from './fixtures/desk.ts';
import { type ExtensionGlobal, stopWorker } from './fixtures/extension.ts';
import { aim, buttonBeside, press } from './fixtures/page-buttons.ts';
import type { PopupPage } from './fixtures/popup-page.ts';
import { expect, test } from './fixtures/test.ts';

const NUMBER = '(415) 555-0132';

test('two clicks within 50 ms are one call', async ({ desk }) => {
  const { crm, popup } = await sitDown(desk);
  await aim(crm, await buttonBeside(crm, NUMBER));
  for (const clickCount of [1, 2]) {
    await crm.mouse.down({ clickCount });
    await crm.mouse.up({ clickCount });
  }
  await popup.expectStage('Talking');
  await desk.expectDialRequests(1);
});

test('clicks on two tabs at once are one call', async ({ desk }) => {
  const { crm, popup } = await sitDown(desk);
  const other = await desk.openCrm();
  const [button, otherButton] = [await buttonBeside(crm, NUMBER), await buttonBeside(other, '+1 212-555-0187')];
  await Promise.all([aim(crm, button), aim(other, otherButton)]);
  await Promise.all([crm.mouse.down(), other.mouse.down()]);
  await Promise.all([crm.mouse.up(), other.mouse.up()]);
  await popup.expectStage('Talking');
  await desk.expectDialRequests(1);
});

test('a click wakes a stopped worker and is one call', async ({ desk }) => {
  const { crm, popup } = await sitDown(desk);
  const button = await buttonBeside(crm, NUMBER);
  await popup.close();
  await stopWorker(desk.extension);
  await crm.bringToFront();
  await press(crm, button);
  await desk.expectDialRequests(1);
  await expect.poll(async () => (await buttonBeside(crm, NUMBER)).label).toContain('Talking');
});

test('a worker stopped while the request is on its way does not send it again', async ({ desk }) => {
  const { crm, popup } = await sitDown(desk);
  const button = await buttonBeside(crm, NUMBER);
  desk.dialer.faults.add({ match: { function: 'external_dial' }, fault: { kind: 'delayAfter', ms: 1500 } });
  const arriving = desk.dialer.log.next({ function: 'external_dial' });
  await press(crm, button);
  await arriving;
  await stopWorker(desk.extension);
  await popup.expectStage('Talking');
  await desk.expectDialRequests(1);
});

test('a worker stopped while the customer rings follows the call when it wakes', async ({ desk }) => {
  const { crm, popup } = await sitDown(desk);
  await press(crm, await buttonBeside(crm, NUMBER));
  await popup.expectStage('Ringing');
  await stopWorker(desk.extension);
  await popup.expectStage('Talking');
  await desk.expectDialRequests(1);
});

/** One of the CRM's numbers for each, so that no button says what became of the call before. */
const CONTACTS = [
  ...['(415) 555-0132', '+1 212-555-0187', '+46 8 465 004 27', '+49 30 23125 148', '+33 1 99 00 42 17'],
  ...['+44 20 7946 0018', '+61 2 5550 4321', '604.555.0121', '+36 55 555 123', '(808) 555-0111 ext. 204'],
];

// At one desk: what it takes to sit down there says nothing of these.
test.describe('a dialer that', () => {
  test.describe.configure({ mode: 'serial', timeout: 120_000 });
  let at: Awaited<ReturnType<typeof sitDown>> & { readonly desk: Desk };

  test.beforeAll(async ({ sharedBrowser }) => {
    const desk = await openDesk({ browser: sharedBrowser });
    // After each call he is paused, and no box asks him why.
    const campaign = { dial_method: 'MANUAL', auto_dial_level: '0', agent_pause_codes_active: 'N' };
    for (const each of desk.dialer.world.campaigns) Object.assign(each, campaign);
    at = { desk, ...(await sitDown(desk)) };
    await at.popup.page.evaluate(async () => {
      const { chrome } = globalThis as ExtensionGlobal;
      const payload = { alwaysAllow: ['+'], mostDialsPerMinute: 60 };
      await chrome.runtime.sendMessage({ dialside: 'settings.write', payload });
    });
  });
  test.afterAll(() => at.desk.close());

  for (const [index, [name, { fault, stage }]] of Object.entries(DIALER_FAULTS).entries()) {
    test(`${name} gets one request`, async () => {
      const { desk, crm, popup } = at;
      desk.dialer.log.clear();
      const button = await buttonBeside(crm, CONTACTS[index] ?? '');
      desk.dialer.faults.add({ match: { function: 'external_dial' }, fault });
      await press(crm, button);
      await popup.expectStage(stage, { timeout: 30_000 });
      await desk.expectDialRequests(1);
      await endCall(at);
    });
  }
});

/** The agent is free again, and nothing is said of his last call. */
async function endCall({ desk, screen, popup }: Awaited<ReturnType<typeof sitDown>> & { readonly desk: Desk }) {
  desk.dialer.faults.clear();
  if (desk.dialer.world.live_agents.some(({ user, status }) => user === AGENT.user && status === 'INCALL')) {
    await screen.hangUp();
    await screen.setDisposition('No Answer');
  }
  await popup.press('Dismiss');
  await expect(popup.page.locator('.call-stage')).toHaveCount(0);
  await expect(popup.page.locator('.status-phase')).toHaveText('Paused');
}

test('a dialer that is down is said to be down, and gets no request when it is back', async ({ desk }) => {
  const { crm, popup } = await sitDown(desk);
  const button = await buttonBeside(crm, NUMBER);
  for (const path of ['/agc/api.php', '/vicidial/non_agent_api.php']) {
    desk.dialer.faults.add({ match: { path }, fault: { kind: 'dropConnection', takesEffect: false } });
  }
  await press(crm, button);
  await popup.expectText('No connection to the dialer');
  await popup.expectStage(/not known|Not called/, { timeout: 30_000 });
  desk.dialer.faults.clear();
  await desk.expectDialRequests(1);
});

/** Signed in, the agent screen and the CRM open, the CRM enabled. */
async function sitDown(desk: Desk): Promise<{ screen: AgentScreen; crm: Page; popup: PopupPage }> {
  const screen = await desk.openAgentScreen();
  const popup = await desk.signIn();
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  return { screen, crm, popup };
}
