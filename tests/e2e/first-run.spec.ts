import type { Page } from '@playwright/test';
import { FIRST_NUMBER, workFirstCall } from '../steps/first-call.ts';
import { isFocused } from '../steps/keyboard.ts';
import { AGENT } from './fixtures/demo-agent.ts';
import { type Desk, openDesk } from './fixtures/desk.ts';
import { type ExtensionGlobal, firstPage } from './fixtures/extension.ts';
import { buttonBeside } from './fixtures/page-buttons.ts';
import { createPopupPage } from './fixtures/popup-page.ts';
import { createStepPanel } from './fixtures/step-desk.ts';
import { expect, testInOwnBrowser as test } from './fixtures/test.ts';

/** Everybody wants the talk. */
const RING_MS = 300;

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

newAgent('from the install to the first call, its disposition and a pause, by keys alone', async ({ desk, first }) => {
  desk.dialer.telephone.setDefaultPlan({ ringMs: RING_MS });
  await desk.openAgentScreen();
  const crm = await desk.openCrm();
  await first.bringToFront();
  const { expectText, expectStage, goto, writeSettings } = createStepPanel(createPopupPage(first));
  await workFirstCall({
    dialer: desk.dialer,
    crmUrl: desk.crmUrl,
    keys: {
      press: (key) => first.keyboard.press(key),
      type: (text) => first.keyboard.type(text),
      isAt: (name) => first.evaluate(isFocused, name),
    },
    page: { expectText, expectStage, goto, writeSettings },
    // The browser was told ahead of time: without a display its question cannot be answered.
    allow: async () => undefined,
    expectButton: () =>
      expect.poll(async () => (await buttonBeside(crm, FIRST_NUMBER)).label).toBe('Call +1 415 555 0132'),
    dialRequests: desk.dialRequests,
  });
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
  await expect(page.locator('body')).toContainText(
    `The link you opened names this dialer: ${new URL(desk.dialer.url).host}`,
  );
  expect(desk.dialer.log.requests()).toEqual([]);
  await button(page, `Use ${new URL(desk.dialer.url).host}`).click();
  await expect(page.getByRole('heading', { name: 'Sign in as in the agent screen' })).toBeVisible();
  expect(desk.dialer.log.requests().map(({ function: name }) => name)).toEqual(['version', 'version']);
});

function withPassword({ dialer }: Desk) {
  return dialer.log
    .requests()
    .filter(({ path, parameters }) => /api\.php$/.test(path) && ('pass' in parameters || 'VD_pass' in parameters));
}
