import { type RecordDesk, record } from '../steps/record.ts';
import { chooseFromMenu } from './fixtures/context-menu.ts';
import type { Desk } from './fixtures/desk.ts';
import type { ExtensionGlobal } from './fixtures/extension.ts';
import { boxOfText } from './fixtures/page-buttons.ts';
import { createStepPage, createStepPanel } from './fixtures/step-desk.ts';
import { test } from './fixtures/test.ts';

function sitDown(desk: Desk): RecordDesk {
  const { extension } = desk;
  return {
    ...desk,
    async signIn() {
      const popup = await desk.signIn();
      return {
        ...createStepPanel(popup),
        pressTwice: (name) => popup.page.getByRole('button', { name, exact: true }).dblclick(),
        choose: async (label, entry) => void (await popup.page.getByLabel(label, { exact: true }).selectOption(entry)),
        unfold: (words) => popup.page.getByText(words, { exact: true }).first().click(),
        valueOf: (label) => popup.page.getByLabel(label, { exact: true }).first().inputValue(),
      };
    },
    async openEnabled(path) {
      const page = await desk.openCrm(path);
      await desk.enableSite(page);
      return {
        ...createStepPage(extension, page),
        beginToPoint: () => chooseFromMenu(extension, { menuItemId: 'pickRecord' }),
        async clickText(text) {
          const { x, y } = await boxOfText(page.mainFrame(), text);
          await page.mouse.click(x + 2, y + 2);
        },
        strikeEnter: () => page.keyboard.press('Enter'),
      };
    },
    readSettings: async () => {
      const page = await extension.context.newPage();
      await page.goto(extension.url('options.html'));
      const settings = await page.evaluate(async () => {
        const { chrome } = globalThis as ExtensionGlobal;
        return JSON.stringify(await chrome.runtime.sendMessage({ dialside: 'settings.read', payload: null }));
      });
      await page.close();
      return settings;
    },
  };
}

for (const [name, take] of Object.entries(record)) {
  test(name, ({ desk }) => take(sitDown(desk)));
}
