import { originPattern } from '../../lib/platform/origin-pattern.ts';
import { forceNoPauseCodes, isFocused, workByKeyboard } from '../steps/keyboard.ts';
import { createControls } from './fixtures/controls.ts';
import { givePermission } from './fixtures/site-permission.ts';
import { expect, test } from './fixtures/test.ts';

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
