import { newRow } from '../simulator/world.ts';
import { STATUS_LOGIN } from './fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import type { ExtensionGlobal } from './fixtures/extension.ts';
import { buttonBeside, cardLines, pointAt } from './fixtures/page-buttons.ts';
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
  const time = /^Time there: \w{3},? \d+:\d\d.* to \w{3},? \d+:\d\d/;
  await expect
    .poll(() => cardLines(crm))
    .toEqual([expect.stringMatching(/^United States · /), expect.stringMatching(time)]);
  expect(desk.dialer.log.requests({ path: '/vicidial/non_agent_api.php' })).toEqual([]);
});

test('with several countries it says for which a number was taken, and which others have it', async ({ desk }) => {
  await desk.openAgentScreen();
  const panel = await desk.signIn({ withStatusLogin: false });
  await panel.page.evaluate(
    async (payload) => {
      await (globalThis as ExtensionGlobal).chrome.runtime.sendMessage({ dialside: 'settings.write', payload });
    },
    { regions: ['DE', 'AT', 'CH'] },
  );
  const crm = await desk.openCrm();
  await crm.evaluate(() => document.body.prepend('Huber: 0664 7040744'));
  await desk.enableSite(crm);
  await buttonBeside(crm, '0664 7040744');
  await pointAt(crm, '0664 7040744', null);
  await expect
    .poll(async () => (await cardLines(crm)).slice(0, 2))
    .toEqual(['Austria · Mobile', 'No country code: read as a number of Austria. It could also be one of Germany.']);
});
