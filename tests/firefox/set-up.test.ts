import { AGENT, STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import { eventually } from '../patience.ts';
import { findUser } from '../simulator/world.ts';
import { createControls } from './fixtures/controls.ts';
import type { Desk } from './fixtures/desk.ts';
import { askFrom } from './fixtures/extension-requests.ts';
import { readStorage } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';
import type { Tab } from './tab.ts';

const PATIENCE = { timeout: 20_000 };
// Some thirty questions, half a second apart.
const CHECKED = { timeout: 60_000 };
const PASSWORDS = new RegExp(`${AGENT.password}|${STATUS_LOGIN.password}`);

test('the set-up check says what to change, is right once it is changed, and calls nobody', async ({ desk }) => {
  Object.assign(findUser(desk.dialer.world, '1000')!, { agentcall_manual: '0' });
  await desk.signIn();
  const tab = await desk.firefox.openTab(desk.firefox.url('setup.html'));
  const page = createControls(tab);
  await page.press('Check');
  await expect.poll(() => page.text(), CHECKED).toContain('set Agent Call Manual to exactly 1');
  Object.assign(findUser(desk.dialer.world, '1000')!, { agentcall_manual: '1' });
  await page.press('Check again');
  await expect.poll(() => page.text(), CHECKED).toContain('All is well: nothing has to be changed.');
  expect(desk.dialer.world.live_agents.map(({ external_dial }) => external_dial).join('')).toBe('');
});

test('is reached from a refusal at the sign-in, and checks a login with which nobody can sign in', async ({ desk }) => {
  Object.assign(findUser(desk.dialer.world, AGENT.user)!, { vdc_agent_api_access: '0' });
  const panel = await desk.signInByForm({ withStatusLogin: false });
  await panel.press('Check the set-up');
  const tab = await setUpTab(desk);
  const page = createControls(tab);
  await expect.poll(async () => (await page.field('Server address')).value, PATIENCE).toBe(desk.dialer.url);
  await page.fill('User', AGENT.user);
  await page.fill('Password', AGENT.password);
  await page.press('Check');
  await expect.poll(() => page.text(), CHECKED).toContain(`User ${AGENT.user}: set Agent API Access to 1.`);
  const { onDisk, inMemory } = await readStorage(tab);
  expect(`${onDisk}${inMemory}`).not.toMatch(PASSWORDS);
});

test('is answered to its own page alone', async ({ desk }) => {
  const { tab } = await desk.signIn();
  desk.dialer.log.clear();
  expect(await askFrom(tab, 'setUp.check')).toContain('notSignedIn');
  expect(desk.dialRequests()).toEqual([]);
});

/** Once it has been opened. */
function setUpTab({ firefox }: Desk): Promise<Tab> {
  return eventually(async () => {
    for (const tab of await firefox.tabs()) if ((await tab.url()).startsWith(firefox.url('setup.html'))) return tab;
    throw new Error('The page of the set-up check has not been opened.');
  });
}
