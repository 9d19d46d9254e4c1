import { buttonBeside, pageButtons, pressButtonBeside } from './fixtures/page-buttons.ts';
import { expect, test } from './fixtures/test.ts';

const NUMBER = '(415) 555-0132';
const PATIENCE = { timeout: 30_000 };

test('an update in the middle of a call takes over in open tabs, and leaves nothing of the old version there', async ({
  desk,
}) => {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await pressButtonBeside(crm, NUMBER);
  await panel.expectStage('Talking');
  const shown = (await pageButtons(crm)).length;
  await crm.evaluate(() => document.documentElement.lastElementChild?.setAttribute('data-old', ''));
  expect(await crm.evaluate(countHosts)).toEqual({ old: 1, all: 1 });

  await desk.firefox.update();
  await crm.bringToFront();
  await expect.poll(() => crm.evaluate(countHosts), PATIENCE).toEqual({ old: 0, all: 1 });
  await buttonBeside(crm, NUMBER);
  await expect.poll(async () => (await pageButtons(crm)).length, PATIENCE).toBe(shown);

  const again = await desk.signIn();
  await again.expectText('Talking');
  await desk.expectDialRequests(1);
});

/** Dialside's elements in the document of the page: those from before the update, and all. */
function countHosts(): { old: number; all: number } {
  const { length } = document.documentElement.children;
  return { old: document.querySelectorAll('[data-old]').length, all: length - 2 };
}
