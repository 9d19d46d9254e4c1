import type { Fault } from '../simulator/faults.ts';
import { findCampaign } from '../simulator/world.ts';
import type { Desk } from './fixtures/desk.ts';
import { ask, openSupervisor, PATIENCE, SUPERVISOR } from './fixtures/supervisor-page.ts';
import { expect, test } from './fixtures/test.ts';

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

test('a wrong password is tried once', async ({ desk }) => {
  const page = await openSupervisor(desk, { user: 'apiuser', password: 'wrong' });
  await expect(page.getByRole('alert')).toContainText('password', PATIENCE);
  expect(desk.dialer.log.requests({ function: 'logged_in_agents' })).toHaveLength(1);
});

test('no other page may ask, also where it knows the sign-in', async ({ desk }) => {
  const page = await openSupervisor(desk);
  await expect(page.getByRole('row', { name: /Erin Ready/ })).toBeVisible(PATIENCE);
  const { session } = (await ask(page, 'supervisor.state')).value;
  const payload = { session, question: null };
  expect(JSON.stringify(await ask(page, 'supervisor.agents', payload))).toContain('Erin Ready');
  await page.goto(desk.extension.url('options.html'));
  expect((await ask(page, 'supervisor.state')).value.status).toBe('signedOut');
  expect((await ask(page, 'supervisor.agents', payload)).value).toEqual({
    ok: false,
    failure: { code: 'notSignedIn' },
  });
});

test('a page shows who is signed in now, and does nothing for the one before', async ({ desk }) => {
  const { dialer } = desk;
  const first = await openSupervisor(desk);
  await expect(first.getByRole('button', { name: 'Stop TESTCAMP' })).toBeVisible(PATIENCE);
  const second = await desk.extension.context.newPage();
  await second.goto(desk.extension.url('supervisor.html'));
  await second.getByRole('button', { name: 'Sign out' }).click();
  await second.getByLabel('Server address').fill(dialer.url);
  await second.getByLabel('User', { exact: true }).fill('otherapi');
  await second.getByLabel('Password', { exact: true }).fill('otherpass1');
  await second.getByRole('button', { name: 'Sign in as supervisor' }).click();
  await expect(second.getByRole('row', { name: /OTHERCMP/ })).toBeVisible(PATIENCE);
  await first.bringToFront();
  await expect(first.getByText(`otherapi at ${dialer.url}`)).toBeVisible(PATIENCE);
  await expect(first.getByRole('row', { name: /OTHERCMP/ })).toBeVisible(PATIENCE);
  await expect(first.getByRole('row', { name: /TESTCAMP/ })).toHaveCount(0);
});

test('what waits, figures as a file, leads, a do-not-call list and addresses are there when they are asked for', async ({
  desk,
}) => {
  const { dialer } = desk;
  findCampaign(dialer.world, 'TESTCAMP')!.dispo_call_url = 'ALT';
  const page = await openSupervisor(desk);
  const section = (name: string) => page.getByRole('region', { name, exact: true });
  await expect(page.getByRole('row', { name: /Erin Ready/ })).toBeVisible(PATIENCE);

  await page.getByLabel('In-groups to watch').fill('SALESLINE');
  await page.getByRole('button', { name: 'Watch' }).click();
  await expect(section('Waiting calls').getByRole('row', { name: /SALESLINE 1/ })).toBeVisible(PATIENCE);
  await expect(section('Waiting calls').getByRole('row', { name: /AGENTS/ })).toBeVisible(PATIENCE);

  const figures = section('Figures of a period');
  await figures.getByLabel('First day').fill('2020-01-01');
  await figures.getByLabel('Last day').fill('2099-01-01');
  await figures.getByRole('button', { name: 'Show' }).click();
  await expect(figures.getByRole('row', { name: /Alice Agent/ })).toBeVisible(PATIENCE);
  const saved = page.waitForEvent('download');
  await figures.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('dialside-agents-2020-01-01-2099-01-01.csv');

  const dnc = section('Do-not-call lists');
  await dnc.getByLabel('Phone number').fill('(727) 555-1212');
  await dnc.getByRole('button', { name: 'Look up' }).click();
  await dnc.getByRole('button', { name: 'Put on the list' }).click();
  await dnc.getByRole('button', { name: 'Put on the list' }).click();
  await expect(dnc.getByText('was put on this list')).toBeVisible(PATIENCE);
  expect(dialer.log.requests({ function: 'add_dnc_phone' })).toHaveLength(1);
  // Taken off, and nobody says so.
  const fault = { kind: 'dropConnection', takesEffect: true } as const;
  dialer.faults.add({ match: { function: 'delete_dnc_phone' }, fault });
  await dnc.getByRole('button', { name: 'Look up' }).click();
  await dnc.getByRole('button', { name: 'Take off the list' }).click();
  await dnc.getByRole('button', { name: 'Take off the list' }).click();
  await expect(dnc.getByText(/the list was asked again\. .* is not on this list/)).toBeVisible(PATIENCE);
  expect(dialer.log.requests({ function: 'delete_dnc_phone' })).toHaveLength(1);

  const leads = section('Find leads');
  await leads.getByLabel('Phone number').fill('(727) 555-1212');
  await leads.getByRole('button', { name: 'Search' }).click();
  await expect(leads.getByText('2 leads found')).toBeVisible(PATIENCE);

  const urls = section('Addresses that VICIdial calls');
  await urls.getByLabel('Campaign').selectOption('TESTCAMP');
  await urls.getByRole('button', { name: 'Show' }).click();
  await expect(urls.getByText('VICIdial calls no address here.')).toBeVisible(PATIENCE);
  expect(askedByOf(desk, '/vicidial/non_agent_api.php')).toEqual([SUPERVISOR.user]);
});

test('an answer that is late, or none of VICIdial’s, is told as such, and the next one takes its place', async ({
  desk,
}) => {
  const page = await openSupervisor(desk);
  await expect(page.getByRole('row', { name: /Erin Ready/ })).toBeVisible(PATIENCE);
  const figures = page.getByRole('region', { name: 'Figures of a period' });
  const show = () => figures.getByRole('button', { name: 'Show' }).click();
  const faulty = (fault: Fault) => desk.dialer.faults.add({ match: { function: 'agent_stats_export', nth: 1 }, fault });
  for (const [fault, told] of [
    [{ kind: 'html' }, 'The answer is not VICIdial’s.'],
    [{ kind: 'delayBefore', ms: 9_000 }, 'did not answer in time'],
  ] as const) {
    faulty(fault);
    await show();
    await expect(figures.getByRole('alert')).toContainText(told, PATIENCE);
  }
  await show();
  await expect(figures.getByRole('alert')).toHaveCount(0, PATIENCE);
});
