import type { Page } from '@playwright/test';
import {
  askedOf,
  BERT,
  letReadLeads,
  type NumberPage,
  numberWindow,
  pressDial,
  RECORD,
} from '../steps/number-window.ts';
import { AGENT, STATUS_LOGIN } from './fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import { buttonBeside, menuEntry, press } from './fixtures/page-buttons.ts';
import { expect, test } from './fixtures/test.ts';

// As long as a machine needs that is busy with something else.
const PATIENCE = { timeout: 30_000 };

/** An agent whose second login may read and write leads. */
async function openDesk(desk: Desk, { withStatusLogin = true } = {}): Promise<Page> {
  letReadLeads(desk.dialer);
  await desk.openAgentScreen();
  const popup = await desk.signIn({ withStatusLogin });
  return popup.page;
}

/** Asks the background as the panel does. */
async function ask(panel: Page, name: string, payload: unknown = null): Promise<void> {
  await panel.evaluate(
    async (message) => {
      const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
      await runtime.sendMessage(message);
    },
    { dialside: name, payload },
  );
}

/** The window about a number, as the panel opens it. */
async function openNumber(desk: Desk, panel: Page, e164 = BERT.e164): Promise<Page> {
  const opened = desk.extension.context.waitForEvent('page');
  await ask(panel, 'number.show', { e164 });
  const page = await opened;
  await expect(page.locator('h1')).toHaveText(/\+/, PATIENCE);
  return page;
}

/** By *More* in the menu of a button on a page. */
async function openFromPage(desk: Desk, crm: Page, number: string): Promise<Page> {
  const { box } = await buttonBeside(crm, number);
  await crm.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'right' });
  const more = await menuEntry(crm, 'More');
  const opened = desk.extension.context.waitForEvent('page');
  await press(crm, more);
  return opened;
}

async function openFromRecord(desk: Desk, panel: Page): Promise<Page> {
  await ask(panel, 'settings.write', { recordRules: RECORD.rules });
  const crm = await desk.openCrm(RECORD.page);
  await desk.enableSite(crm);
  return openFromPage(desk, crm, RECORD.number);
}

/** The same for steps that every browser takes. */
function worked(page: Page): NumberPage {
  const exact = (name: string | RegExp) => (typeof name === 'string' ? { name, exact: true } : { name });
  return {
    press: (name) => page.getByRole('button', exact(name)).click(PATIENCE),
    fill: (label, text) => page.getByLabel(label, { exact: true }).fill(text, PATIENCE),
    check: (label) => page.getByLabel(label, { exact: true }).check(PATIENCE),
    expectText: (text) => expect(page.locator('body')).toContainText(text, PATIENCE),
    address: async () => page.url(),
    bringToFront: () => page.bringToFront(),
    evaluate: (task) => page.evaluate(task) as Promise<Awaited<ReturnType<typeof task>>>,
  };
}

for (const [name, take] of Object.entries(numberWindow)) {
  test(name, async ({ desk }) => {
    const panel = await openDesk(desk);
    await take({
      ...desk,
      openNumber: async (e164) => worked(await openNumber(desk, panel, e164)),
      openFromRecord: async () => worked(await openFromRecord(desk, panel)),
      countNumbers: async () =>
        desk.extension.context.pages().filter((page) => page.url().includes('/number.html')).length,
      signOut: () => ask(panel, 'session.signOut'),
    });
  });
}

test('everything is known when it is opened anew, and only the newest window is there', async ({ desk }) => {
  const panel = await openDesk(desk);
  const page = await openNumber(desk, panel);
  await expect(page.getByText(/Nov 19, 2026.*SALE.*1:05.*1000/)).toBeVisible(PATIENCE);
  await pressDial(worked(page));
  await desk.expectDialRequests(1);
  const before = askedOf(desk.dialer).filter(({ function: name }) => name !== 'lead_all_info').length;
  const again = desk.extension.context.waitForEvent('page');
  await panel
    .getByRole('button', { name: `More about ${BERT.written}` })
    .first()
    .click();
  await expect((await again).getByText('Bert Jones')).toBeVisible(PATIENCE);
  await expect.poll(() => page.isClosed(), PATIENCE).toBe(true);
  expect(askedOf(desk.dialer).filter(({ function: name }) => name !== 'lead_all_info')).toHaveLength(before);
});

test('what a window was about is told to no page that is left of it after the sign-out', async ({ desk }) => {
  const panel = await openDesk(desk);
  const page = await openNumber(desk, panel);
  const left = await desk.extension.context.newPage();
  await left.goto(page.url());
  await expect(left.getByText('Bert Jones')).toBeVisible(PATIENCE);
  await ask(panel, 'session.signOut');
  await expect(left.getByText('Bert Jones')).toHaveCount(0, PATIENCE);
  await left.reload();
  await expect(left.getByText('open the number again')).toBeVisible(PATIENCE);
});

test('without a second login it shows the number itself, calls it, and asks the Non-Agent API for nothing', async ({
  desk,
}) => {
  const panel = await openDesk(desk, { withStatusLogin: false });
  const page = await openNumber(desk, panel);
  await expect(page.getByText(/^United States/)).toBeVisible(PATIENCE);
  await expect(page.locator('h2')).toHaveCount(0, PATIENCE);
  await pressDial(worked(page));
  await desk.expectDialRequests(1);
  expect(desk.dialer.log.requests({ path: '/vicidial/non_agent_api.php' })).toEqual([]);
});

test('no other page of Dialside’s, and no script of a page, is told whose number it is', async ({ desk }) => {
  const panel = await openDesk(desk);
  const answer = await panel.evaluate(async (e164) => {
    const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
    return JSON.stringify(await runtime.sendMessage({ dialside: 'number.leads', payload: { e164 } }));
  }, BERT.e164);
  expect(answer).toContain('notSignedIn');
  expect(desk.dialer.log.requests({ function: 'lead_all_info' })).toEqual([]);
});

test('a dialer that answers otherwise is told, and asked again when it is pressed', async ({ desk }) => {
  const panel = await openDesk(desk);
  desk.dialer.faults.add({ match: { function: 'lead_all_info' }, fault: { kind: 'html' } });
  const page = await openNumber(desk, panel);
  await expect(page.getByRole('alert')).toContainText('The answer is not VICIdial’s', PATIENCE);
  desk.dialer.faults.clear();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Bert Jones')).toBeVisible(PATIENCE);
});

test('puts the number on the do-not-call list, which refuses the next call', async ({ desk }) => {
  const panel = await openDesk(desk);
  const page = await openNumber(desk, panel);
  const { world } = desk.dialer;
  await page.getByRole('button', { name: 'Do not call…' }).click(PATIENCE);
  await page.getByRole('button', { name: 'Put it on the list' }).click();
  await expect(page.getByText(`was put on this list: ${AGENT.campaign}.`)).toBeVisible(PATIENCE);
  expect(world.campaign_dnc).toContainEqual(
    expect.objectContaining({ phone_number: '7275551313', campaign_id: AGENT.campaign }),
  );
  await expect(page.getByText('On the do-not-call list of your campaign.')).toBeVisible(PATIENCE);
  await pressDial(worked(page));
  await expect(page.getByRole('alert')).toContainText('It was not called.', PATIENCE);
  expect(desk.dialRequests()).toEqual([]);
});

test('a login that may only read is offered no change', async ({ desk }) => {
  const panel = await openDesk(desk);
  const login = desk.dialer.world.users.find(({ user }) => user === STATUS_LOGIN.user);
  Object.assign(login!, { user_level: '7' });
  const page = await openNumber(desk, panel);
  await expect(page.getByText(/Nov 19, 2026.*SALE/)).toBeVisible(PATIENCE);
  await expect(page.getByRole('button', { name: /Call back|Do not call/ })).toHaveCount(0);
});

test('opens from the menu of a button on a page, which is told nothing', async ({ desk }) => {
  await openDesk(desk);
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  const page = await openFromPage(desk, crm, RECORD.number);
  await expect(page.locator('h1')).toHaveText('+1 415 555 0132', PATIENCE);
  await expect(page.getByText('No lead of the dialer has this number.')).toBeVisible(PATIENCE);
  expect(desk.dialRequests()).toEqual([]);
});

test('adds a number that nobody has as a lead, which then is shown and called', async ({ desk }) => {
  const panel = await openDesk(desk);
  const page = await openNumber(desk, panel, '+14155550132');
  await page.getByRole('button', { name: 'Add it as a lead' }).click(PATIENCE);
  await page.getByLabel('First name').fill('Ada');
  await page.getByLabel('Last name').fill('Lovelace');
  await page.getByRole('button', { name: 'Add the lead' }).click();
  await expect(page.locator('.number-name')).toHaveText('Ada Lovelace', PATIENCE);
  const [lead] = desk.dialer.world.leads.filter(({ phone_number }) => phone_number === '4155550132');
  expect(lead).toMatchObject({ list_id: '998', first_name: 'Ada', status: 'NEW' });
  await pressDial(worked(page));
  await desk.expectDialRequests(1);
  expect(desk.dialRequests()[0]?.parameters).toMatchObject({ lead_id: lead?.lead_id });
});
