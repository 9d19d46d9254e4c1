import type { Page } from '@playwright/test';
import { AGENT } from './fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import { type ExtensionGlobal, stopWorker } from './fixtures/extension.ts';
import { listenToNotices } from './fixtures/notices.ts';
import { pressButtonBeside } from './fixtures/page-buttons.ts';
import { expect, test } from './fixtures/test.ts';

const LEAD = '2002';
const CODE = 'C-20418';
const NEXT = { lead: '2003', code: 'C-20419' } as const;
const NUMBER = '(415) 555-0132';
// A disposition is acted on by a hidden agent screen some rounds later, on a busy machine each of them five times as long.
const SOON = { timeout: 60_000 };

const recordUrl = (desk: Desk, code = CODE) => `${desk.crm.url}/contact.html?id=${code}`;
const template = (desk: Desk) => recordUrl(desk, '--A--vendor_lead_code--B--');

/** An agent at his desk, with the settings of his company. */
async function takeSeat(desk: Desk, settings: Readonly<Record<string, unknown>>, withStatusLogin = false) {
  const { leads } = desk.dialer.world;
  for (const { lead, code } of [{ lead: LEAD, code: CODE }, NEXT]) {
    const row = leads.find(({ lead_id: id }) => id === lead);
    Object.assign(row ?? {}, { vendor_lead_code: code, first_name: 'Ann & Bo' });
  }
  const screen = await desk.openAgentScreen();
  const popup = await desk.signIn({ withStatusLogin });
  await popup.page.evaluate(async (payload) => {
    const { chrome } = globalThis as ExtensionGlobal;
    await chrome.runtime.sendMessage({ dialside: 'settings.write', payload });
  }, settings);
  return { screen, popup };
}

async function waitForCalls(...seat: Parameters<typeof takeSeat>) {
  const { screen, popup } = await takeSeat(...seat);
  await screen.goReady();
  await popup.expectText('Ready');
  return { screen, popup };
}

/** Puts a call on the agent's line, as the dialer does by itself. */
async function handOver(desk: Desk, leadId: string = LEAD, ingroup?: string): Promise<void> {
  // The screen says that it is ready before its dialer has heard it.
  const live = () => desk.dialer.world.live_agents.find(({ user }) => user === AGENT.user)?.status;
  await expect.poll(live).toBe('READY');
  const answer = await fetch(`${desk.dialer.url}/control/screen/hand-over`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: AGENT.user, leadId, ...(ingroup !== undefined && { ingroup }) }),
  });
  expect(await answer.json()).toEqual({ done: true });
}

const openedPages = ({ extension, crm }: Desk) =>
  extension.context
    .pages()
    .map((page) => page.url())
    .filter((url) => url.startsWith(crm.url));

const readSession = ({ extension }: Desk) =>
  extension.worker.evaluate(async () =>
    (globalThis as ExtensionGlobal).chrome.storage.session.get(['pop', 'endedCalls']),
  );

test('the record of a call that comes opens in a new tab, once, though the worker dies meanwhile', async ({ desk }) => {
  await waitForCalls(desk, { screenPops: [{ template: template(desk) }] });
  await handOver(desk);
  await expect.poll(() => openedPages(desk)).toEqual([recordUrl(desk)]);
  await stopWorker(desk.extension);
  // The agent screen goes on to tell of the call, and wakes the worker with it.
  const isAwake = () => desk.extension.worker.evaluate(() => (globalThis as ExtensionGlobal).chrome.runtime.id);
  await expect.poll(isAwake).toBe(desk.extension.id);
  await expect.poll(() => readSession(desk)).toMatchObject({ pop: { step: 'opened' } });
  expect(openedPages(desk)).toEqual([recordUrl(desk)]);
});

test('campaign and in-group decide which page it is', async ({ desk }) => {
  const pops = [
    { template: `${desk.crm.url}/index.html?q=--A--phone_number--B--`, ingroups: ['Sales line'] },
    { template: `${desk.crm.url}/board.html?lead=--A--lead_id--B--`, campaigns: ['OTHER'] },
    { template: template(desk), campaigns: [AGENT.campaign] },
  ];
  const { screen } = await waitForCalls(desk, { screenPops: pops });
  await handOver(desk, LEAD, 'SALESLINE');
  const [{ phone_number: digits } = { phone_number: '' }] = desk.dialer.world.leads.filter(
    ({ lead_id: id }) => id === LEAD,
  );
  const queue = `${desk.crm.url}/index.html?q=${digits}`;
  await expect.poll(() => openedPages(desk)).toEqual([queue]);
  await screen.hangUp();
  await screen.setDisposition('No Answer');
  await expect.poll(() => readSession(desk), SOON).toMatchObject({ pop: null });
  await handOver(desk, NEXT.lead);
  await expect.poll(() => openedPages(desk), SOON).toEqual([queue, recordUrl(desk, NEXT.code)]);
});

test('a second login tells the columns of the lead that nothing else tells', async ({ desk }) => {
  const named = `${desk.crm.url}/contact.html?name=--A--first_name--B--&id=--A--vendor_lead_code--B--`;
  await waitForCalls(desk, { screenPops: [{ template: named }] }, true);
  await handOver(desk);
  await expect.poll(() => openedPages(desk)).toEqual([`${desk.crm.url}/contact.html?name=Ann%20%26%20Bo&id=${CODE}`]);
});

test('a click in the panel or on the notification opens it, where the agent has chosen so', async ({ desk }) => {
  const { popup, screen } = await waitForCalls(desk, { screenPops: [{ template: template(desk) }], popWay: 'onClick' });
  await handOver(desk);
  const open = popup.page.getByRole('button', { name: 'Open the record of this call' });
  await expect(open).toBeVisible();
  expect(openedPages(desk)).toEqual([]);
  await open.focus();
  await popup.page.keyboard.press('Enter');
  await expect.poll(() => openedPages(desk)).toEqual([recordUrl(desk)]);
  await screen.hangUp();
  await screen.setDisposition('No Answer');
  await expect.poll(() => readSession(desk), SOON).toMatchObject({ pop: null });

  const notices = await listenToNotices(desk.extension);
  await popup.close();
  await handOver(desk, NEXT.lead);
  await expect.poll(notices.shown, SOON).toEqual(['dialside-record']);
  await notices.click('dialside-record');
  await expect.poll(() => openedPages(desk)).toEqual([recordUrl(desk), recordUrl(desk, NEXT.code)]);
  expect(await notices.shown()).not.toContain('dialside-record');
});

test.describe('in the tab of the CRM', () => {
  const inSameTab = (desk: Desk) => ({ screenPops: [{ template: template(desk) }], popWay: 'sameTab' });

  async function openEnabled(desk: Desk, path: string): Promise<Page> {
    const page = await desk.extension.context.newPage();
    await page.goto(`${desk.crm.url}/${path}`);
    await desk.enableSite(page);
    await expect
      .poll(() =>
        desk.extension.worker.evaluate(async () => {
          const { scripting } = (globalThis as ExtensionGlobal).chrome;
          return (await scripting.getRegisteredContentScripts()).map(({ id }) => id);
        }),
      )
      .toContain('dialside-forms');
    // Only what was typed since the page came is known.
    await page.reload();
    return page;
  }

  test('the record takes the place of the page that was there', async ({ desk }) => {
    await waitForCalls(desk, inSameTab(desk));
    const crm = await openEnabled(desk, 'index.html');
    await handOver(desk);
    await expect.poll(() => openedPages(desk)).toEqual([recordUrl(desk)]);
    expect(crm.url()).toBe(recordUrl(desk));
  });

  test('what the agent has typed there stays, and the record comes beside it', async ({ desk }) => {
    await waitForCalls(desk, inSameTab(desk));
    const crm = await openEnabled(desk, 'edit.html');
    const field = crm.locator('input, textarea').first();
    await field.click();
    await crm.keyboard.type('a note');
    await handOver(desk);
    await expect.poll(() => openedPages(desk)).toEqual([`${desk.crm.url}/edit.html`, recordUrl(desk)]);
    expect(await field.inputValue()).toContain('a note');
  });
});

test('a key that nobody tells opens nothing, and the panel says so', async ({ desk }) => {
  const byEmail = `${desk.crm.url}/contact.html?mail=--A--email--B--`;
  const { popup } = await waitForCalls(desk, { screenPops: [{ template: byEmail }] });
  await handOver(desk);
  await popup.expectText('The record of this call was not opened: its email is not known.');
  expect(openedPages(desk)).toEqual([]);
});

test('a call from the record’s own page opens nothing more', async ({ desk }) => {
  const patterns = ['localhost/contact.html?id={vendor_lead_code}'];
  await takeSeat(desk, {
    screenPops: [{ template: template(desk) }],
    recordRules: [{ name: 'Larkspur', patterns, selectors: { phone: '#facts' } }],
  });
  const crm = await desk.extension.context.newPage();
  await crm.goto(`${recordUrl(desk)}&from=list`);
  await desk.enableSite(crm);
  await pressButtonBeside(crm, NUMBER);
  await desk.expectDialRequests(1);
  await expect.poll(() => readSession(desk)).toMatchObject({ pop: { step: 'none' } });
  expect(openedPages(desk)).toEqual([`${recordUrl(desk)}&from=list`]);
});

test.describe('after a call', () => {
  const pages = (desk: Desk) => [
    { name: 'Order', template: `${desk.crm.url}/edit.html?d=--A--dispo--B--`, statuses: ['SALE'], rank: 2 },
    { name: 'Lead', template: `${desk.crm.url}/board.html?lead=--A--lead_id--B--`, statuses: ['SALE'], rank: 1 },
    { name: 'Long', template: `${desk.crm.url}/activity.html`, minimumSeconds: 3_600 },
    { name: 'Refusal', template: `${desk.crm.url}/index.html`, statuses: ['NI'] },
  ];
  // Which of two tabs the browser tells of first is its own affair: their order is proved by tests/unit/crm/pages/page-rules.test.ts.
  const afterSale = (desk: Desk) => [`${desk.crm.url}/board.html?lead=${LEAD}`, `${desk.crm.url}/edit.html?d=SALE`];

  test('the pages of the disposition that Dialside has set open, and those of longer calls do not', async ({
    desk,
  }) => {
    const dispositions = [{ code: 'SALE', name: 'Sale made', isCallback: false }];
    const { popup } = await waitForCalls(desk, { afterCallPages: pages(desk), dispositions });
    await handOver(desk);
    await popup.page.getByRole('button', { name: 'Finish', exact: true }).click();
    await popup.page.getByRole('combobox').first().fill('SALE');
    await popup.page.getByRole('button', { name: 'Finish, stay paused' }).click();
    await expect.poll(() => openedPages(desk).toSorted(), SOON).toEqual(afterSale(desk));
    expect(await readSession(desk)).toMatchObject({ endedCalls: [] });
  });

  test('one that was set in the agent screen is read from the lead, by the second login', async ({ desk }) => {
    const { screen, popup } = await waitForCalls(desk, { afterCallPages: pages(desk) }, true);
    await handOver(desk);
    await popup.expectText('Talking');
    await screen.hangUp();
    await screen.setDisposition('Sale Made');
    await expect.poll(() => openedPages(desk).toSorted(), SOON).toEqual(afterSale(desk));
  });
});
