import type { Page } from '@playwright/test';
import { findUser, type User } from '../simulator/world.ts';
import { AGENT, STATUS_LOGIN } from './fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import { openPopupPage } from './fixtures/popup-page.ts';
import { expect, test } from './fixtures/test.ts';

// Some thirty questions, half a second apart.
const CHECKED = { timeout: 40_000 };
const PASSWORDS = new RegExp(`${AGENT.password}|${STATUS_LOGIN.password}`);

function change(desk: Desk, user: string, columns: Partial<User>): void {
  Object.assign(findUser(desk.dialer.world, user)!, columns);
}

async function openSetUp(desk: Desk): Promise<Page> {
  const page = await desk.extension.context.newPage();
  await page.goto(desk.extension.url('setup.html'));
  return page;
}

test('tells an administrator what to change, and is right once it is changed', async ({ desk }) => {
  change(desk, AGENT.user, { api_allowed_functions: ' external_dial recording ', agentcall_manual: '0' });
  const popup = await desk.signIn();
  const page = await openSetUp(desk);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('2 things have to be changed.')).toBeVisible(CHECKED);
  await expect(page.getByText(`User ${AGENT.user}: set Agent Call Manual to exactly 1.`)).toBeVisible();
  const line = await page.locator('.set-up-line code').first().textContent();
  expect(await page.content()).not.toMatch(PASSWORDS);

  change(desk, AGENT.user, { api_allowed_functions: line ?? '', agentcall_manual: '1' });
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('All is well: nothing has to be changed.')).toBeVisible(CHECKED);
  await popup.page.bringToFront();
  await popup.expectSignedIn();
  await desk.expectDialRequests(4);
  // Two for nobody, two for a lead that does not exist: nobody's agent screen has been asked to dial.
  expect(desk.dialer.world.live_agents.map(({ external_dial }) => external_dial).join('')).toBe('');
});

test('is reached from a refusal at the sign-in, and checks a login with which nobody can sign in', async ({ desk }) => {
  change(desk, AGENT.user, { vdc_agent_api_access: '0' });
  const popup = await openPopupPage(desk.extension);
  await popup.signIn({ server: desk.dialer.url, user: AGENT.user, password: AGENT.password });
  const opened = desk.extension.context.waitForEvent('page');
  await popup.press('Check the set-up');
  const page = await opened;
  await expect(page.getByLabel('Server address')).toHaveValue(desk.dialer.url);
  await page.getByLabel('User', { exact: true }).fill(AGENT.user);
  await page.getByLabel('Password', { exact: true }).fill(AGENT.password);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText(`User ${AGENT.user}: set Agent API Access to 1.`)).toBeVisible(CHECKED);
  const stored = await page.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
    return JSON.stringify([await storage.local.get(), await storage.session.get()]);
  });
  expect(stored).not.toMatch(PASSWORDS);
});

test('is answered to its own page alone', async ({ desk }) => {
  const { page } = await desk.signIn();
  desk.dialer.log.clear();
  const answer = await page.evaluate(async () => {
    const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
    return JSON.stringify(await runtime.sendMessage({ dialside: 'setUp.check', payload: null }));
  });
  expect(answer).toContain('notSignedIn');
  expect(desk.dialRequests()).toEqual([]);
});
