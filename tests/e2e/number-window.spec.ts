import type { Page } from '@playwright/test';
import { letReadLeads, type NumberDesk, type NumberPage, RECORD } from '../steps/number-desk.ts';
import { numberWindow, numberWindowAlone } from '../steps/number-window.ts';
import type { Desk } from './fixtures/desk.ts';
import { buttonBeside, menuEntry, press } from './fixtures/page-buttons.ts';
import { expect, test } from './fixtures/test.ts';

// As long as a machine needs that is busy with something else.
const PATIENCE = { timeout: 30_000 };

/** Asks the background as the panel does. */
function ask(panel: Page, name: string, payload: unknown = null): Promise<string> {
  return panel.evaluate(
    async (message) => {
      const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
      return JSON.stringify(await runtime.sendMessage(message));
    },
    { dialside: name, payload },
  );
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

async function openFromRecord(desk: Desk, panel: Page): Promise<NumberPage> {
  await ask(panel, 'settings.write', { recordRules: RECORD.rules });
  const crm = await desk.openCrm(RECORD.page);
  await desk.enableSite(crm);
  return worked(await openFromPage(desk, crm, RECORD.number));
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
    async reload() {
      await page.reload();
    },
    evaluate: (task) => page.evaluate(task) as Promise<Awaited<ReturnType<typeof task>>>,
  };
}

async function sitDown(desk: Desk, withStatusLogin: boolean): Promise<NumberDesk> {
  letReadLeads(desk.dialer);
  await desk.openAgentScreen();
  const { page: panel } = await desk.signIn({ withStatusLogin });
  const { context } = desk.extension;
  const opened = async (open: Promise<unknown>) => {
    const [page] = await Promise.all([context.waitForEvent('page'), open]);
    await expect(page.locator('h1')).toHaveText(/\+/, PATIENCE);
    return worked(page);
  };
  return {
    ...desk,
    openNumber: (e164) => opened(ask(panel, 'number.show', { e164 })),
    openFromRecord: () => openFromRecord(desk, panel),
    openByPanel: (name) => opened(panel.getByRole('button', { name }).first().click(PATIENCE)),
    async openTab(address) {
      const page = await context.newPage();
      await page.goto(address);
      return worked(page);
    },
    pressInPanel: async (name) => {
      await panel.bringToFront();
      await panel.getByRole('button', { name, exact: true }).click(PATIENCE);
    },
    writeSettings: async (settings) => void (await ask(panel, 'settings.write', settings)),
    ask: (name, payload) => ask(panel, name, payload),
    countNumbers: async () => context.pages().filter((page) => page.url().includes('/number.html')).length,
    signOut: async () => void (await ask(panel, 'session.signOut')),
  };
}

for (const [name, take] of Object.entries(numberWindow)) {
  test(name, async ({ desk }) => take(await sitDown(desk, true)));
}

for (const [name, take] of Object.entries(numberWindowAlone)) {
  test(name, async ({ desk }) => take(await sitDown(desk, false)));
}
