import { letReadLeads, type NumberPage, numberWindow } from '../steps/number-window.ts';
import { createControls } from './fixtures/controls.ts';
import type { Desk, PanelTab } from './fixtures/desk.ts';
import { askFrom } from './fixtures/extension-requests.ts';
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
  await expect.poll(async () => (await numbersIn(desk)).length, PATIENCE).toBe(1);
  const [tab] = (await numbersIn(desk)) as readonly [Tab];
  return { ...tab, ...createControls(tab), address: tab.url };
}

for (const [name, take] of Object.entries(numberWindow)) {
  test(name, async ({ desk }) => {
    letReadLeads(desk.dialer);
    await desk.openAgentScreen();
    const panel = await desk.signIn({ withStatusLogin: true });
    await take({
      ...desk,
      openNumber: (e164) => openNumber(desk, panel, e164),
      countNumbers: async () => (await numbersIn(desk)).length,
      signOut: async () => void (await askFrom(panel.tab, 'session.signOut')),
    });
  });
}
