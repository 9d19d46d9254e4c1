import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDialer, type Dialer } from '../dialer.ts';

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

async function line(ACTION: string, phone_login = 'cc100') {
  const body = new URLSearchParams({ ACTION, phone_login });
  const response = await fetch(`${dialer.url}/agc/webphone/line.php`, { method: 'POST', body });
  return { status: response.status, line: (await response.json()) as unknown };
}

it('shows whose phone it is, and nothing of the secret in its address', async () => {
  const login = dialer.screens.logIn(dialer.screens.loginFormOf('1000'));
  expect(login.ok).toBe(true);
  const address = dialer.world.agent_sessions.find(({ user }) => user === '1000')!.webphone_url;
  expect(address.startsWith(`${dialer.url}/agc/webphone/webphone.php?`)).toBe(true);
  const page = await (await fetch(address)).text();
  expect(page).toContain('"cc100"');
  expect(page).not.toMatch(/sip-secret|c2lwLXNlY3JldC/);
});

it('keeps the address of a world that names a real host', () => {
  dialer.world.system[0]!.webphone_url = 'https://phone.dialer.test/phone.php';
  dialer.screens.logIn(dialer.screens.loginFormOf('1000'));
  expect(dialer.world.agent_sessions.find(({ user }) => user === '1000')!.webphone_url).toMatch(
    /^https:\/\/phone\.dialer\.test\/phone\.php\?phone_login=/,
  );
});

it('registers, rings when call_agent is sent, joins, and leaves with its page', async () => {
  dialer.screens.logIn(dialer.screens.loginFormOf('1000'));
  expect((await line('register')).line).toEqual({ ringing: false, inSession: false });
  const api = new URLSearchParams({ source: 'test', user: 'apiuser', pass: 'apipass123', agent_user: '1000' });
  api.append('function', 'call_agent');
  api.append('value', 'CALL');
  await fetch(`${dialer.url}/agc/api.php`, { method: 'POST', body: api });
  expect((await line('look')).line).toEqual({ ringing: true, inSession: false });
  await expect.poll(async () => (await line('look')).line).toEqual({ ringing: false, inSession: true });
  expect((await line('unregister')).line).toEqual({ ringing: false, inSession: false });
});

it('knows only phones of agents who are logged in', async () => {
  expect((await line('register', 'cc199')).status).toBe(404);
});
