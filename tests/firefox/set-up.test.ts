import { findUser } from '../simulator/world.ts';
import { createControls } from './fixtures/controls.ts';
import { expect, test } from './fixtures/test.ts';

test('the set-up check says what to change, and calls nobody', async ({ desk }) => {
  Object.assign(findUser(desk.dialer.world, '1000')!, { agentcall_manual: '0' });
  await desk.signIn();
  const tab = await desk.firefox.openTab(desk.firefox.url('setup.html'));
  const page = createControls(tab);
  await page.press('Check');
  await expect.poll(() => page.text(), { timeout: 60_000 }).toContain('set Agent Call Manual to exactly 1');
  expect(desk.dialer.world.live_agents.map(({ external_dial }) => external_dial).join('')).toBe('');
});
