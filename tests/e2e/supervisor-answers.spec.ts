import type { Locator, Page } from '@playwright/test';
import type { Fault } from '../simulator/faults.ts';
import { findCampaign } from '../simulator/world.ts';
import { ask, openSupervisor, PATIENCE } from './fixtures/supervisor-page.ts';
import { expect, test } from './fixtures/test.ts';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('addresses are written from the options, read without what is secret in them, and switched, each once', async ({
  desk,
}) => {
  const { dialer } = desk;
  findCampaign(dialer.world, 'TESTCAMP')!.dispo_call_url = 'ALT';
  const options = await desk.extension.context.newPage();
  await options.goto(desk.extension.url('options.html'));
  const survey = {
    ...{ name: 'Survey', template: 'https://crm.example.com/survey?lead=--A--lead_id--B--', campaigns: ['TESTCAMP'] },
    ...{ statuses: ['SALE'], minimumSeconds: 30, rank: 1 },
  };
  await ask(options, 'settings.write', { afterCallPages: [survey] });
  const page = await openSupervisor(desk);
  const urls = section(page, 'Addresses that VICIdial calls');
  await expect(page.getByRole('button', { name: 'Stop TESTCAMP' })).toBeVisible(PATIENCE);
  await urls.getByLabel('Campaign').selectOption('TESTCAMP');
  await urls.getByRole('button', { name: 'Show' }).click();
  await expect(urls.getByText('VICIdial calls no address here.')).toBeVisible(PATIENCE);

  await urls.getByRole('button', { name: 'Write to VICIdial' }).click();
  await expect(urls.getByText('VICIdial’s server then calls its address')).toBeVisible();
  expect(dialer.world.url_multi).toEqual([]);
  await urls.getByRole('button', { name: 'Write to VICIdial' }).click();
  await expect(urls.getByText('Survey is written to TESTCAMP.')).toBeVisible(PATIENCE);
  await expect(urls.getByRole('row', { name: /Survey.*SALE.*30/ })).toContainText(survey.template);
  const stored = dialer.world.url_multi[0]!;
  expect(dialer.world.url_multi).toHaveLength(1);
  expect(stored).toMatchObject({ active: 'Y', url_address: survey.template, url_statuses: 'SALE' });

  stored.url_address = 'http://127.0.0.1/vicidial/non_agent_api.php?user=6666&pass=secret1&lead_id=--A--lead_id--B--';
  await urls.getByRole('button', { name: 'Switch off: Survey' }).click();
  await urls.getByRole('button', { name: 'Switch off', exact: true }).click();
  await expect(urls.getByText('Survey is switched.')).toBeVisible(PATIENCE);
  await expect(urls.getByText('pass=***')).toBeVisible();
  await expect(urls.getByRole('button', { name: /Open in the browser/ })).toHaveCount(0);
  expect(await page.content()).not.toContain('secret1');
  expect(stored.active).toBe('N');
  const sent = dialer.log.requests({ function: 'update_alt_url' }).map(({ parameters }) => parameters.alt_url_id);
  expect(sent.filter((id) => id !== 'LIST')).toEqual(['NEW', stored.url_id]);
});

test('the leads that a campaign calls next are counted and listed when they are asked for', async ({ desk }) => {
  const page = await openSupervisor(desk);
  const campaigns = section(page, 'Campaigns');
  await campaigns.getByRole('button', { name: 'Count the hopper of TESTCAMP' }).click(PATIENCE);
  await expect(campaigns.getByText('TESTCAMP has 1 lead in its hopper.')).toBeVisible(PATIENCE);
  await expect(campaigns.getByRole('table', { name: 'Hopper of TESTCAMP' }).getByRole('row')).toHaveCount(2);
  await expect(campaigns.getByRole('row', { name: /^2001 / })).toBeVisible();
  expect(desk.dialer.log.requests({ function: 'hopper_list' })).toHaveLength(1);
});

interface Asked {
  readonly name: string;
  readonly function: string;
  readonly heading: string;
  readonly press: (part: Locator) => Promise<void>;
  /** What it is told with where the answer is no page, but in another language. */
  readonly line?: true;
}

const search = async (part: Locator) => {
  await part.getByLabel('Phone number').fill('(415) 555-0199');
  await part.getByRole('button', { name: 'Search' }).click();
};
const lookUp = async (part: Locator) => {
  await part.getByLabel('Phone number').fill('+1 727-555-0000');
  await part.getByRole('button', { name: 'Look up' }).click();
};
const showUrls = async (part: Locator) => {
  await part.getByLabel('Campaign').selectOption('TESTCAMP');
  await part.getByRole('button', { name: 'Show' }).click();
};
const showFigures = async (part: Locator) => {
  await part.getByLabel('First day').fill('2020-01-01');
  await part.getByLabel('Last day').fill('2020-01-02');
  await part.getByRole('button', { name: 'Show' }).click();
};
const again = (part: Locator) => part.getByRole('button', { name: /^Read again/ }).click();

const LISTS: readonly Asked[] = [
  { name: 'campaigns', function: 'campaigns_list', heading: 'Campaigns', press: again },
  { name: 'user groups', function: 'user_group_status', heading: 'Waiting calls', press: again },
  {
    ...{ name: 'the hopper', function: 'hopper_list', heading: 'Campaigns', line: true },
    press: (part) => part.getByRole('button', { name: 'Count the hopper of QCAMP' }).click(),
  },
  { name: 'figures', function: 'agent_stats_export', heading: 'Figures of a period', press: showFigures, line: true },
  { name: 'leads', function: 'lead_search', heading: 'Find leads', press: search, line: true },
  { name: 'do-not-call', function: 'check_phone_number', heading: 'Do-not-call lists', press: lookUp, line: true },
  {
    name: 'addresses',
    function: 'update_alt_url',
    heading: 'Addresses that VICIdial calls',
    press: showUrls,
    line: true,
  },
];

const OF_NO_VICIDIAL = 'The answer is not VICIdial’s.';
// By the signs in it; VICIdial itself does not translate this API's answers (docs/vicidial, section 4.4).
const IN_SPANISH = /The dialer answers in another language|The answer is not VICIdial’s/;

test('a page or Spanish in place of an answer is told in each list, and nothing of it is shown', async ({ desk }) => {
  test.slow();
  const page = await openSupervisor(desk);
  await expect(page.getByRole('row', { name: /Erin Ready/ })).toBeVisible(PATIENCE);
  await expect(page.getByRole('button', { name: 'Stop TESTCAMP' })).toBeVisible(PATIENCE);
  for (const { name, function: asked, heading, press, line } of LISTS) {
    const faults: readonly (readonly [Fault, string | RegExp])[] = [
      [{ kind: 'html' }, OF_NO_VICIDIAL],
      ...(line ? [[{ kind: 'translated', word: 'FALLO' }, IN_SPANISH] as const] : []),
    ];
    for (const [fault, sentence] of faults) {
      const mend = desk.dialer.faults.add({ match: { function: asked }, fault });
      const part = section(page, heading);
      const before = desk.dialer.log.requests({ function: asked }).length;
      await press(part);
      await expect.poll(() => desk.dialer.log.requests({ function: asked }).length, PATIENCE).toBeGreaterThan(before);
      await expect(part.getByRole('alert').filter({ hasText: sentence }), name).toBeVisible(PATIENCE);
      expect(await page.locator('body').innerText(), name).not.toMatch(/Maintenance|back soon|FALLO/);
      mend();
    }
    await press(section(page, heading));
    await expect(section(page, heading).getByRole('alert'), name).toHaveCount(0, PATIENCE);
  }
});

test('a page in place of the agents is told above those that were read before', async ({ desk }) => {
  const page = await openSupervisor(desk);
  await expect(page.getByRole('row', { name: /Erin Ready/ })).toBeVisible(PATIENCE);
  desk.dialer.faults.add({ match: { function: 'logged_in_agents' }, fault: { kind: 'html' } });
  const agents = section(page, 'Agents');
  await expect(agents.getByRole('alert')).toContainText(OF_NO_VICIDIAL, PATIENCE);
  await expect(agents.getByText(/Last read at/)).toBeVisible();
  await expect(agents.getByRole('row', { name: /Erin Ready/ })).toBeVisible();
});

test('Spanish in place of a change’s answer is told as a change that may have been made', async ({ desk }) => {
  const { dialer } = desk;
  const page = await openSupervisor(desk);
  const fault = { kind: 'translated', word: 'EXITO' } as const;
  dialer.faults.add({ match: { function: 'update_campaign' }, fault });
  await page.getByRole('button', { name: 'Stop TESTCAMP' }).click(PATIENCE);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  const campaigns = section(page, 'Campaigns');
  await expect(campaigns.getByRole('alert')).toContainText('This may have been done', PATIENCE);
  // Read again: it was.
  await expect(campaigns.getByRole('button', { name: 'Start TESTCAMP' })).toBeVisible(PATIENCE);
  expect(dialer.log.requests({ function: 'update_campaign' })).toHaveLength(1);
  expect(await page.locator('body').innerText()).not.toContain('EXITO');
});
