import { deepEqual, equal, match, notDeepEqual } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import { eventually } from '../patience.ts';
import type { Dialer } from '../simulator/dialer.ts';
import type { StepDesk, StepPanel, StepScreen, Steps } from './step-desk.ts';

const NUMBER = '(415) 555-0132';
/** Its word that all is well comes every other second (lib/screen). */
const TWO_HEARTBEATS_MS = 4_000;
/** A session is lost after twelve polls of two seconds. */
const TWELVE_POLLS_MS = 90_000;

export const agentScreen: Steps = {
  async 'a pause-code box that holds the call is named, and closing it lets the call go out'(desk) {
    for (const campaign of desk.dialer.world.campaigns) Object.assign(campaign, { agent_pause_codes_active: 'FORCE' });
    const { screen, panel } = await signInBesideScreen(desk);
    await screen.goReady();
    await screen.pause();
    await expectSeen(desk, { boxes: ['pauseCode'], phase: 'paused' });
    await panel.dial(NUMBER);
    await panel.expectText('The agent screen waits for a pause code.');
    equal(liveStatus(desk.dialer), 'PAUSED');
    await screen.choosePauseCode();
    await panel.expectStage('Talking');
    await desk.expectDialRequests(1);
  },

  async 'a screen that was logged out is known, and the server is asked again'(desk) {
    const { panel } = await signInBesideScreen(desk);
    const body = new URLSearchParams({
      ...{ source: 'test', user: AGENT.user, pass: AGENT.password, agent_user: AGENT.user },
      ...{ function: 'logout', value: 'LOGOUT' },
    });
    await fetch(`${desk.dialer.url}/agc/api.php`, { method: 'POST', body });
    await expectSeen(desk, { kind: 'loggedOut', isAlive: false, isOpen: true });
    await eventually(() => notDeepEqual(statusRequests(desk.dialer), []));
    await panel.expectText(/not logged in/i);
    await panel.dial(NUMBER);
    await panel.expectText(/not logged in/i);
    await desk.expectDialRequests(0);
  },

  async 'a screen whose web session is lost is told by the pace of its polls, and the server is asked in its place'(
    desk,
  ) {
    const { screen, panel } = await signInBesideScreen(desk);
    // The polls of a page that is not seen are slow anyhow.
    await screen.bringToFront();
    desk.dialer.world.web_client_sessions.length = 0;
    const lost = /The agent screen has lost its session with the dialer/;
    await eventually(async () => match(await panel.textOf('.problem'), lost), TWELVE_POLLS_MS);
    await expectSeen(desk, { isOpen: true, isAlive: false, isSessionLost: true });
    await eventually(() => notDeepEqual(statusRequests(desk.dialer), []));

    await screen.goto(`${desk.dialer.url}/control/screen?user=${AGENT.user}`);
    await expectSeen(desk, { isAlive: true, phase: 'paused' });
    await eventually(async () => equal(await panel.textOf('.problem'), ''));
  },

  async 'a screen opened after signing in is watched too, and no longer after signing out'(desk) {
    const panel = await desk.signIn({ withStatusLogin: false });
    await desk.openAgentScreen();
    await expectSeen(desk, { isAlive: true, phase: 'paused' });
    await panel.press('Sign out');
    await eventually(async () => equal(await desk.seenScreen(), undefined));
    await sleep(TWO_HEARTBEATS_MS);
    equal(await desk.seenScreen(), undefined);
  },

  async 'nothing of the screen but its state leaves its tab: no password, no address, no script'(desk) {
    await signInBesideScreen(desk);
    const seen = (await desk.seenScreen()) ?? {};
    const secrets = [AGENT.password, 'sip-secret-100', 'blank.php', 'session_name'];
    const stored = JSON.stringify(seen);
    deepEqual(
      secrets.filter((secret) => stored.includes(secret)),
      [],
    );
    deepEqual(Object.keys(seen).sort(), [
      ...['alert', 'boxes', 'callingCode', 'campaign', 'customerName', 'ingroup', 'isAlive', 'isHidden', 'isOpen'],
      ...['isPolling', 'isTrusted', 'kind', 'leadId', 'phase', 'phoneNumber', 'tabId', 'user', 'vendorLeadCode'],
    ]);
  },
};

/** Signed in without a login for the live detail, with the agent screen watched, and nothing asked of the dialer since. */
async function signInBesideScreen(desk: StepDesk): Promise<{ screen: StepScreen; panel: StepPanel }> {
  const screen = await desk.openAgentScreen();
  const panel = await desk.signIn({ withStatusLogin: false });
  await expectSeen(desk, { isAlive: true, phase: 'paused' });
  desk.dialer.log.clear();
  return { screen, panel };
}

/** Waits until what the background knows of the screen is so. */
function expectSeen(desk: StepDesk, wanted: Readonly<Record<string, unknown>>): Promise<void> {
  return eventually(async () => {
    const seen = (await desk.seenScreen()) ?? {};
    deepEqual(Object.fromEntries(Object.keys(wanted).map((name) => [name, seen[name]])), wanted);
  });
}

/** What was asked of the dialer to learn the agent's status, since the log was last cleared. */
function statusRequests({ log }: Dialer): readonly unknown[] {
  return ['agent_status', 'recording'].flatMap((name) => log.requests({ function: name }));
}

function liveStatus({ world }: Dialer): string | undefined {
  return world.live_agents.find(({ user }) => user === AGENT.user)?.status;
}
