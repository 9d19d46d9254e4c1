import { expect, test } from './fixtures/test.ts';

const PATIENCE = { timeout: 20_000 };

test('a customer is held and taken back, tones and a recording reach him', async ({ desk }) => {
  const { dialer } = desk;
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  await panel.fill('Number to call', '(415) 555-0132');
  await panel.press('Call');
  await panel.expectStage('Talking');

  await panel.press('Hold');
  await panel.expectText('Customer on hold');
  await expect.poll(() => dialer.world.parked_channels.length, PATIENCE).toBe(1);
  await panel.press('Take back');
  await expect.poll(() => dialer.world.parked_channels.length, PATIENCE).toBe(0);
  await panel.expectStage('Talking');

  await panel.press('Tones');
  await panel.fill('Tones to send', '12#');
  await panel.press('Send');
  await panel.expectText('Sent: 12#');
  await expect.poll(() => dialer.telephone.tones.map(({ tones }) => tones), PATIENCE).toEqual(['12#']);

  await panel.press('Record');
  await panel.press('Stop recording');
  await panel.expectText('Record');
});
