import { forceNoPauseCodes, isFocused, workByKeyboard } from '../steps/keyboard.ts';
import { openPopupPage } from './fixtures/popup-page.ts';
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
