import { originPattern } from '../../lib/platform/origin-pattern.ts';
import { commandKeys, forceNoPauseCodes, isFocused, workByKeyboard } from '../steps/keyboard.ts';
import { createControls } from './fixtures/controls.ts';
import { openEmbeddedPage } from './fixtures/embedded-page.ts';
import { keysOf } from './fixtures/extension-requests.ts';
import { givePermission } from './fixtures/site-permission.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';

const POPUP = { frame: null, selector: 'browser.webextension-popup-browser' };
const PATIENCE = { timeout: 20_000 };

test('signing in, pausing, dialling and hanging up take no mouse', async ({ desk }) => {
  const { firefox, dialer } = desk;
  forceNoPauseCodes(dialer);
  await desk.openAgentScreen();
  // The browser's own question is answered in the tests of signing in.
  await givePermission(firefox, [originPattern(dialer.url)]);
  const tab = await firefox.openTab(firefox.url('popup.html'));
  const controls = createControls(tab);
  await controls.expectText('Server address');
  await tab.bringToFront();
  const keys = {
    press: tab.strike,
    type: tab.type,
    isAt: (name: string) => tab.inspect(isFocused, name),
  };
  await workByKeyboard(keys, controls, dialer);
  await desk.expectDialRequests(1);
  await expect.poll(() => dialer.log.requests({ function: 'external_hangup' }).length, PATIENCE).toBe(1);
});

test('the browser gives every key that Dialside suggests, and keeps none for itself', async ({ desk }) => {
  const { firefox } = desk;
  const page = await firefox.openTab(firefox.url('options.html'));
  const { suggested, given } = await keysOf(page);
  expect(suggested).toHaveLength(4);
  expect(given.toSorted()).toEqual(suggested.toSorted());
  // With Shift, too, a letter of the menu bar opens its menu, and is no command's.
  const letters = await firefox.chrome.inspect(() =>
    [...document.querySelectorAll('#main-menubar > menu')].map((menu) => menu.getAttribute('accesskey')),
  );
  expect(letters).toContain('H');
  expect(suggested.filter((keys) => letters.some((letter) => keys.endsWith(`+${letter?.toUpperCase()}`)))).toEqual([]);
  // The first of them, struck: the others are in the tests of what they do.
  await firefox.chrome.strike('Alt+Shift+D');
  const popup = await openEmbeddedPage(firefox, POPUP);
  await createControls(popup).expectText('Server address');
});

for (const [name, take] of Object.entries(commandKeys)) {
  test(name, ({ desk }) => take(createStepDesk(desk)));
}
