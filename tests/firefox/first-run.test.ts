import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import type { Firefox } from './firefox.ts';
import { createControls } from './fixtures/controls.ts';
import { buttonBeside } from './fixtures/page-buttons.ts';
import { answerPermissionPrompt } from './fixtures/permission-prompt.ts';
import { expect, test } from './fixtures/test.ts';

const NUMBER = '(415) 555-0132';
/** What an agent is promised. */
const PROMISED_MS = 120_000;

/** The page with which an install begins. */
async function newAgent(firefox: Firefox) {
  await firefox.startOver({ keepsFirstPage: true });
  for (const tab of await firefox.tabs())
    if ((await tab.url()) === firefox.url('welcome.html')) return { tab, ...createControls(tab) };
  throw new Error('No page of the first steps.');
}

test('from the install to the first call, with a Yes to each question of the browser', async ({ desk }) => {
  const { firefox, dialer } = desk;
  const page = await newAgent(firefox);
  const began = Date.now();
  await desk.openAgentScreen();
  const crm = await desk.openCrm();
  await page.tab.bringToFront();

  await page.fill('Server address', `${dialer.url}/agc/vicidial.php?VD_login=1000&VD_pass=${AGENT.password}`);
  await page.press('Find VICIdial');
  expect(await answerPermissionPrompt(firefox, 'Allow')).toContain('127.0.0.1');
  await page.expectText('Sign in as in the agent screen');
  await page.fill('User', AGENT.user);
  await page.fill('Password', AGENT.password);
  await page.press('Connect');
  await page.expectText('Can you hear and be heard?');
  await page.press('Yes, my phone is connected');
  await page.expectText('Your phone is connected');
  await page.press('Next');
  await page.fill('Address of your CRM', desk.crmUrl);
  await page.press('Turn on');
  expect(await answerPermissionPrompt(firefox, 'Allow')).toContain('crm.example');
  await page.expectText('Numbers are found on');
  await expect
    .poll(async () => (await buttonBeside(crm, NUMBER)).label, { timeout: 20_000 })
    .toBe('Call +1 415 555 0132');
  await page.tab.bringToFront();
  await page.press('Next');
  expect(desk.dialRequests()).toEqual([]);
  await page.fill('Number to call', NUMBER);
  await page.press('Call');
  await page.expectStage(/On the call|Talking/);
  await page.expectText('It works.');
  const tookMs = Date.now() - began;
  console.log(`install to first call: ${(tookMs / 1_000).toFixed(1)} s`);
  expect(tookMs).toBeLessThan(PROMISED_MS);
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
