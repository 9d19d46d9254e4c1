import { letReadLeads, type NumberPage, numberWindow, RECORD } from '../steps/number-window.ts';
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

async function shownNumber(desk: Desk): Promise<NumberPage> {
  await expect.poll(async () => (await numbersIn(desk)).length, PATIENCE).toBe(1);
  const [tab] = (await numbersIn(desk)) as readonly [Tab];
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

for (const [name, take] of Object.entries(numberWindow)) {
  test(name, async ({ desk }) => {
    letReadLeads(desk.dialer);
    await desk.openAgentScreen();
    const panel = await desk.signIn({ withStatusLogin: true });
    await take({
      ...desk,
      openNumber: (e164) => openNumber(desk, panel, e164),
      openFromRecord: () => openFromRecord(desk, panel),
      countNumbers: async () => (await numbersIn(desk)).length,
      signOut: async () => void (await askFrom(panel.tab, 'session.signOut')),
    });
  });
}
