import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type { AgentScreen } from '../../tests/e2e/fixtures/agent-screen.ts';
import { type Desk, openDesk } from '../../tests/e2e/fixtures/desk.ts';
import { buttonBeside, pageButtons, pressButtonBeside } from '../../tests/e2e/fixtures/page-buttons.ts';
import type { PopupPage } from '../../tests/e2e/fixtures/popup-page.ts';
import { openToolbarPopup } from '../../tests/e2e/fixtures/toolbar-popup.ts';
import { demoLogins } from './demo-logins.ts';
import { fillLists } from './fill-lists.ts';
import { createSteps } from './steps.ts';

/** The way of an agent through one call, walked without a display and checked at every step. */
const NUMBER = '(415) 555-0132';
const E164_WORDS = '+1 415 555 0132';
// What was expected and what was there; the retries of an expectation fill pages after that.
const REASON_LINES = 12;
/** As in the README's table of commands. */
const PORT = 8180;
const FOLDER = fileURLToPath(new URL('../../.output/tour/', import.meta.url));

const { step } = createSteps();
/** What was taken, in that order. */
const pictures: string[] = [];
await mkdir(FOLDER, { recursive: true });

let desk: Desk | null = null;
try {
  desk = await step('A browser with Dialside, the simulated dialer and the demo CRM are up', () => openDesk());
  await walk(desk);
  console.log(
    `\nThe call reached "talking" and was brought to its end. Pictures in ${FOLDER}:\n${pictures.join('\n')}`,
  );
  console.log(
    `\nTo try it by hand: npm run dialer -- --port ${PORT}, and a browser with Dialside in it (README, "Try it").\n\n${demoLogins(`http://127.0.0.1:${PORT}`)}`,
  );
} catch (error) {
  console.error(`\n${String(error).split('\n').slice(0, REASON_LINES).join('\n')}`);
  process.exitCode = 1;
} finally {
  await desk?.close();
}

async function walk(desk: Desk): Promise<void> {
  const screen = await step('Agent 1000 logs in to the agent screen', () => desk.openAgentScreen());
  const popup = await step('The agent signs in to Dialside by typing', () => desk.signIn());
  await step('The lists of the campaign are pasted into the options', () => fillLists(desk));
  const crm = await step('The agent opens the CRM', () => desk.openCrm());
  await step('The agent turns Dialside on for the CRM in the toolbar popup', () => desk.enableSite(crm));
  await step(`A button stands beside ${NUMBER}`, () => expectLabel(crm, `Call ${E164_WORDS}`));
  await picture(crm, 'crm');
  await step('The agent clicks it', () => pressButtonBeside(crm, NUMBER));
  await step('The dialer got one request and rings the customer', () => desk.expectDialRequests(1));
  await step('The customer answers at the dialer', () => expectAnswered(desk));
  await step('Dialside says "Talking" in the popup', () => popup.expectStage('Talking'));
  await step('Dialside says so beside the number', () => expectLabel(crm, 'Talking'));
  await picture(crm, 'crm-talking');
  await picture(popup.page, 'popup-talking');
  await picture(screen.page, 'agent-screen-talking');
  await step('The toolbar popup shows the same', () => pictureOfToolbarPopup(desk, crm));
  await finish(popup, screen);
  await picture(popup.page, 'popup');
  await step('The options page opens', () => pictureOfOptions(desk));
}

async function finish(popup: PopupPage, screen: AgentScreen): Promise<void> {
  await step('The agent hangs up in the popup', () => popup.press('Hang up'));
  await step('The popup asks for a disposition', () => popup.expectStage('Wrap-up'));
  await step('The agent sets one in the agent screen', () => screen.setDisposition('No Answer'));
  await step('The call is over', () => popup.expectStage('Call ended'));
  await step('The agent is paused, as before it', () => popup.expectText('Paused'));
  await step('The agent goes ready', () => popup.press('Go ready'));
  await step('The dialer has made the agent ready', () => popup.expectText('Ready'));
  await step('The agent pauses', () => popup.press('Pause'));
  await step('The dialer has paused the agent', () => popup.expectText('Paused'));
}

async function expectLabel(page: Page, part: string): Promise<void> {
  const labels = async () => (await pageButtons(page)).map(({ label }) => label).join('\n');
  await expect.poll(labels, { timeout: 15_000 }).toContain(part);
  expect((await buttonBeside(page, NUMBER)).label).toContain(part);
}

async function expectAnswered({ dialer }: Desk): Promise<void> {
  const channel = () => dialer.world.live_agents.find(({ user }) => user === '1000')?.channel;
  await expect.poll(channel, { timeout: 15_000 }).toMatch(/^SIP\//);
}

async function pictureOfToolbarPopup({ extension }: Desk, crm: Page): Promise<void> {
  const popup = await openToolbarPopup(extension, crm);
  await popup.expectText('Talking');
  await popup.screenshot(`${FOLDER}toolbar-popup.png`);
  pictures.push('  toolbar-popup.png');
  await popup.close();
}

async function pictureOfOptions({ extension }: Desk): Promise<void> {
  const page = await extension.context.newPage();
  await page.goto(extension.url('options.html'));
  await expect(page.locator('main')).toBeVisible();
  await picture(page, 'options', true);
  await page.close();
}

async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${FOLDER}${name}-${colorScheme}.png`, fullPage });
    pictures.push(`  ${name}-${colorScheme}.png`);
  }
  await page.emulateMedia({ colorScheme: null });
}
