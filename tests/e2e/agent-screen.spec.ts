import type { Desk } from './fixtures/desk.ts';
import type { ExtensionGlobal } from './fixtures/extension.ts';
import { expect, test } from './fixtures/test.ts';

const NUMBER = '(415) 555-0132';
const DIGITS = '4155550132';
const CAMPAIGN = 'TESTCAMP';

/** What was asked of the dialer to learn the agent's status, since the log was last cleared. */
function statusRequests({ dialer }: Desk): string[] {
  const asked = ['agent_status', 'recording'].flatMap((name) => dialer.log.requests({ function: name }));
  return asked.map((request) => `${request.function} ${request.parameters.value ?? ''}`);
}

/** The agent screen as the background has stored it. */
async function seenScreen({ extension }: Desk): Promise<unknown> {
  return extension.worker.evaluate(async () => {
    const { chrome } = globalThis as ExtensionGlobal;
    return (await chrome.storage.session.get('screen')).screen;
  });
}

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

test('a pause-code box that holds the call is named, and closing it lets the call go out', async ({ desk }) => {
  changeCampaign(desk, { agent_pause_codes_active: 'FORCE' });
  const { screen, popup } = await signInBesideScreen(desk);
  await screen.goReady();
  await screen.pause();
  await expect.poll(() => seenScreen(desk)).toMatchObject({ boxes: ['pauseCode'], phase: 'paused' });
  await popup.dial(NUMBER);
  await popup.expectText('The agent screen waits for a pause code.');
  expect(liveStatus(desk)).toBe('PAUSED');
  await screen.page.locator('#PauseCodeSelectBox .choices button').first().click();
  await popup.expectStage('Talking');
  expect(desk.dialRequests()).toHaveLength(1);
});

test('a screen that was logged out is known, and the server is asked again', async ({ desk }) => {
  const { popup } = await signInBesideScreen(desk);
  const body = new URLSearchParams({
    ...{ source: 'test', user: '1000', pass: 'agentpass', agent_user: '1000', function: 'logout', value: 'LOGOUT' },
  });
  await fetch(`${desk.dialer.url}/agc/api.php`, { method: 'POST', body });
  await expect.poll(() => seenScreen(desk)).toMatchObject({ kind: 'loggedOut', isAlive: false, isOpen: true });
  await popup.expectText(/not logged in/i);
  await popup.dial(NUMBER);
  await popup.expectText(/not logged in/i);
  expect(desk.dialRequests()).toEqual([]);
});

test('a screen whose web session is lost is told by the pace of its polls, and the server is asked in its place', async ({
  desk,
}) => {
  test.setTimeout(180_000);
  const { screen, popup } = await signInBesideScreen(desk);
  desk.dialer.world.web_client_sessions.length = 0;
  const lost = 'The agent screen has lost its session with the dialer';
  // Twelve polls, two seconds apart.
  await expect(popup.page.locator('.problem')).toContainText(lost, { timeout: 90_000 });
  expect(await seenScreen(desk)).toMatchObject({ isOpen: true, isAlive: false, isSessionLost: true });
  await expect.poll(() => statusRequests(desk).length).toBeGreaterThan(0);

  await screen.page.goto(`${desk.dialer.url}/control/screen?user=1000`);
  await expect.poll(() => seenScreen(desk)).toMatchObject({ isAlive: true, phase: 'paused' });
  await expect(popup.page.locator('.problem')).toHaveCount(0);
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

test('a screen opened after signing in is watched too, and no longer after signing out', async ({ desk }) => {
  const popup = await desk.signIn({ withStatusLogin: false });
  const screen = await desk.openAgentScreen();
  await expect.poll(() => seenScreen(desk)).toMatchObject({ isAlive: true, phase: 'paused' });
  await popup.press('Sign out');
  await expect.poll(() => seenScreen(desk)).toBeUndefined();
  // Two heartbeats later nothing has come back.
  await screen.page.waitForTimeout(4_000);
  expect(await seenScreen(desk)).toBeUndefined();
});

test('nothing of the screen but its state leaves its tab: no password, no address, no script', async ({ desk }) => {
  await signInBesideScreen(desk);
  const stored = JSON.stringify(await seenScreen(desk));
  for (const secret of ['agentpass', 'sip-secret-100', 'blank.php', 'session_name'])
    expect(stored).not.toContain(secret);
  expect(Object.keys(JSON.parse(stored)).sort()).toEqual([
    ...['alert', 'boxes', 'callingCode', 'campaign', 'customerName', 'ingroup', 'isAlive', 'isHidden', 'isOpen'],
    ...['isPolling', 'isTrusted', 'kind', 'leadId', 'phase', 'phoneNumber', 'tabId', 'user', 'vendorLeadCode'],
  ]);
});
