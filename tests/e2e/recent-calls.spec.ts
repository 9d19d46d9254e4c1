import type { Desk } from './fixtures/desk.ts';
import type { ExtensionGlobal } from './fixtures/extension.ts';
import { expect, test } from './fixtures/test.ts';

const DIGITS = '4155550132';

const onDisk = ({ extension }: Desk) =>
  extension.worker.evaluate(async () =>
    JSON.stringify(await (globalThis as ExtensionGlobal).chrome.storage.local.get()),
  );

test('a call stands among the recent ones with its duration, and on disk only while the agent keeps it there', async ({
  desk,
}) => {
  // Where codes are forced, the box that asks for one after the call takes the place of the list.
  for (const campaign of desk.dialer.world.campaigns) campaign.agent_pause_codes_active = 'N';
  await desk.openAgentScreen();
  const popup = await desk.signIn();
  await popup.dial('(415) 555-0132');
  await popup.expectStage('Talking');
  // Long enough to be told from a call that nobody answered.
  await popup.page.waitForTimeout(2_000);
  await popup.press('Hang up');
  await popup.expectStage('Wrap-up');
  const screen = desk.extension.context.pages().find((page) => page.url().includes('vicidial.php'));
  await screen?.locator('#DispoSelectBox').getByText('No Answer').click();
  await popup.expectStage('Call ended');
  await expect(popup.page.locator('.history li')).toContainText(/\+1 415 555 0132.*Talked (?!0:00)\d+:\d\d/);
  expect(await onDisk(desk)).not.toContain(DIGITS);

  const options = await desk.extension.context.newPage();
  await options.goto(desk.extension.url('options.html'));
  const keep = options.getByLabel('Keep my recent calls when the browser closes');
  await keep.click();
  await expect(keep).toBeChecked();
  await expect.poll(() => onDisk(desk)).toContain(DIGITS);

  // As after the browser was closed: nothing of the session is left.
  await popup.press('Sign out');
  const again = await desk.signIn();
  await expect(again.page.locator('.history li')).toContainText(/\+1 415 555 0132.*Talked/);

  await keep.click();
  await expect(keep).not.toBeChecked();
  await expect.poll(() => onDisk(desk)).not.toContain(DIGITS);
});
