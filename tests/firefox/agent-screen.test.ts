import { askFrom } from './fixtures/extension-requests.ts';
import { readStorage } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';

test('the agent screen is watched in Firefox too: an open panel asks the server nothing', async ({ desk }) => {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  const asked = () =>
    ['agent_status', 'recording'].flatMap((name) => desk.dialer.log.requests({ function: name })).length;
  await expect.poll(asked, { timeout: 20_000 }).toBeGreaterThan(0);
  // From now on the screen is heard of every other second.
  await expect
    .poll(async () => (await readStorage(panel.tab)).inMemory, { timeout: 20_000 })
    .toContain('"isAlive":true');
  // A reading that was on its way then is over.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const before = asked();
  // Unwatched, a paused agent is asked for every 12 s.
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  expect(asked()).toBe(before);
});

test('a number on the do-not-call list is refused with the reason that only the agent screen shows', async ({
  desk,
}) => {
  const campaign = desk.dialer.world.campaigns.find(({ campaign_id }) => campaign_id === 'TESTCAMP');
  Object.assign(campaign ?? {}, { manual_dial_filter: 'DNC_ONLY' });
  desk.dialer.world.dnc.push({ phone_number: '4155550132' });
  await desk.openAgentScreen();
  const panel = await desk.signIn({ withStatusLogin: false });
  await panel.expectText('Paused');
  await askFrom(panel.tab, 'dial.start', { text: '(415) 555-0132' });
  await panel.expectText('This number is on the do-not-call list.');
});
