import type { Page } from '@playwright/test';
import { findCampaign } from '../simulator/world.ts';
import type { Desk } from './fixtures/desk.ts';
import { expect, test } from './fixtures/test.ts';

// As long as a machine needs that is busy with something else.
const PATIENCE = { timeout: 30_000 };
const SUPERVISOR = { user: 'apiuser', password: 'apipass123' };

async function openSupervisor(desk: Desk, { user, password } = SUPERVISOR): Promise<Page> {
  const page = await desk.extension.context.newPage();
  await page.goto(desk.extension.url('supervisor.html'));
  await page.getByLabel('Server address').fill(desk.dialer.url);
  await page.getByLabel('User', { exact: true }).fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in as supervisor' }).click();
  return page;
}

const askedByOf = (desk: Desk, path: string) => [
  ...new Set(
    desk.dialer.log
      .requests({ path })
      .filter(({ function: name }) => name !== 'version')
      .map(({ parameters }) => parameters.user),
  ),
];

test('shows the floor live beside an agent’s own session, and changes a campaign once', async ({ desk }) => {
  const { dialer } = desk;
  const popup = await desk.signIn({ withStatusLogin: false });
  const page = await openSupervisor(desk);
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  await expect(row('Erin Ready')).toContainText('Ready', PATIENCE);
  const erin = dialer.world.live_agents.find(({ user }) => user === '1004');
  Object.assign(erin!, { status: 'PAUSED', pause_code: 'LUNCH' });
  await expect(row('Erin Ready')).toContainText('Paused · LUNCH', PATIENCE);

  await page.getByRole('button', { name: 'Stop TESTCAMP' }).click();
  expect(findCampaign(dialer.world, 'TESTCAMP')?.active).toBe('Y');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText('TESTCAMP is changed.')).toBeVisible(PATIENCE);
  await expect(page.getByRole('button', { name: 'Start TESTCAMP' })).toBeVisible();
  expect(findCampaign(dialer.world, 'TESTCAMP')?.active).toBe('N');
  expect(dialer.log.requests({ function: 'update_campaign' })).toHaveLength(1);

  expect(askedByOf(desk, '/vicidial/non_agent_api.php')).toEqual([SUPERVISOR.user]);
  expect(askedByOf(desk, '/agc/api.php')).toEqual(['1000']);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in as supervisor' })).toBeVisible();
  await popup.page.bringToFront();
  await popup.expectSignedIn();
});

test('a level that is too low is told what it lacks, and may stay', async ({ desk }) => {
  const page = await openSupervisor(desk, { user: 'api7', password: 'level7pass' });
  await expect(page.getByRole('row', { name: /Alice Agent/ })).toBeVisible(PATIENCE);
  await expect(page.getByText('This user may not use “campaigns_list”.')).toBeVisible(PATIENCE);
});

test('a function that is not in the list is named', async ({ desk }) => {
  const page = await openSupervisor(desk, { user: 'apilimited', password: 'limited123' });
  await expect(page.getByText('This user may not use “logged_in_agents”.')).toBeVisible(PATIENCE);
});

test('campaigns of another group are not shown', async ({ desk }) => {
  const page = await openSupervisor(desk, { user: 'otherapi', password: 'otherpass1' });
  await expect(page.getByRole('row', { name: /OTHERCMP/ })).toBeVisible(PATIENCE);
  await expect(page.getByRole('row', { name: /TESTCAMP/ })).toHaveCount(0);
});

test('a wrong password is tried once, and no other page may ask', async ({ desk }) => {
  const page = await openSupervisor(desk, { user: 'apiuser', password: 'wrong' });
  await expect(page.getByRole('alert')).toContainText('password', PATIENCE);
  expect(desk.dialer.log.requests({ function: 'logged_in_agents' })).toHaveLength(1);
  await page.goto(desk.extension.url('options.html'));
  const answer = await page.evaluate(async () => {
    const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
    return JSON.stringify(await runtime.sendMessage({ dialside: 'supervisor.agents', payload: null }));
  });
  expect(answer).toContain('notSignedIn');
});
