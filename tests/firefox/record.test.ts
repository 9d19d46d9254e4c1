import { type RecordDesk, record } from '../steps/record.ts';
import { chooseFromMenu } from './fixtures/context-menu.ts';
import type { Desk, PanelTab } from './fixtures/desk.ts';
import { askFrom } from './fixtures/extension-requests.ts';
import { boxOfText, middleOf } from './fixtures/page-buttons.ts';
import { createStepPage, createStepPanel } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';

function sitDown(desk: Desk): RecordDesk {
  let panel: PanelTab | null = null;
  return {
    ...desk,
    async signIn() {
      const signedIn = await desk.signIn();
      panel = signedIn;
      const { pressTwice, choose, press, field } = signedIn;
      return {
        ...createStepPanel(signedIn),
        ...{ pressTwice, choose, unfold: press },
        valueOf: async (label) => (await field(label)).value,
      };
    },
    async openEnabled(path) {
      const tab = await desk.openCrm(path);
      await desk.enableSite(tab);
      return {
        ...createStepPage(tab),
        beginToPoint: async () =>
          chooseFromMenu(desk.firefox, tab, middleOf(await boxOfText(tab, 'Recent activity')), /^Point at the record/),
        clickText: async (text) => tab.click(middleOf(await boxOfText(tab, text))),
        strikeEnter: () => tab.strike('Enter'),
      };
    },
    readSettings: () => (panel ? askFrom(panel.tab, 'settings.read') : expect.fail('Nobody is signed in.')),
  };
}

for (const [name, take] of Object.entries(record)) {
  test(name, ({ desk }) => take(sitDown(desk)));
}
