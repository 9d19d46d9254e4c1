import { newRow } from '../simulator/world.ts';
import { numberCard } from '../steps/number-card.ts';
import { STATUS_LOGIN } from './fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import { buttonBeside, cardLines, pointAt } from './fixtures/page-buttons.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';

const NUMBER = '(415) 555-0132';

/** A CRM's list of contacts; the second login, where there is one, may ask for numbers. */
async function openContacts(desk: Desk, withStatusLogin: boolean) {
  const login = desk.dialer.world.users.find(({ user }) => user === STATUS_LOGIN.user);
  if (!login) throw new Error('The world has no such user.');
  login.user_level = '8';
  await desk.openAgentScreen();
  await desk.signIn({ withStatusLogin });
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await buttonBeside(crm, NUMBER);
  return crm;
}

const checks = ({ dialer }: Desk) => dialer.log.requests({ function: 'check_phone_number' });

test('resting at a number tells what VICIdial says of it, asked once, and nothing is asked for the others', async ({
  desk,
}) => {
  desk.dialer.world.dnc.push(newRow('dnc', { phone_number: '4155550132' }));
  const crm = await openContacts(desk, true);
  expect(checks(desk)).toEqual([]);
  await pointAt(crm, NUMBER, null);
  await expect.poll(async () => (await cardLines(crm)).at(-1)).toBe('On the dialer’s do-not-call list.');
  await crm.mouse.move(2, 2);
  await expect.poll(() => cardLines(crm)).toEqual([]);
  await pointAt(crm, NUMBER, null);
  await expect.poll(async () => (await cardLines(crm)).length).toBe(3);
  expect(checks(desk).map(({ parameters }) => parameters)).toEqual([
    expect.objectContaining({ phone_number: '4155550132', user: STATUS_LOGIN.user, dnc_check: 'Y' }),
  ]);
  expect(desk.dialRequests()).toEqual([]);
});

test('without a second login the number itself tells, and no agent’s login goes to the Non-Agent API', async ({
  desk,
}) => {
  const crm = await openContacts(desk, false);
  await pointAt(crm, NUMBER, null);
  const time = /^Time there: (?!.* to )\w{3},? \d+:\d\d/;
  await expect
    .poll(() => cardLines(crm))
    .toEqual([expect.stringMatching(/^United States · /), expect.stringMatching(time)]);
  expect(desk.dialer.log.requests({ path: '/vicidial/non_agent_api.php' })).toEqual([]);
});

for (const [name, take] of Object.entries(numberCard)) {
  test(name, ({ desk }) => take(createStepDesk(desk)));
}
