import { agentScreen } from '../steps/agent-screen.ts';
import { crashTabInFront } from './fixtures/crashed-tab.ts';
import { askFrom } from './fixtures/extension-requests.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
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

test('a call whose screen has crashed keeps its number and its time', async ({ desk }) => {
  const screen = await desk.openAgentScreen();
  // Without a login that is told of the call: its number has to be remembered.
  const panel = await desk.signIn({ withStatusLogin: false });
  await askFrom(panel.tab, 'dial.start', { text: '+1 415 555 0132' });
  await panel.expectStage('Talking');
  const asked = () => desk.dialer.log.requests({ function: 'recording' }).length;
  const before = asked();
  await screen.tab.bringToFront();
  await crashTabInFront(desk.firefox);
  await expect.poll(asked, { timeout: 60_000 }).toBeGreaterThan(before + 1);
  await panel.expectText('Agent screen not responding');
  await panel.expectStage('Talking');
  const number = () => panel.tab.inspect(() => document.querySelector<HTMLElement>('.call-number')?.innerText);
  expect(await number()).toBe('+1 415 555 0132');
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

for (const [name, take] of Object.entries(agentScreen)) {
  // The loss of a session takes twelve polls of the agent screen to be told.
  test(name, ({ desk }) => take(createStepDesk(desk)), 180_000);
}
