import { originPattern } from '../../lib/platform/origin-pattern.ts';
import { type LockDesk, type LockPanel, lockSteps, PIN, permissionSteps } from '../steps/lock.ts';
import type { Firefox } from './firefox.ts';
import type { Desk, PanelTab } from './fixtures/desk.ts';
import { desktopOf } from './fixtures/desktop-double.ts';
import { stopEventPage } from './fixtures/event-page.ts';
import { takePermission } from './fixtures/site-permission.ts';
import { createStepPanel } from './fixtures/step-desk.ts';
import { changeSession, changeVault, readStorage } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';

const PATIENCE = { timeout: 30_000 };

for (const [name, walk] of Object.entries({ ...lockSteps, ...permissionSteps }))
  test(name, ({ desk }) => walk(lockDesk(desk)));

function lockDesk(desk: Desk): LockDesk {
  const { dialer, firefox } = desk;
  return {
    dialer,
    openAgentScreen: desk.openAgentScreen,
    signIn: async () => lockPanel(firefox, await desk.signIn()),
    async signInWithPin() {
      const panel = await desk.signInByForm({ pin: PIN, withStatusLogin: false });
      await panel.expectText('Sign out');
      return lockPanel(firefox, panel);
    },
    takePermission: () => takePermission(firefox, [originPattern(dialer.url)]),
  };
}

function lockPanel(firefox: Firefox, panel: PanelTab): LockPanel {
  const { tab, press, fill, expectText, expectStage } = panel;
  return {
    press,
    fill,
    expectText,
    expectStage,
    dial: createStepPanel(panel).dial,
    reload: () => tab.goto(firefox.url('popup.html')),
    stored: () => readStorage(tab),
    changeVault: (change) => changeVault(tab, change),
    async leave() {
      await desktopOf(firefox).leave();
      const inMemory = async () => (await readStorage(tab)).inMemory;
      await expect.poll(inMemory, PATIENCE).toMatch(/"awaySince":\d/);
    },
    async wakeUp(awaySince) {
      await changeSession(tab, { awaySince });
      await stopEventPage(firefox);
      await desktopOf(firefox).comeBack();
    },
  };
}
