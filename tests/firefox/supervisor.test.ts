import { findCampaign } from '../simulator/world.ts';
import { createControls } from './fixtures/controls.ts';
import type { Desk } from './fixtures/desk.ts';
import { expect, test } from './fixtures/test.ts';

const PATIENCE = { timeout: 60_000 };

async function openSupervisor(desk: Desk, user: string, password: string) {
  const tab = await desk.firefox.openTab(desk.firefox.url('supervisor.html'));
  const page = createControls(tab);
  await page.fill('Server address', desk.dialer.url);
  await page.fill('User', user);
  await page.fill('Password', password);
  await page.press('Sign in as supervisor');
  return page;
}

test('a supervisor sees the floor, stops a campaign once, and finds leads, all with the login of this page alone', async ({
  desk,
}) => {
  const { dialer } = desk;
  await desk.signIn();
  const page = await openSupervisor(desk, 'apiuser', 'apipass123');
  await expect.poll(() => page.text(), PATIENCE).toContain('Erin Ready');
  await page.fill('In-groups to watch', 'SALESLINE');
  await page.press('Watch');
  await expect.poll(() => page.text(), PATIENCE).toMatch(/SALESLINE\s+1/);

  await page.press('Stop TESTCAMP');
  await page.press('Stop');
  await expect.poll(() => page.text(), PATIENCE).toContain('TESTCAMP is changed.');
  expect(findCampaign(dialer.world, 'TESTCAMP')?.active).toBe('N');
  expect(dialer.log.requests({ function: 'update_campaign' })).toHaveLength(1);

  await page.fill('Phone number', '727 555 1212');
  await page.press('Search');
  await expect.poll(() => page.text(), PATIENCE).toContain('2 leads found');
  const users = ['logged_in_agents', 'in_group_status', 'update_campaign', 'lead_search'].flatMap((name) =>
    dialer.log.requests({ function: name }).map(({ parameters }) => parameters.user),
  );
  expect(new Set(users)).toEqual(new Set(['apiuser']));
});

test('who may see nothing is told which right is missing, section by section', async ({ desk }) => {
  await desk.signIn();
  const page = await openSupervisor(desk, 'apilimited', 'limited123');
  await expect.poll(() => page.text(), PATIENCE).toContain('“logged_in_agents”');
  await page.expectText('“campaigns_list”');
  await page.press(/^Show$/);
  await expect.poll(() => page.text(), PATIENCE).toContain('“agent_stats_export”');
});
