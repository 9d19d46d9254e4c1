import { originPattern } from '../../lib/platform/origin-pattern.ts';
import { type LockDesk, type LockPanel, lockSteps, PIN, permissionSteps } from '../steps/lock.ts';
import type { Desk, PanelTab } from './fixtures/desk.ts';
import { desktopOf } from './fixtures/desktop-double.ts';
import { stopEventPage } from './fixtures/event-page.ts';
import { takePermission } from './fixtures/site-permission.ts';
import { createStepPanel } from './fixtures/step-desk.ts';
import { changeSession, changeVault, readStorage } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';
import type { Tab } from './tab.ts';

const PATIENCE = { timeout: 30_000 };

for (const [name, walk] of Object.entries({ ...lockSteps, ...permissionSteps }))
  test(name, ({ desk }) => walk(lockDesk(desk)));

function lockDesk(desk: Desk): LockDesk {
  const { dialer, firefox } = desk;
  const tabs = new WeakMap<LockPanel, Tab>();
  const panelOf = (tab: PanelTab): LockPanel => {
    const panel = lockPanel(tab, firefox.url('popup.html'));
    tabs.set(panel, tab.tab);
    return panel;
  };
  const tabOf = (panel: LockPanel) => {
    const tab = tabs.get(panel);
    if (!tab) throw new Error('This panel is no tab of the desk.');
    return tab;
  };
  return {
    dialer,
    openAgentScreen: desk.openAgentScreen,
    signIn: async () => panelOf(await desk.signIn()),
    async signInWithPin() {
      const panel = await desk.signInByForm({ pin: PIN, withStatusLogin: false });
      await panel.expectText('Sign out');
      return panelOf(panel);
    },
    async leave(panel) {
      await desktopOf(firefox).leave();
      const inMemory = async () => (await readStorage(tabOf(panel))).inMemory;
      await expect.poll(inMemory, PATIENCE).toMatch(/"awaySince":\d/);
    },
    async wakeUp(panel, awaySince) {
      await changeSession(tabOf(panel), { awaySince });
      await stopEventPage(firefox);
      await desktopOf(firefox).comeBack();
    },
    takePermission: () => takePermission(firefox, [originPattern(dialer.url)]),
  };
}

function lockPanel(panel: PanelTab, address: string): LockPanel {
  const { tab, press, fill, expectText, expectStage } = panel;
  return {
    press,
    fill,
    expectText,
    expectStage,
    dial: createStepPanel(panel).dial,
    reload: () => tab.goto(address),
    stored: () => readStorage(tab),
    changeVault: (change) => changeVault(tab, change),
  };
}
