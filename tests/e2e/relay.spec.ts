import { findNginx } from '../relay/provide-nginx.ts';
import { type Relay, startRelay } from '../relay/relay.ts';
import { type SignOn, startSignOn } from '../relay/sign-on.ts';
import { AGENT, STATUS_LOGIN } from './fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import { openPopupPage } from './fixtures/popup-page.ts';
import { expect, test } from './fixtures/test.ts';

// The unit tests have installed one where that could be done.
const nginx = findNginx();
const LOGIN = { user: 'apiuser', password: 'apipass123' };
const JANE = 'jane@example.com';

let signOn: SignOn;
let relay: Relay;

test.describe('by the company’s relay', () => {
  test.skip(nginx === undefined, 'there is no nginx on this machine');
  test.beforeEach(async ({ desk }) => {
    signOn = await startSignOn();
    relay = await startRelay({
      nginx: nginx ?? '',
      dialerUrl: desk.dialer.url,
      signOnUrl: signOn.url,
      agents: { [JANE]: AGENT.user, 'joe@example.com': '1004' },
      login: `user=${LOGIN.user}&pass=${LOGIN.password}`,
      statusLogin: `user=${STATUS_LOGIN.user}&pass=${STATUS_LOGIN.password}`,
    });
  });
  test.afterEach(async () => {
    await relay.close();
    await signOn.close();
  });

  test('an agent without a password is refused with what to do, signs in there, and calls', async ({ desk }) => {
    const popup = await openPopupPage(desk.extension);
    await popup.page.getByLabel('Server address').fill(relay.url);
    await popup.page.getByLabel('My company’s relay signs me in').check();
    await expect(popup.page.getByLabel('Password', { exact: true })).toHaveCount(0);
    await popup.press('Connect');
    await popup.expectText('Your company’s relay does not know you. Open its address in a tab, sign in there as usual');

    await signInAs(desk, JANE);
    await popup.press('Connect');
    await popup.expectSignedIn();
    await desk.openAgentScreen();
    await popup.page.bringToFront();
    await popup.dial('+1 415 555 2671');
    await popup.expectStage('Talking', { timeout: 30_000 });
    const asked = desk.dialer.log.requests({ path: '/agc/api.php' }).filter(({ function: name }) => name !== 'version');
    expect(new Set(asked.map(({ parameters }) => parameters.user))).toEqual(new Set([LOGIN.user]));
    expect(new Set(asked.map(({ parameters }) => parameters.agent_user))).toEqual(new Set([AGENT.user]));
    expect(relay.logs()).not.toMatch(/apipass123|level7pass|secret-session|4155552671/);
  });

  test('somebody else’s sign-in at the relay is refused to the session that stands', async ({ desk }) => {
    await signInAs(desk, JANE);
    const popup = await openPopupPage(desk.extension);
    await popup.page.getByLabel('Server address').fill(relay.url);
    await popup.page.getByLabel('My company’s relay signs me in').check();
    await popup.press('Connect');
    await popup.expectSignedIn();
    await signInAs(desk, 'joe@example.com');
    desk.dialer.log.clear();
    await popup.page.reload();
    await popup.expectText('Somebody else is signed in at your company’s relay now');
    expect(desk.dialer.log.requests({ agentUser: '1004' })).toEqual([]);
  });

  test('a page of another site that uses the cookie reaches no dialer', async ({ desk }) => {
    await signInAs(desk, JANE);
    const page = await desk.openCrm();
    desk.dialer.log.clear();
    const outcomes = await page.evaluate(async (url) => {
      const attempt = (init: RequestInit) =>
        fetch(`${url}/dialside/external_hangup`, { method: 'POST', credentials: 'include', ...init }).then(
          ({ type }) => type,
          () => 'refused by the browser',
        );
      const headers = { 'Dialside-Relay': '1', 'Dialside-Agent-User': '1000', 'Dialside-Value': '1' };
      return [await attempt({ headers }), await attempt({ mode: 'no-cors', headers })];
    }, relay.url);
    expect(outcomes).toEqual(['refused by the browser', 'opaque']);
    expect(relay.logs()).toContain(' OPTIONS ');
    expect(desk.dialer.log.requests()).toEqual([]);
  });
});

/** As a person does in a tab of this browser. */
async function signInAs(desk: Desk, person: string): Promise<void> {
  const page = await desk.extension.context.newPage();
  await page.goto(`${relay.url}/oauth2/start?person=${encodeURIComponent(person)}`);
  await expect(page.locator('body')).toContainText('You are signed in.');
  await page.close();
}
