import { findLiveAgent } from '../simulator/world.ts';
import { AGENT, STATUS_LOGIN } from './fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import type { ExtensionGlobal } from './fixtures/extension.ts';
import { openPopupPage } from './fixtures/popup-page.ts';
import { expect, test } from './fixtures/test.ts';

const LONGER_THAN_A_READING_MS = 5000;
const SETTLED_MS = 1000;
/** An open panel has the status of an agent who is ready read every 5 s, with its jitter. */
const LONGER_THAN_AN_INTERVAL_MS = 8000;

test('a wrong password is tried once, and never again by itself', async ({ desk }) => {
  const popup = await openPopupPage(desk.extension);
  await popup.signIn({ server: desk.dialer.url, user: AGENT.user, password: 'wrongpass' });
  await popup.expectText(
    'Wrong user or password. Use those of your VICIdial user, not of your phone. It was tried once',
  );
  await popup.page.waitForTimeout(LONGER_THAN_A_READING_MS);
  expect(withPassword(desk)).toHaveLength(1);
  expect(desk.dialer.world.users.find(({ user }) => user === AGENT.user)?.failed_login_count).toBe('1');
});

test('a password changed at the dialer signs the agent out after one refusal', async ({ desk }) => {
  // No agent screen: while one is watched, the status costs no request.
  const popup = await desk.signIn({ withStatusLogin: false });
  const row = desk.dialer.world.users.find(({ user }) => user === AGENT.user);
  if (row) row.pass = 'changed99';
  desk.dialer.log.clear();
  // Opening the popup asks for a fresh reading, at once.
  await popup.page.reload();
  await popup.expectText('Wrong user or password');
  await popup.page.waitForTimeout(LONGER_THAN_A_READING_MS);
  const refused = desk.dialer.log
    .requests({ path: '/agc/api.php' })
    .filter(({ answer }) => answer?.includes('Invalid Username'));
  expect(refused).toHaveLength(1);
});

test('a sign-in remembered under a PIN is opened by it alone, and leaves no password on the disk', async ({ desk }) => {
  const popup = await openPopupPage(desk.extension);
  const field = (label: string) => popup.page.getByLabel(label, { exact: true });
  await popup.page.getByLabel('Remember on this device').check();
  await field('PIN for this device').fill('493817');
  await popup.signIn({ server: desk.dialer.url, ...AGENT, status: STATUS_LOGIN });
  await popup.expectSignedIn();
  await expect.poll(() => onDisk(desk)).toContain('"vault"');
  for (const secret of [AGENT.password, STATUS_LOGIN.password, '493817'])
    expect(await onDisk(desk)).not.toContain(secret);

  await popup.press('Sign out');
  await popup.expectText('Use the password instead');
  await field('PIN').fill('000000');
  await popup.press('Unlock');
  await popup.expectText('Wrong PIN. Tries left: 9.');
  await field('PIN').fill('493817');
  await popup.press('Unlock');
  await popup.expectSignedIn();

  await popup.press('Sign out');
  await popup.press('Forget on this device');
  await expect(field('Password')).toBeVisible();
  expect(await onDisk(desk)).not.toContain('"vault"');
});

test('a password that was changed meanwhile is tried once by the PIN, told, and forgotten', async ({ desk }) => {
  const popup = await openPopupPage(desk.extension);
  const field = (label: string) => popup.page.getByLabel(label, { exact: true });
  await popup.page.getByLabel('Remember on this device').check();
  await field('PIN for this device').fill('493817');
  await popup.signIn({ server: desk.dialer.url, ...AGENT });
  await popup.expectSignedIn();
  await expect.poll(() => onDisk(desk)).toContain('"vault"');
  await popup.press('Sign out');
  const row = desk.dialer.world.users.find(({ user }) => user === AGENT.user);
  if (row) row.pass = 'changed99';
  desk.dialer.log.clear();
  await field('PIN').fill('493817');
  await popup.press('Unlock');
  await popup.expectText(
    'Wrong user or password. Use those of your VICIdial user, not of your phone. It was tried once',
  );
  expect(withPassword(desk)).toHaveLength(1);
  expect(await onDisk(desk)).not.toContain('"vault"');
});

test('a dialer is asked nothing while nobody is at the computer', async ({ desk }) => {
  Object.assign(findLiveAgent(desk.dialer.world, AGENT.user) ?? {}, { status: 'READY' });
  const popup = await desk.signIn({ withStatusLogin: false });
  await popup.expectText('Ready');
  const readings = () => desk.dialer.log.requests({ function: 'recording' }).length;
  await expect.poll(readings).toBeGreaterThan(1);
  await tellIdle(desk, 'locked');
  // A reading that was on its way then is over.
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  desk.dialer.log.clear();
  await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_AN_INTERVAL_MS));
  expect(readings()).toBe(0);
  await tellIdle(desk, 'active');
  await expect.poll(readings).toBeGreaterThan(0);
});

/** As the browser does when the screen is locked or somebody comes back to it. */
function tellIdle({ extension }: Desk, state: 'locked' | 'active'): Promise<void> {
  return extension.worker.evaluate((next) => {
    const { onStateChanged } = (globalThis as unknown as IdleGlobal).chrome.idle;
    onStateChanged.dispatch(next);
  }, state);
}

interface IdleGlobal {
  readonly chrome: { readonly idle: { readonly onStateChanged: { dispatch(state: string): void } } };
}

function onDisk({ extension }: Desk): Promise<string> {
  return extension.worker.evaluate(async () =>
    JSON.stringify(await (globalThis as ExtensionGlobal).chrome.storage.local.get()),
  );
}

test('the agent’s own credentials never reach the Non-Agent API', async ({ desk }) => {
  await desk.openAgentScreen();
  const popup = await desk.signIn({ withStatusLogin: false });
  await popup.dial('+1 415 555 0132');
  await popup.expectStage(/On the call|Talking/);
  const users = desk.dialer.log
    .requests({ path: '/vicidial/non_agent_api.php' })
    .map(({ parameters }) => parameters.user);
  expect(users.filter((user) => user === AGENT.user)).toEqual([]);
});

test('a wrong status login is refused, and the agent’s password is not blamed', async ({ desk }) => {
  await desk.openAgentScreen();
  const popup = await openPopupPage(desk.extension);
  const { user, password } = AGENT;
  await popup.signIn({ server: desk.dialer.url, user, password, status: { ...STATUS_LOGIN, password: 'nonsense1' } });
  const field = (label: string) => popup.page.getByLabel(label, { exact: true });
  await expect(field('Status user')).toHaveAccessibleDescription(/Wrong user or password/);
  await expect(field('Password')).not.toHaveAccessibleDescription(/Wrong/);
});

function withPassword({
  dialer,
}: {
  readonly dialer: { readonly log: { requests(): readonly { readonly parameters: object }[] } };
}) {
  return dialer.log.requests().filter(({ parameters }) => 'pass' in parameters);
}
