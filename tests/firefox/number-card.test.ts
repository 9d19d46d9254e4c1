import { STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import { newRow } from '../simulator/world.ts';
import { numberCard } from '../steps/number-card.ts';
import type { Desk } from './fixtures/desk.ts';
import { boxOfText, buttonBeside, cardLines, middleOf, pressButtonBeside } from './fixtures/page-buttons.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';

const NUMBER = '(415) 555-0132';
const PATIENCE = { timeout: 20_000 };

/** A CRM's list of contacts. The second login, where there is one, may ask for numbers, and one of them is not to be called. */
async function openContacts(desk: Desk, withStatusLogin: boolean) {
  const { world } = desk.dialer;
  const login = world.users.find(({ user }) => user === STATUS_LOGIN.user);
  if (!login) throw new Error('The world has no such user.');
  login.user_level = '8';
  world.dnc.push(newRow('dnc', { phone_number: '4155550132' }));
  await desk.openAgentScreen();
  await desk.signIn({ withStatusLogin });
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await buttonBeside(crm, NUMBER);
  return crm;
}

test('a do-not-call number says so when somebody rests at it, and is not dialled', async ({ desk }) => {
  const crm = await openContacts(desk, true);
  await crm.hover(middleOf(await boxOfText(crm, NUMBER)));
  await expect.poll(async () => (await cardLines(crm)).at(-1), PATIENCE).toBe('On the dialer’s do-not-call list.');
  await pressButtonBeside(crm, NUMBER);
  await expect.poll(async () => (await buttonBeside(crm, NUMBER)).label, PATIENCE).toContain('It was not called.');
  expect(await cardLines(crm)).toEqual([]);
  expect(desk.dialRequests()).toEqual([]);
});

test('without a second login the number itself tells country, kind and time', async ({ desk }) => {
  const crm = await openContacts(desk, false);
  await crm.hover(middleOf(await boxOfText(crm, NUMBER)));
  const lines = [expect.stringMatching(/^United States · /), expect.stringMatching(/^Time there: (?!.* to ).+/)];
  await expect.poll(() => cardLines(crm), PATIENCE).toEqual(lines);
  expect(desk.dialer.log.requests({ path: '/vicidial/non_agent_api.php' })).toEqual([]);
});

for (const [name, take] of Object.entries(numberCard)) {
  test(name, ({ desk }) => take(createStepDesk(desk)));
}
