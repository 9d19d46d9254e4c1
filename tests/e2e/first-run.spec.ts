import type { Page } from '@playwright/test';
import { AGENT } from './fixtures/demo-agent.ts';
import { type Desk, openDesk } from './fixtures/desk.ts';
import { type ExtensionGlobal, firstPage } from './fixtures/extension.ts';
import { buttonBeside } from './fixtures/page-buttons.ts';
import { expect, testInOwnBrowser as test } from './fixtures/test.ts';

const NUMBER = '(415) 555-0132';
/** What an agent is promised. The machine types in no time; he has nearly all of it for reading. */
const PROMISED_MS = 120_000;

const newAgent = test.extend<{ first: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  desk: async ({}, use) => {
    const desk = await openDesk({ keepsFirstPage: true });
    await use(desk);
    await desk.close();
  },
  first: async ({ desk }, use) => use(await firstPage(desk.extension)),
});

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

async function find(page: Page, address: string) {
  await field(page, 'Server address').fill(address);
  await field(page, 'Server address').press('Enter');
}

newAgent('from the install to the first call, by what the agent has at hand', async ({ desk, first }) => {
  const began = Date.now();
  await desk.openAgentScreen();
  const crm = await desk.openCrm();
  await first.bringToFront();

  await find(first, `${desk.dialer.url}/agc/vicidial.php?relogin=YES&VD_login=${AGENT.user}&VD_pass=${AGENT.password}`);
  await expect(first.getByRole('heading', { name: 'Sign in as in the agent screen' })).toBeVisible();
  expect(withPassword(desk)).toEqual([]);
  await expect(field(first, 'Server address')).toHaveValue(desk.dialer.url);
  await field(first, 'User').fill(AGENT.user);
  await field(first, 'Password').fill(AGENT.password);
  await field(first, 'Password').press('Enter');

  await expect(first.getByRole('heading', { name: 'Can you hear and be heard?' })).toBeFocused();
  await button(first, 'Yes, my phone is connected').press('Enter');
  await expect(first.locator('body')).toContainText('Your phone is connected');
  await button(first, 'Next').press('Enter');
  await field(first, 'Address of your CRM').fill(desk.crmUrl);
  await field(first, 'Address of your CRM').press('Enter');
  await expect(first.locator('body')).toContainText('Numbers are found on');
  // The tab that was open before.
  await expect.poll(async () => (await buttonBeside(crm, NUMBER)).label).toBe('Call +1 415 555 0132');

  await button(first, 'Next').press('Enter');
  expect(desk.dialRequests()).toEqual([]);
  await field(first, 'Number to call').fill(NUMBER);
  await field(first, 'Number to call').press('Enter');
  await expect(first.locator('.call-stage')).toContainText(/On the call|Talking/);
  await expect(first.locator('body')).toContainText('It works.');
  const tookMs = Date.now() - began;
  console.log(`install to first call: ${(tookMs / 1_000).toFixed(1)} s`);
  expect(tookMs).toBeLessThan(PROMISED_MS);
  await desk.expectDialRequests(1);
});

newAgent('what is no VICIdial, or not there, is said; a wrong password is tried once', async ({ desk, first }) => {
  const said = () => field(first, 'Server address');
  await find(first, desk.crm.url);
  await expect(said()).toHaveAccessibleDescription(/answers, but VICIdial is not in its usual folders/);
  await find(first, 'nowhere.example');
  await expect(said()).toHaveAccessibleDescription(/No connection to the dialer at https:\/\/nowhere\.example/);
  // What has led nowhere may not be reached any more.
  const granted = await first.evaluate(() => (globalThis as ExtensionGlobal).chrome.permissions.getAll());
  expect(granted.origins).toEqual([]);

  await find(first, desk.dialer.url);
  await field(first, 'User').fill(AGENT.user);
  await field(first, 'Password').fill('wrongpass');
  await field(first, 'Password').press('Enter');
  await expect(field(first, 'Password')).toHaveAccessibleDescription(/It was tried once/);
  expect(withPassword(desk)).toHaveLength(1);
  expect(desk.dialer.world.users.find(({ user }) => user === AGENT.user)?.failed_login_count).toBe('1');
});

newAgent('a link names a server, and nothing is asked of it before the agent agrees', async ({ desk, first }) => {
  // As an address that is opened: the page that is there already would keep its own.
  const page = await desk.extension.context.newPage();
  await first.close();
  await page.goto(`${desk.extension.url('welcome.html')}#server=${encodeURIComponent(desk.dialer.url)}`);
  await expect(page.locator('body')).toContainText(`The link you opened names this dialer: ${desk.dialer.url}`);
  expect(desk.dialer.log.requests()).toEqual([]);
  await button(page, `Use ${desk.dialer.url}`).click();
  await expect(page.getByRole('heading', { name: 'Sign in as in the agent screen' })).toBeVisible();
  expect(desk.dialer.log.requests().map(({ function: name }) => name)).toEqual(['version', 'version']);
});

function withPassword({ dialer }: Desk) {
  return dialer.log
    .requests()
    .filter(({ path, parameters }) => /api\.php$/.test(path) && ('pass' in parameters || 'VD_pass' in parameters));
}
