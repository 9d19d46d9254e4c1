import { vi } from 'vitest';
import { chooseFromMenu } from './fixtures/context-menu.ts';
import { stopEventPage } from './fixtures/event-page.ts';
import { boxOfText, buttonBeside, middleOf, pageButtons } from './fixtures/page-buttons.ts';
import { answerPermissionPrompt } from './fixtures/permission-prompt.ts';
import { questionWindow, questionWindows } from './fixtures/question-window.ts';
import { createStepPanel } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';
import type { Tab } from './tab.ts';

const NUMBER = '(415) 555-0132';

test('a selected number is dialled from the real context menu of a page Dialside may not read', async ({ desk }) => {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  const crm = await desk.openCrm();
  await select(crm, NUMBER);
  await chooseFromMenu(desk.firefox, crm, middleOf(await boxOfText(crm, NUMBER)), /Call .*555-0132/);
  await panel.expectStage('Talking');
  expect(desk.dialRequests()[0]?.parameters).toMatchObject({ phone_code: '1', value: '4155550132' });
});

test('a tel: link is dialled after Dialside has shown its number and the agent has agreed, and not when he declines', async ({
  desk,
}) => {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  const crm = await desk.openCrm('contact.html');
  const chooseLink = async () =>
    chooseFromMenu(desk.firefox, crm, middleOf(await boxOfText(crm, 'call-back line')), /^Call this number/);
  await chooseLink();
  await (await questionWindow(desk.firefox)).press('Don’t call');
  await expect.poll(() => questionWindows(desk.firefox), { timeout: 20_000 }).toEqual([]);
  await crm.bringToFront();
  await chooseLink();
  const question = await questionWindow(desk.firefox);
  await question.expectText('+1 415 555 0158');
  expect(desk.dialRequests()).toEqual([]);
  await question.press('Call');
  await panel.expectStage('Talking');
  await desk.expectDialRequests(1);
});

test('a site is enabled from the menu, although the event page sleeps when it is chosen', async ({ desk }) => {
  const crm = await desk.openCrm();
  await stopEventPage(desk.firefox);
  await chooseFromMenu(desk.firefox, crm, middleOf(await boxOfText(crm, 'Ten of')), /this site/);
  expect(await answerPermissionPrompt(desk.firefox, 'Allow')).toContain('crm.example');
  await buttonBeside(crm, NUMBER);
});

test('numbers are found once on a page, without a question, until the page is left', async ({ desk }) => {
  const crm = await desk.openCrm();
  await chooseFromMenu(desk.firefox, crm, middleOf(await boxOfText(crm, 'Ten of')), /here once/);
  await buttonBeside(crm, NUMBER);
  await crm.goto(`${desk.crmUrl}/board.html`);
  await expect.poll(() => crm.evaluate(() => document.body.innerText), { timeout: 10_000 }).toContain('604.555.0121');
  expect(await pageButtons(crm)).toEqual([]);
});

test('a premium-rate number is dialled only after a question, which the popup shows again without asking twice', async ({
  desk,
}) => {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  await createStepPanel(panel).dial('+1 900 555 1234');
  const question = await questionWindow(desk.firefox);
  await question.expectText('Premium-rate number: the call may be very expensive.');
  const [window] = await questionWindows(desk.firefox);
  await panel.expectStage('Waiting for your answer');
  await panel.press('Show question');
  await panel.expectStage('Waiting for your answer');
  expect((await questionWindows(desk.firefox)).map(({ handle }) => handle)).toEqual([window?.handle]);
  await desk.expectDialRequests(0);
  await question.press('Call');
  await desk.expectDialRequests(1);
  expect(desk.dialRequests()[0]?.parameters).toMatchObject({ phone_code: '1', value: '9005551234' });
});

/** Selects the table cell with a text, once the page has drawn it. */
function select(tab: Tab, text: string): Promise<void> {
  const selectCell = () =>
    tab.evaluate((wanted) => {
      const cell = [...document.querySelectorAll('td')].find(({ innerText }) => innerText.includes(wanted));
      if (!cell) throw new Error(`There is no cell "${wanted}".`);
      getSelection()?.selectAllChildren(cell);
    }, text);
  return vi.waitFor(selectCell, { timeout: 20_000, interval: 100 });
}
