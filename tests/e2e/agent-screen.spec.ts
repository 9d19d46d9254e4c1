import { agentScreen } from '../steps/agent-screen.ts';
import type { Desk } from './fixtures/desk.ts';
import type { ExtensionGlobal } from './fixtures/extension.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';

const NUMBER = '(415) 555-0132';
const DIGITS = '4155550132';
const CAMPAIGN = 'TESTCAMP';

/** What was asked of the dialer to learn the agent's status, since the log was last cleared. */
function statusRequests({ dialer }: Desk): string[] {
  const asked = ['agent_status', 'recording'].flatMap((name) => dialer.log.requests({ function: name }));
  return asked.map((request) => `${request.function} ${request.parameters.value ?? ''}`);
}

const seenScreen = (desk: Desk) => createStepDesk(desk).seenScreen();

/** Signed in without a login for the live detail, with the agent screen watched. */
async function signInBesideScreen(desk: Desk) {
  const screen = await desk.openAgentScreen();
  const popup = await desk.signIn({ withStatusLogin: false });
  await expect.poll(() => seenScreen(desk)).toMatchObject({ isAlive: true, phase: 'paused' });
  desk.dialer.log.clear();
  return { screen, popup };
}

function changeCampaign({ dialer }: Desk, columns: Readonly<Record<string, string>>) {
  const campaign = dialer.world.campaigns.find(({ campaign_id }) => campaign_id === CAMPAIGN);
  Object.assign(campaign ?? {}, columns);
}

function pauses({ dialer }: Desk): readonly (string | undefined)[] {
  return dialer.log.requests({ function: 'external_pause' }).map(({ parameters }) => parameters.value);
}

function liveStatus({ dialer }: Desk): string | undefined {
  return dialer.world.live_agents.find(({ user }) => user === '1000')?.status;
}

test('a call is followed from ringing to wrap-up without asking for the status, and leaves the agent paused', async ({
  desk,
}) => {
  const { screen, popup } = await signInBesideScreen(desk);
  await popup.dial(NUMBER);
  await popup.expectStage('Ringing');
  expect(statusRequests(desk)).toEqual([]);
  await popup.expectStage('Talking');
  // "Stay paused" needs the answer to have been noticed for a moment.
  await expect.poll(() => desk.dialer.log.requests({ function: 'external_pause' }).length).toBe(1);
  await screen.hangUp();
  await popup.expectStage('Wrap-up');
  await screen.setDisposition('No Answer');
  await popup.expectStage('Call ended');
  // The panel asks once per answered call whether it is recorded, by the same function. Following it would take ten.
  expect(statusRequests(desk).length).toBeLessThanOrEqual(1);
  expect(desk.dialRequests()).toHaveLength(1);
  // A second after the disposition the screen of this campaign would have made the agent ready.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(liveStatus(desk)).toBe('PAUSED');
});

test('a number on the do-not-call list is refused with that reason, and who was ready is ready again', async ({
  desk,
}) => {
  changeCampaign(desk, { manual_dial_filter: 'DNC_ONLY', agent_pause_codes_active: 'N' });
  desk.dialer.world.dnc.push({ phone_number: DIGITS });
  const { screen, popup } = await signInBesideScreen(desk);
  await popup.dial(NUMBER);
  await popup.expectText('This number is on the do-not-call list.');
  expect(statusRequests(desk)).toEqual([]);

  await popup.page.evaluate(async () => {
    const { chrome } = globalThis as ExtensionGlobal;
    await chrome.runtime.sendMessage({ dialside: 'settings.write', payload: { pauseBeforeDial: 'always' } });
  });
  await screen.goReady();
  await popup.expectText('Ready');
  await popup.dial(NUMBER);
  await expect.poll(() => pauses(desk)).toEqual(['PAUSE', 'RESUME']);
  await expect.poll(() => liveStatus(desk)).toBe('READY');
  // The box still stands there, and the next number is not refused by it.
  await popup.dial('+1 212 555 0121');
  await popup.expectStage('Talking');
});

test('a screen that is closed is gone, and its words count no more', async ({ desk }) => {
  const { screen } = await signInBesideScreen(desk);
  await screen.page.close({ runBeforeUnload: false });
  await expect.poll(() => seenScreen(desk)).toMatchObject({ isAlive: false, isOpen: false });
});

test('a dialer that goes off during a call is told, although its screen stands open, and the call goes on with it', async ({
  desk,
}) => {
  const { popup } = await signInBesideScreen(desk);
  await popup.dial(NUMBER);
  await popup.expectStage('Talking');
  desk.dialer.faults.add({ match: {}, fault: { kind: 'dropConnection', takesEffect: false } });
  await popup.expectText('No connection to the dialer');
  expect(await seenScreen(desk)).toMatchObject({ isOpen: true, isAlive: false });
  await expect(popup.page.locator('.status-phase')).not.toHaveText('Talking');

  desk.dialer.faults.clear();
  await expect.poll(() => seenScreen(desk)).toMatchObject({ isAlive: true, phase: 'talking' });
  await expect(popup.page.getByText('No connection to the dialer')).toHaveCount(0);
  await expect(popup.page.locator('.status-phase')).toHaveText('Talking');
});

test('a call whose screen has crashed keeps its number and its time', async ({ desk }) => {
  const { screen, popup } = await signInBesideScreen(desk);
  await popup.dial(NUMBER);
  await popup.expectStage('Talking');
  const asked = () => statusRequests(desk).filter((request) => request === 'recording STATUS').length;
  const before = asked();
  const session = await screen.page.context().newCDPSession(screen.page);
  // Never answered: who could is gone.
  void session.send('Page.crash').catch(() => undefined);
  await expect.poll(asked, { timeout: 60_000 }).toBeGreaterThan(before + 1);
  await popup.expectStage('Talking');
  await expect(popup.page.locator('.call-number')).toHaveText('+1 415 555 0132');
  await expect(popup.page.locator('.status-phase')).toHaveText('Agent screen not responding');
});

for (const [name, take] of Object.entries(agentScreen)) {
  test(name, ({ desk }) => {
    // The loss of a session takes twelve polls of the agent screen to be told.
    test.setTimeout(180_000);
    return take(createStepDesk(desk));
  });
}
