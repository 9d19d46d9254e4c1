import { expect, test } from './fixtures/test.ts';

test('the agent screen is watched in Firefox too: an open panel asks the server nothing', async ({ desk }) => {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  const asked = () =>
    ['agent_status', 'recording'].flatMap((name) => desk.dialer.log.requests({ function: name })).length;
  // From now on the screen is heard of every other second.
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const before = asked();
  expect(before).toBeGreaterThan(0);
  // Unwatched, a paused agent is asked for every 12 s.
  await new Promise((resolve) => setTimeout(resolve, 25_000));
  expect(asked()).toBe(before);
});
