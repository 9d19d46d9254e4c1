import { AGENT, STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import { findNginx } from '../relay/provide-nginx.ts';
import { startRelay } from '../relay/relay.ts';
import { type RelayDouble, startRelayDouble } from '../relay/relay-double.ts';
import { startSignOn } from '../relay/sign-on.ts';
import { type Controls, createControls } from './fixtures/controls.ts';
import type { Desk } from './fixtures/desk.ts';
import { answerPermissionPrompt } from './fixtures/permission-prompt.ts';
import { test as base, expect } from './fixtures/test.ts';

const LOGIN = { user: 'apiuser', password: 'apipass123' };
// The unit tests have installed one where that could be done.
const nginx = findNginx();
const JANE = 'jane@example.com';
const JOE = 'joe@example.com';

const test = base.extend<{ relay: RelayDouble }>({
  relay: async ({ desk }, use) => {
    const relay = await startRelayDouble({
      dialerUrl: desk.dialer.url,
      agents: { [JANE]: AGENT.user, [JOE]: '1004' },
      login: `user=${LOGIN.user}&pass=${LOGIN.password}`,
      statusLogin: `user=${STATUS_LOGIN.user}&pass=${STATUS_LOGIN.password}`,
    });
    await use(relay);
    await relay.close();
  },
});

test('an agent without a password is told to sign in at the relay, does, and calls through a busy time', async ({
  desk,
  relay,
}) => {
  const popup = await openForm(desk, relay);
  await popup.press('Connect');
  await answerPermissionPrompt(desk.firefox, 'Allow');
  await popup.expectText('Your company’s relay does not know you.');
  await signInAs(desk, relay.signInUrl(JANE));
  await popup.press('Connect');
  await popup.expectText('Sign out');
  await desk.openAgentScreen();
  await popup.expectText('Paused');
  await popup.fill('Number to call', '(415) 555-2671');
  desk.dialer.telephone.setDefaultPlan({ outcome: 'noAnswer' });
  await popup.press('Call');
  await popup.expectStage('Ringing');
  relay.answerWith(429);
  await popup.expectText('takes no more requests for the moment');
  relay.answerWith(null);
  desk.dialer.telephone.answer();
  await popup.expectStage('Talking');
  await desk.expectDialRequests(1);
  const asked = desk.dialer.log.requests({ path: '/agc/api.php' });
  const users = asked.map(({ parameters }) => parameters.user).filter((user) => user !== undefined);
  expect(new Set(users)).toEqual(new Set([LOGIN.user]));
});

test('somebody else’s sign-in at the relay is refused to the session that stands', async ({ desk, relay }) => {
  await signInAs(desk, relay.signInUrl(JANE));
  const popup = await openForm(desk, relay);
  await popup.press('Connect');
  await answerPermissionPrompt(desk.firefox, 'Allow');
  await popup.expectText('Sign out');
  await signInAs(desk, relay.signInUrl(JOE));
  desk.dialer.log.clear();
  const again = await desk.firefox.openTab(desk.firefox.url('popup.html'));
  await createControls(again).expectText('Somebody else is signed in at your company’s relay now');
  expect(desk.dialer.log.requests({ agentUser: '1004' })).toEqual([]);
});

test.skipIf(nginx === undefined)('a page of another site that uses the cookie reaches no dialer', async ({ desk }) => {
  const signOn = await startSignOn();
  const relay = await startRelay({
    nginx: nginx ?? '',
    dialerUrl: desk.dialer.url,
    signOnUrl: signOn.url,
    agents: { [JANE]: AGENT.user },
    login: `user=${LOGIN.user}&pass=${LOGIN.password}`,
    statusLogin: `user=${STATUS_LOGIN.user}&pass=${STATUS_LOGIN.password}`,
  });
  try {
    await signInAs(desk, `${relay.url}/oauth2/start?person=${encodeURIComponent(JANE)}`);
    const page = await desk.openCrm();
    desk.dialer.log.clear();
    expect(await page.evaluate(attack, relay.url)).toEqual(['refused by the browser', 'opaque']);
    expect(relay.logs()).toContain(' OPTIONS ');
    expect(desk.dialer.log.requests()).toEqual([]);
  } finally {
    await relay.close();
    await signOn.close();
  }
});

/** Runs in a page of another site and sees nothing of this file. */
async function attack(url: string): Promise<readonly string[]> {
  const headers = { 'Dialside-Relay': '1', 'Dialside-Agent-User': '1000', 'Dialside-Value': '1' };
  const attempt = (init: RequestInit) =>
    fetch(`${url}/dialside/external_hangup`, { method: 'POST', credentials: 'include', ...init }).then(
      ({ type }) => type,
      () => 'refused by the browser',
    );
  return [await attempt({ headers }), await attempt({ mode: 'no-cors', headers })];
}

/** The popup's page with the relay's address in its form. */
async function openForm({ firefox }: Desk, relay: RelayDouble): Promise<Controls> {
  const tab = await firefox.openTab(firefox.url('popup.html'));
  const form = createControls(tab);
  await form.fill('Server address', relay.url);
  await form.check('My company’s relay signs me in');
  return form;
}

/** As a person does in a tab of this browser. */
async function signInAs({ firefox }: Desk, signInUrl: string): Promise<void> {
  const tab = await firefox.openTab(signInUrl);
  await expect.poll(() => tab.evaluate(() => document.body.innerText), { timeout: 20_000 }).toContain('signed in');
  await tab.close();
}
