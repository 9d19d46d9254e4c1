import { commandKeys, forceNoPauseCodes, isFocused, workByKeyboard } from '../steps/keyboard.ts';
import type { ExtensionGlobal } from './fixtures/extension.ts';
import { openPopupPage } from './fixtures/popup-page.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';

test('signing in, pausing, dialling and hanging up take no mouse', async ({ desk }) => {
  forceNoPauseCodes(desk.dialer);
  await desk.openAgentScreen();
  const popup = await openPopupPage(desk.extension);
  const { page } = popup;
  await page.bringToFront();
  const keys = {
    press: (key: string) => page.keyboard.press(key),
    type: (text: string) => page.keyboard.type(text),
    isAt: (name: string) => page.evaluate(isFocused, name),
  };
  await workByKeyboard(keys, popup, desk.dialer);
  await expect(page.getByRole('button', { name: 'Hang up' })).toBeHidden({ timeout: 30_000 });
  await desk.expectDialRequests(1);
  await expect.poll(() => desk.dialer.log.requests({ function: 'external_hangup' }).length).toBe(1);
});

test('the browser gives every key that Dialside suggests, and keeps none for itself', async ({ desk }) => {
  const { worker } = desk.extension;
  const [given, suggested] = await worker.evaluate(async () => {
    const { commands, runtime } = (globalThis as ExtensionGlobal).chrome;
    const asked = Object.values(runtime.getManifest().commands ?? {}).flatMap(({ suggested_key }) =>
      typeof suggested_key === 'object' ? (suggested_key.default ?? []) : [],
    );
    return [(await commands.getAll()).flatMap(({ shortcut }) => shortcut || []), asked];
  });
  expect(suggested).toHaveLength(4);
  expect(given.sort()).toEqual(suggested.sort());
});

for (const [name, take] of Object.entries(commandKeys)) {
  test(name, ({ desk }) => take(createStepDesk(desk)));
}
