import { createControls } from './fixtures/controls.ts';
import { readStorage } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';

const DIGITS = '4155550132';
const KEEP = 'Keep my recent calls when the browser closes';
const PATIENCE = { timeout: 20_000 };
/** Longer than a call that nobody answered. */
const TALK_MS = 2_000;

test('a call stands among the recent ones with its duration, and on disk only while the agent keeps it there', async ({
  desk,
}) => {
  // Where codes are forced, the box that asks for one after the call takes the place of the list.
  for (const campaign of desk.dialer.world.campaigns) campaign.agent_pause_codes_active = 'N';
  const screen = await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  await panel.fill('Number to call', '(415) 555-0132');
  await panel.press('Call');
  await panel.expectStage('Talking');
  await new Promise((resolve) => setTimeout(resolve, TALK_MS));
  await panel.press('Hang up');
  await panel.expectStage('Wrap-up');
  await screen.setDisposition('No Answer');
  await panel.expectStage('Call ended');
  await panel.expectText(/\+1 415 555 0132\s.*Talked \d:\d\d/s);
  const onDisk = async () => (await readStorage(panel.tab)).onDisk;
  expect(await onDisk()).not.toContain(DIGITS);

  const options = createControls(await desk.firefox.openTab(desk.firefox.url('options.html')));
  await options.check(KEEP);
  await expect.poll(onDisk, PATIENCE).toContain(DIGITS);
  // As after the browser was closed: nothing of the session is left.
  await panel.press('Sign out');
  await panel.expectText('Server address');
  const again = await desk.signIn();
  await again.expectText(/\+1 415 555 0132\s.*Talked \d:\d\d/s);

  await options.check(KEEP, false);
  await expect.poll(onDisk, PATIENCE).not.toContain(DIGITS);
});
