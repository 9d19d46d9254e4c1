import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import { FIRST_NUMBER, workFirstCall } from '../steps/first-call.ts';
import { isFocused } from '../steps/keyboard.ts';
import type { Firefox } from './firefox.ts';
import { createControls } from './fixtures/controls.ts';
import { buttonBeside } from './fixtures/page-buttons.ts';
import { answerPermissionPrompt } from './fixtures/permission-prompt.ts';
import { createStepPanel } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';

/** The page with which an install begins. */
async function newAgent(firefox: Firefox) {
  await firefox.startOver({ keepsFirstPage: true });
  for (const tab of await firefox.tabs())
    if ((await tab.url()) === firefox.url('welcome.html')) return { tab, ...createControls(tab) };
  throw new Error('No page of the first steps.');
}

// By keys in the pages of Dialside: the browser's own questions are answered by the mouse, as in every test.
test('from the install to the first call, its disposition and a pause, by keys alone', async ({ desk }) => {
  const { firefox, dialer } = desk;
  const { tab, ...page } = await newAgent(firefox);
  await desk.openAgentScreen();
  const crm = await desk.openCrm();
  await tab.bringToFront();
  const { goto, writeSettings } = createStepPanel({ tab, ...page });
  await workFirstCall({
    dialer,
    crmUrl: desk.crmUrl,
    keys: { press: tab.strike, type: tab.type, isAt: (name) => tab.inspect(isFocused, name) },
    page: { ...page, goto, writeSettings },
    async allow(host) {
      expect(await answerPermissionPrompt(firefox, 'Allow')).toContain(host);
    },
    async expectButton() {
      const label = async () => (await buttonBeside(crm, FIRST_NUMBER)).label;
      await expect.poll(label, { timeout: 20_000 }).toBe('Call +1 415 555 0132');
      await tab.bringToFront();
    },
    dialRequests: desk.dialRequests,
  });
  await desk.expectDialRequests(1);
});

test('a No to the browser’s question asks nobody, and can be thought over', async ({ desk }) => {
  const page = await newAgent(desk.firefox);
  await page.fill('Server address', desk.dialer.url);
  await page.press('Find VICIdial');
  await answerPermissionPrompt(desk.firefox, 'Deny');
  await page.expectText('Without the browser’s permission Dialside cannot ask');
  expect(desk.dialer.log.requests()).toEqual([]);
  await page.press('Find VICIdial');
  await answerPermissionPrompt(desk.firefox, 'Allow');
  await page.expectText('Sign in as in the agent screen');
  await page.fill('User', AGENT.user);
  await page.fill('Password', 'wrongpass');
  await page.press('Connect');
  await page.expectText(
    'Wrong user or password. Use those of your VICIdial user, not of your phone. It was tried once',
  );
  expect(desk.dialer.log.requests().filter(({ parameters }) => 'pass' in parameters)).toHaveLength(1);
});
