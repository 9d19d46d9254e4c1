import { deepEqual, equal, match } from 'node:assert/strict';
import { AGENT, STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import { eventually } from '../patience.ts';
import { newRow } from '../simulator/world.ts';
import type { StepDesk, StepPage, Steps } from './step-desk.ts';

const NUMBER = '(415) 555-0132';
const SECOND = '+1 212-555-0187';

/** A CRM's list of contacts, the first of whom must not be called; the second login, where there is one, is of that level. */
async function openContacts(desk: StepDesk, level: '7' | '8' | null): Promise<StepPage> {
  const { world } = desk.dialer;
  const login = world.users.find(({ user }) => user === STATUS_LOGIN.user);
  Object.assign(login ?? {}, { user_level: level ?? '8' });
  world.dnc.push(newRow('dnc', { phone_number: '4155550132' }));
  world.campaign_dnc.push(newRow('campaign_dnc', { phone_number: '2125550187', campaign_id: AGENT.campaign }));
  await desk.openAgentScreen();
  await desk.signIn({ withStatusLogin: level !== null });
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await crm.expectLabel(NUMBER, 'Call +1 415 555 0132');
  return crm;
}

const checks = ({ dialer }: StepDesk) => dialer.log.requests({ function: 'check_phone_number' });
const dials = ({ dialer }: StepDesk) => dialer.log.requests({ function: 'external_dial' });

export const numberCard: Steps = {
  async 'a number that must not be called says so once somebody rests at it, and is not called, nor one of the campaign’s list'(
    desk,
  ) {
    const crm = await openContacts(desk, '8');
    deepEqual(checks(desk), []);
    await crm.pointAt(NUMBER);
    await eventually(async () => equal((await crm.cardLines()).at(-1), 'On the dialer’s do-not-call list.'));
    await crm.pointAway();
    await eventually(async () => deepEqual(await crm.cardLines(), []));
    await crm.pointAt(NUMBER);
    await eventually(async () => equal((await crm.cardLines()).length, 3));
    deepEqual(
      checks(desk).map(({ parameters: { phone_number, user, dnc_check } }) => [phone_number, user, dnc_check]),
      [['4155550132', STATUS_LOGIN.user, 'Y']],
    );

    await crm.press(NUMBER);
    await crm.expectLabel(NUMBER, 'do-not-call list');
    await crm.expectLabel(NUMBER, 'It was not called.');
    deepEqual(await crm.cardLines(), []);
    await crm.press(SECOND);
    await crm.expectLabel(SECOND, 'do-not-call list of your campaign');
    await desk.expectDialRequests(0);
  },

  async 'a dialer that is slow to tell of do-not-call lists holds no call back, and the call is one'(desk) {
    const crm = await openContacts(desk, '8');
    desk.dialer.faults.add({ match: { function: 'check_phone_number' }, fault: { kind: 'delayBefore', ms: 6_000 } });
    await crm.press(NUMBER);
    await desk.expectDialRequests(1);
  },

  async 'a login that may not ask for do-not-call lists holds no call back, and is not asked with again'(desk) {
    const crm = await openContacts(desk, '7');
    await crm.press(NUMBER);
    await desk.expectDialRequests(1);
    await crm.pointAway();
    await crm.pointAt(SECOND);
    await eventually(async () => match((await crm.cardLines()).join(), /^United States/));
    equal(checks(desk).length, 1);
    equal(dials(desk)[0]?.parameters.user, AGENT.user);
  },

  async 'without a second login the number itself tells country and time, and the Non-Agent API is asked nothing'(
    desk,
  ) {
    const crm = await openContacts(desk, null);
    await crm.pointAt(NUMBER);
    await eventually(async () => {
      const [place = '', time = '', ...more] = await crm.cardLines();
      match(place, /^United States · /);
      match(time, /^Time there: (?!.* to )\w{3},? \d+:\d\d/);
      deepEqual(more, []);
    });
    deepEqual(desk.dialer.log.requests({ path: '/vicidial/non_agent_api.php' }), []);
  },

  async 'with several countries it says for which a number was taken, and which others have it'(desk) {
    await desk.openAgentScreen();
    const panel = await desk.signIn({ withStatusLogin: false });
    await panel.writeSettings({ regions: ['DE', 'AT', 'CH'] });
    const crm = await desk.openCrm();
    await crm.evaluate(() => document.body.prepend('Huber: 0664 7040744'));
    await desk.enableSite(crm);
    await crm.expectLabel('0664 7040744', 'Call +43 664 7040744');
    await crm.pointAt('0664 7040744');
    await eventually(async () =>
      deepEqual((await crm.cardLines()).slice(0, 2), [
        'Austria · Mobile',
        'No country code: read as a number of Austria. It could also be one of Germany.',
      ]),
    );
  },
};
