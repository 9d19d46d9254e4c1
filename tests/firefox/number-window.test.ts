import { letReadLeads, type NumberPage, numberWindow } from '../steps/number-window.ts';
import { createControls } from './fixtures/controls.ts';
import type { Desk, PanelTab } from './fixtures/desk.ts';
import { askFrom } from './fixtures/extension-requests.ts';
import { expect, test } from './fixtures/test.ts';
import type { Tab } from './tab.ts';

const PATIENCE = { timeout: 20_000 };

async function openNumber({ firefox }: Desk, panel: PanelTab, e164: string): Promise<NumberPage> {
  expect(await askFrom(panel.tab, 'number.show', { e164 })).toBe('{"value":null}');
  const find = async () => {
    for (const tab of await firefox.tabs()) if ((await tab.url()).includes('/number.html')) return tab;
    return null;
  };
  await expect.poll(find, PATIENCE).not.toBeNull();
  const tab = (await find()) as Tab;
  return { ...tab, ...createControls(tab), address: tab.url };
}

for (const [name, take] of Object.entries(numberWindow)) {
  test(name, async ({ desk }) => {
    letReadLeads(desk.dialer);
    await desk.openAgentScreen();
    const panel = await desk.signIn({ withStatusLogin: true });
    await take({ ...desk, openNumber: (e164) => openNumber(desk, panel, e164) });
  });
}
