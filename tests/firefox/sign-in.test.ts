import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import { answerPermissionPrompt } from './fixtures/permission-prompt.ts';
import { expect, test } from './fixtures/test.ts';
import { openToolbarPopup } from './fixtures/toolbar-popup.ts';

const LONGER_THAN_A_READING_MS = 5000;

test('a wrong password is tried once, and never again by itself', async ({ desk }) => {
  const panel = await desk.signInByForm({ password: 'wrongpass' });
  await panel.expectText('Wrong user or password. It was tried once');
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
