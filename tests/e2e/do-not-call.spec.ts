import { newRow } from '../simulator/world.ts';
import { AGENT, STATUS_LOGIN } from './fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import { labels, pressButtonBeside } from './fixtures/page-buttons.ts';
import { expect, test } from './fixtures/test.ts';

const NUMBER = '(415) 555-0132';
const CAMPAIGN = 'TESTCAMP';

/** An agent on a contact's page; the second login has that level. */
async function openContact(desk: Desk, level: '7' | '8') {
  const login = desk.dialer.world.users.find(({ user }) => user === STATUS_LOGIN.user);
  if (!login) throw new Error('The world has no such user.');
  login.user_level = level;
  await desk.openAgentScreen();
  await desk.signIn({ withStatusLogin: true });
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  return crm;
}

const checks = ({ dialer }: Desk) => dialer.log.requests({ function: 'check_phone_number' });

test('a number on the system’s do-not-call list is not dialled, and the page says why', async ({ desk }) => {
  desk.dialer.world.dnc.push(newRow('dnc', { phone_number: '4155550132' }));
  const crm = await openContact(desk, '8');
  await pressButtonBeside(crm, NUMBER);
  await expect.poll(async () => (await labels(crm)).join()).toContain('do-not-call list');
  expect(checks(desk)[0]?.parameters).toMatchObject({ phone_number: '4155550132', user: STATUS_LOGIN.user });
  expect(desk.dialRequests()).toEqual([]);
});

test('nor is one on the list of the agent’s campaign', async ({ desk }) => {
  desk.dialer.world.campaign_dnc.push(newRow('campaign_dnc', { phone_number: '4155550132', campaign_id: CAMPAIGN }));
  const crm = await openContact(desk, '8');
  await pressButtonBeside(crm, NUMBER);
  await expect.poll(async () => (await labels(crm)).join()).toContain('do-not-call list of your campaign');
  expect(desk.dialRequests()).toEqual([]);
});

test('a login that may not ask holds no call back, and is not asked with again', async ({ desk }) => {
  desk.dialer.world.dnc.push(newRow('dnc', { phone_number: '4155550132' }));
  const crm = await openContact(desk, '7');
  await pressButtonBeside(crm, NUMBER);
  await desk.expectDialRequests(1);
  expect(checks(desk)).toHaveLength(1);
  expect(desk.dialRequests()[0]?.parameters).toMatchObject({ user: AGENT.user });
});

test('a dialer that is slow to tell holds no call back, and the call is one', async ({ desk }) => {
  const crm = await openContact(desk, '8');
  desk.dialer.faults.add({ match: { function: 'check_phone_number' }, fault: { kind: 'delayBefore', ms: 6_000 } });
  await pressButtonBeside(crm, NUMBER);
  await desk.expectDialRequests(1);
});
