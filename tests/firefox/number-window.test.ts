import { letReadLeads, type NumberDesk, type NumberPage, RECORD } from '../steps/number-desk.ts';
import { numberWindow, numberWindowAlone } from '../steps/number-window.ts';
import { createControls } from './fixtures/controls.ts';
import type { Desk, PanelTab } from './fixtures/desk.ts';
import { askFrom } from './fixtures/extension-requests.ts';
import { middleOf, pageButtons, pressButtonBeside } from './fixtures/page-buttons.ts';
import { expect, test } from './fixtures/test.ts';
import type { Tab } from './tab.ts';

const PATIENCE = { timeout: 20_000 };

async function numbersIn({ firefox }: Desk): Promise<readonly Tab[]> {
  const tabs = await firefox.tabs();
  const addresses = await Promise.all(tabs.map((tab) => tab.url()));
  return tabs.filter((_, at) => addresses[at]?.includes('/number.html'));
}

async function openNumber(desk: Desk, panel: PanelTab, e164: string): Promise<NumberPage> {
  expect(await askFrom(panel.tab, 'number.show', { e164 })).toBe('{"value":null}');
  return shownNumber(desk);
}

/** Once it has taken the place of the one before. */
async function shownNumber(desk: Desk, before?: Tab): Promise<NumberPage> {
  const shown = async () => (await numbersIn(desk)).filter(({ handle }) => handle !== before?.handle);
  await expect.poll(async () => (await shown()).length, PATIENCE).toBe(1);
  const [tab] = await shown();
  return pageOf(tab!);
}

function pageOf(tab: Tab): NumberPage {
  return { ...tab, ...createControls(tab), address: tab.url };
}

async function openFromRecord(desk: Desk, panel: PanelTab): Promise<NumberPage> {
  await askFrom(panel.tab, 'settings.write', { recordRules: RECORD.rules });
  const crm = await desk.openCrm(RECORD.page);
  await desk.enableSite(crm);
  await pressButtonBeside(crm, RECORD.number, { button: 'right' });
  const more = async () => (await pageButtons(crm)).find(({ label }) => label === 'More');
  await expect.poll(more, PATIENCE).toBeDefined();
  await crm.click(middleOf((await more())!.box));
  return shownNumber(desk);
}

async function sitDown(desk: Desk, withStatusLogin: boolean): Promise<NumberDesk> {
  letReadLeads(desk.dialer);
  await desk.openAgentScreen();
  const panel = await desk.signIn({ withStatusLogin });
  return {
    ...desk,
    openNumber: (e164) => openNumber(desk, panel, e164),
    openFromRecord: () => openFromRecord(desk, panel),
    async openByPanel(name) {
      const [before] = await numbersIn(desk);
      await panel.tab.bringToFront();
      await panel.press(name);
      return shownNumber(desk, before);
    },
    openTab: async (address) => pageOf(await desk.firefox.openTab(address)),
    pressInPanel: async (name) => {
      await panel.tab.bringToFront();
      await panel.press(name);
    },
    writeSettings: async (settings) => void (await askFrom(panel.tab, 'settings.write', settings)),
    ask: (name, payload) => askFrom(panel.tab, name, payload),
    countNumbers: async () => (await numbersIn(desk)).length,
    signOut: async () => void (await askFrom(panel.tab, 'session.signOut')),
  };
}

for (const [name, take] of Object.entries(numberWindow)) {
  test(name, async ({ desk }) => take(await sitDown(desk, true)));
}

for (const [name, take] of Object.entries(numberWindowAlone)) {
  test(name, async ({ desk }) => take(await sitDown(desk, false)));
}
