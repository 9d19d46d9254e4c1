import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/browsers.mjs';
import { createDialer, type Dialer } from '../simulator/dialer.ts';
import { findLiveAgent } from '../simulator/world.ts';
import { expect as defaultExpect, test } from './fixtures/test.ts';

// A page dials from its third second on, and a busy machine stretches seconds.
const expect = defaultExpect.configure({ timeout: 30_000 });

// One browser for all of them, which knows nothing of Dialside.
test.describe.configure({ mode: 'default' });
let browser: Browser;
test.beforeAll(async () => {
  const executablePath = findChromium();
  const args = ['--no-sandbox', '--use-fake-device-for-media-stream'];
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args });
});
test.afterAll(() => browser.close());

let dialer: Dialer;
let context: BrowserContext;
test.beforeEach(async () => {
  dialer = await createDialer();
  context = await browser.newContext();
});
test.afterEach(async () => {
  await context.close();
  await dialer.close();
});

async function api(name: string, fields: Record<string, string>): Promise<string> {
  const login = { source: 'test', user: 'apiuser', pass: 'apipass123', agent_user: '1000' };
  const body = new URLSearchParams({ ...login, function: name, ...fields });
  return (await fetch(`${dialer.url}/agc/api.php`, { method: 'POST', body })).text();
}

function dial(value: string) {
  return api('external_dial', { value, phone_code: '1', search: 'YES', preview: 'NO', focus: 'NO' });
}

const row = () => findLiveAgent(dialer.world, '1000');

/** The page polls from its first second, and dials from its third tick on. */
async function openScreen(page: Page, query = ''): Promise<void> {
  await page.goto(`${dialer.url}/control/screen?user=1000${query}`);
  await page.waitForURL(`${dialer.url}/agc/vicidial.php`);
  await page.locator('#CloserSelectBox').getByText('SUBMIT').click();
}

test('a dial sent by the API rings, connects and is wrapped up on the screen', async () => {
  const page = await context.newPage();
  await openScreen(page);
  await expect(page).toHaveTitle('Agent web client');
  expect(await page.evaluate(() => window.name)).toBe('vicidial_window');
  const livecall = page.locator('img[name=livecall]');
  await expect(livecall).toHaveAttribute('src', /_OFF/);
  expect(await dial('7275551313')).toContain('SUCCESS');
  await expect.poll(() => row()?.status).toBe('INCALL');
  await expect(page.locator('#MainStatuSSpan')).toContainText('Calling: (727)555-1313');
  await expect(livecall).toHaveAttribute('src', /_ON/);
  await expect(page.locator('form[name=vicidial_form] [name=first_name]')).toHaveValue('Bert');
  dialer.telephone.hangUpCustomer();
  await expect(livecall).toHaveAttribute('src', /_DEAD/);
  await page.locator('#HangupControl button').click();
  await page.locator('#DispoSelectBox').getByText('Sale Made').click();
  await expect(page.locator('img[name=dialcontrol]')).toHaveAttribute('src', /LB_active/);
  await expect.poll(() => row()?.status).toBe('READY');
});

test('polls once a second, at its own address without a query, one at a time', async () => {
  const page = await context.newPage();
  await openScreen(page);
  const polls = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const names: string[] = [];
        new PerformanceObserver((list) => names.push(...list.getEntries().map(({ name }) => name))).observe({
          type: 'resource',
        });
        setTimeout(() => resolve(names), 5200);
      }),
  );
  expect(new Set(polls)).toEqual(new Set([`${dialer.url}/agc/conf_exten_check.php`]));
  expect(polls.length).toBeGreaterThanOrEqual(3);
  expect(polls.length).toBeLessThanOrEqual(6);
});

test('is paused and resumed by hand, with a pause code where codes are forced', async () => {
  const page = await context.newPage();
  await openScreen(page);
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect.poll(() => row()?.status).toBe('READY');
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const box = page.locator('#PauseCodeSelectBox');
  await expect(box).toBeVisible();
  await box.getByText('LUNCH').click();
  await expect(box).toBeHidden();
  await expect.poll(() => row()).toMatchObject({ status: 'PAUSED', pause_code: 'LUNCH' });
});

test('shows a refusal in a box that OK closes', async () => {
  const page = await context.newPage();
  for (const campaign of dialer.world.campaigns) campaign.manual_dial_filter = 'DNC_ONLY';
  await openScreen(page);
  await dial('7275550000');
  await expect(page.locator('#AlertBox')).toContainText('This phone number is in the DNC list:');
  await page.locator('#AlertBox').getByText('OK').click();
  await expect(page.locator('#AlertBox')).toBeHidden();
});

test('logs the agent out within 1.5 s of its tab being closed', async () => {
  const page = await context.newPage();
  await openScreen(page);
  await page.close();
  const closed = Date.now();
  await expect.poll(row, { intervals: [50] }).toBeUndefined();
  // The browser's own time to close the tab comes on top.
  expect(Date.now() - closed).toBeLessThan(3000);
});

test('a reload logs the agent in anew and keeps him in', async () => {
  const page = await context.newPage();
  await openScreen(page);
  await page.reload();
  await expect(page.locator('#CloserSelectBox')).toBeVisible();
  await page.waitForTimeout(3000);
  expect(row()).toMatchObject({ status: 'PAUSED', pause_code: 'LOGIN' });
  await expect(page.locator('#AgenTDisablEBoX')).toBeHidden();
});

test('its web phone registers with a microphone, rings and joins', async () => {
  const page = await context.newPage();
  await context.grantPermissions(['microphone'], { origin: dialer.url });
  await openScreen(page, '&webphone=Y&joins=webphone');
  const status = page.frameLocator('#webphone').locator('#webphone-status');
  await expect(status).toHaveText('Registered');
  expect(await api('call_agent', { value: 'CALL' })).toContain('SUCCESS');
  await expect(status).toHaveText('In session');
  expect(dialer.telephone.phones.isInSession('1000')).toBe(true);
});

test('its web phone says so when it has no microphone', async () => {
  const page = await context.newPage();
  await openScreen(page, '&webphone=Y&joins=webphone');
  const phone = page.frameLocator('#webphone');
  await expect(phone.locator('#webphone-status')).toHaveText('No microphone');
  await expect(phone.locator('#webphone-retry')).toBeVisible();
});
