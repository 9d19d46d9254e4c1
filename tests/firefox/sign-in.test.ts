import { AGENT, STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import { findLiveAgent } from '../simulator/world.ts';
import { createControls } from './fixtures/controls.ts';
import type { Desk, PanelTab } from './fixtures/desk.ts';
import { desktopOf } from './fixtures/desktop-double.ts';
import { answerPermissionPrompt } from './fixtures/permission-prompt.ts';
import { readStorage } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';
import { openToolbarPopup } from './fixtures/toolbar-popup.ts';

const LONGER_THAN_A_READING_MS = 5000;
const SETTLED_MS = 1000;
/** An open panel has the status of an agent who is ready read every 5 s, with its jitter. */
const LONGER_THAN_AN_INTERVAL_MS = 8000;
const PIN = '493817';
const PATIENCE = { timeout: 20_000 };

test('a wrong password is tried once, and never again by itself', async ({ desk }) => {
  const panel = await desk.signInByForm({ password: 'wrongpass' });
  await panel.expectText(
    'Wrong user or password. Use those of your VICIdial user, not of your phone. It was tried once',
  );
  await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_A_READING_MS));
  expect(desk.dialer.log.requests().filter(({ parameters }) => 'pass' in parameters)).toHaveLength(1);
  expect(desk.dialer.world.users.find(({ user }) => user === AGENT.user)?.failed_login_count).toBe('1');
});

test('the real popup signs in across the browser’s question, and asks nothing of a dialer it may not reach', async ({
  desk,
}) => {
  await desk.openCrm();
  const popup = await openToolbarPopup(desk.firefox);
  await popup.fill('Server address', desk.dialer.url);
  await popup.fill('User', AGENT.user);
  await popup.fill('Password', AGENT.password);
  await popup.press('Connect');
  await answerPermissionPrompt(desk.firefox, 'Deny');
  await popup.expectText(/permission|allow/i);
  expect(desk.dialer.log.requests()).toEqual([]);
  await popup.press('Connect');
  expect(await answerPermissionPrompt(desk.firefox, 'Allow')).toContain('127.0.0.1');
  await popup.expectText('Sign out');
  await popup.close();
});

test('a password changed at the dialer signs the agent out after one refusal', async ({ desk }) => {
  // No agent screen: while one is watched, the status costs no request.
  await desk.signIn({ withStatusLogin: false });
  changePassword(desk);
  // Opening the popup asks for a fresh reading, at once.
  const popup = createControls(await desk.firefox.openTab(desk.firefox.url('popup.html')));
  await popup.expectText('Wrong user or password');
  await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_A_READING_MS));
  const answers = desk.dialer.log.requests({ path: '/agc/api.php' }).map(({ answer }) => answer ?? '');
  expect(answers.filter((answer) => answer.includes('Invalid Username'))).toHaveLength(1);
});

test('a sign-in remembered under a PIN is opened by it alone, and leaves no password on the disk', async ({ desk }) => {
  const panel = await signInWithPin(desk);
  for (const secret of [AGENT.password, PIN]) expect((await readStorage(panel.tab)).onDisk).not.toContain(secret);
  await panel.press('Sign out');
  await panel.expectText('Use the password instead');
  await panel.fill('PIN', '000000');
  await panel.press('Unlock');
  await panel.expectText('Wrong PIN. Tries left: 9.');
  await panel.fill('PIN', PIN);
  await panel.press('Unlock');
  await panel.expectText('Sign out');
  await panel.press('Sign out');
  await panel.press('Forget on this device');
  await panel.expectText('Server address');
  expect((await readStorage(panel.tab)).onDisk).not.toContain('"vault"');
});

test('a password that was changed meanwhile is tried once by the PIN, told, and forgotten', async ({ desk }) => {
  const panel = await signInWithPin(desk);
  await panel.press('Sign out');
  await panel.expectText('Use the password instead');
  changePassword(desk);
  await panel.fill('PIN', PIN);
  await panel.press('Unlock');
  await panel.expectText(
    'Wrong user or password. Use those of your VICIdial user, not of your phone. It was tried once',
  );
  expect(desk.dialer.log.requests().filter(({ parameters }) => 'pass' in parameters)).toHaveLength(1);
  expect((await readStorage(panel.tab)).onDisk).not.toContain('"vault"');
});

test('a dialer is asked nothing while nobody is at the computer', async ({ desk }) => {
  Object.assign(findLiveAgent(desk.dialer.world, AGENT.user) ?? {}, { status: 'READY' });
  const panel = await desk.signIn({ withStatusLogin: false });
  await panel.expectText('Ready');
  const readings = () => desk.dialer.log.requests({ function: 'recording' }).length;
  await expect.poll(readings, PATIENCE).toBeGreaterThan(1);
  await desktopOf(desk.firefox).leave();
  // A reading that was on its way then is over.
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  desk.dialer.log.clear();
  await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_AN_INTERVAL_MS));
  expect(readings()).toBe(0);
  await desktopOf(desk.firefox).comeBack();
  await expect.poll(readings, PATIENCE).toBeGreaterThan(0);
});

test('a wrong status login is refused, and the agent’s password is not blamed', async ({ desk }) => {
  const panel = await desk.signInByForm({ statusPassword: 'nonsense1' });
  await expect.poll(async () => (await panel.field('Status user')).said, PATIENCE).toMatch(/Wrong user or password/);
  expect((await panel.field('Password')).said).not.toMatch(/Wrong/);
  expect(desk.dialer.world.users.find(({ user }) => user === STATUS_LOGIN.user)?.failed_login_count).toBe('1');
});

async function signInWithPin(desk: Desk): Promise<PanelTab> {
  const panel = await desk.signInByForm({ pin: PIN, withStatusLogin: false });
  await panel.expectText('Sign out');
  await expect.poll(async () => (await readStorage(panel.tab)).onDisk, PATIENCE).toContain('"vault"');
  return panel;
}

/** At the dialer; from now on its log tells of what comes after. */
function changePassword({ dialer }: Desk): void {
  const row = dialer.world.users.find(({ user }) => user === AGENT.user);
  if (row) row.pass = 'changed99';
  dialer.log.clear();
}
