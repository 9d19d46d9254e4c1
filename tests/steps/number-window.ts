import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { REST_MS } from '../../components/number/use-rest.ts';
import { AGENT, STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import type { Dialer } from '../simulator/dialer.ts';
import { comesTrue } from './comes-true.ts';
import { BERT, type NumberDesk, type NumberPage, type NumberSteps, RECORD } from './number-desk.ts';

/** What the second login has asked the dialer for. */
function askedOf({ log }: Dialer): ReturnType<Dialer['log']['requests']> {
  return log
    .requests({ path: '/vicidial/non_agent_api.php' })
    .filter(({ function: name }) => name !== 'version' && name !== 'agent_status');
}

/** As a person presses it, who has read the number first. */
async function pressDial(page: Pick<NumberPage, 'bringToFront' | 'press'>, name = 'Call'): Promise<void> {
  await page.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, REST_MS + 100));
  await page.press(name);
}

function agentAt({ dialer }: Pick<NumberDesk, 'dialer'>) {
  return dialer.world.live_agents.find(({ user }) => user === AGENT.user);
}

/** What an agent does in the window about a number, in every browser. */
export const numberWindow: NumberSteps = {
  'the window about a number tells whose it is, plays what was recorded, and calls as that lead': async (desk) => {
    const page = await desk.openNumber(BERT.e164);
    await page.expectText('Bert Jones');
    await page.expectText(/Nov 19, 2026.*SALE.*1:05.*1000/s);
    await page.expectText('It lies on another server than your dialer, 10.10.10.15');
    // The browser writes the address of every page on the disk.
    ok(!(await page.address()).includes(BERT.national));

    deepEqual(desk.dialer.log.requests({ path: '/RECORDINGS/bert.wav' }), []);
    await page.evaluate(noteRecording);
    await page.press(/^Play the recording of Nov 20/);
    ok(await comesTrue(async () => (await page.evaluate(heardRecording)) === '2 blob:'));

    await pressDial(page);
    await desk.expectDialRequests(1);
    const [dial] = desk.dialRequests();
    deepEqual([dial?.parameters.lead_id, dial?.parameters.user], [BERT.leadId, AGENT.user]);
    await page.expectText(/Ringing|Talking/);
    ok(askedOf(desk.dialer).every(({ parameters }) => parameters.user === STATUS_LOGIN.user));

    // All is known when it is opened anew; who is called alone is asked again.
    const known = () => askedOf(desk.dialer).filter(({ function: name }) => name !== 'lead_all_info').length;
    const before = known();
    await (await desk.openByPanel(`More about ${BERT.written}`)).expectText('Bert Jones');
    equal(await desk.countNumbers(), 1);
    equal(known(), before);
  },

  'a dialer that answers otherwise is told and asked again, no other page is told, and a number put on the list is not called':
    async (desk) => {
      const { faults, log, world } = desk.dialer;
      match(await desk.ask('number.leads', { e164: BERT.e164 }), /notSignedIn/);
      deepEqual(log.requests({ function: 'lead_all_info' }), []);
      faults.add({ match: { function: 'lead_all_info' }, fault: { kind: 'html' } });
      const page = await desk.openNumber(BERT.e164);
      await page.expectText('The answer is not VICIdial’s');
      faults.clear();
      await page.press('Try again');
      await page.expectText('Bert Jones');

      await page.press('Do not call…');
      await page.press('Put it on the list');
      await page.expectText(`was put on this list: ${AGENT.campaign}.`);
      const listed = world.campaign_dnc.filter(({ phone_number }) => phone_number === BERT.national);
      deepEqual(
        listed.map(({ campaign_id }) => campaign_id),
        [AGENT.campaign],
      );
      await page.expectText('On the do-not-call list of your campaign.');
      await pressDial(page);
      await page.expectText('It was not called.');
      await desk.expectDialRequests(0);
    },

  'a lead is shown before it is called where its first number is this one, and called from the panel, by one request':
    async (desk) => {
      const lead = desk.dialer.world.leads.find(({ lead_id }) => lead_id === BERT.leadId);
      const page = await desk.openNumber(BERT.e164);
      await page.expectText('Bert Jones');
      Object.assign(lead ?? {}, { phone_number: '7275550000', alt_phone: BERT.national });
      await pressDial(page, 'Preview');
      await page.expectText('A preview calls the lead’s first number, and this is another one.');
      equal(desk.dialRequests().length, 0);

      Object.assign(lead ?? {}, { phone_number: BERT.national, alt_phone: '' });
      await page.press('Preview');
      await page.expectText('Previewing a lead');
      deepEqual([agentAt(desk)?.status, agentAt(desk)?.preview_lead_id], ['PAUSED', BERT.leadId]);
      const [{ parameters } = { parameters: {} as Readonly<Record<string, string>> }] = desk.dialRequests();
      deepEqual([parameters.preview, parameters.lead_id], ['YES', BERT.leadId]);

      await desk.pressInPanel('Call lead');
      await page.expectText(/Ringing|Talking/);
      deepEqual([agentAt(desk)?.status, agentAt(desk)?.lead_id], ['INCALL', BERT.leadId]);
      equal(desk.dialRequests().length, 1);
    },

  'a lead that is shown and skipped was not called, and who was ready is ready again': async (desk) => {
    // The campaign forces pause codes.
    await desk.writeSettings({
      pauseBeforeDial: 'always',
      pauseCodes: [{ code: 'MANUAL', name: 'Manual' }],
      dialPauseCode: 'MANUAL',
    });
    await desk.pressInPanel('Go ready');
    await comesTrue(async () => agentAt(desk)?.status === 'READY');
    const page = await desk.openNumber(BERT.e164);
    await page.expectText('Bert Jones');
    await pressDial(page, 'Preview');
    await page.expectText('Previewing a lead');
    equal(agentAt(desk)?.status, 'PAUSED');
    await desk.pressInPanel('Skip');
    await page.expectText('Cancelled');
    await comesTrue(async () => agentAt(desk)?.status === 'READY');
    await desk.expectDialRequests(1);
  },

  'a call-back is planned, and taken back once it was asked how many there are and whose': async (desk) => {
    const planned = () => desk.dialer.world.callbacks.filter(({ lead_id }) => lead_id === BERT.leadId);
    const page = await desk.openNumber(BERT.e164);
    await page.press('Call back at…');
    await page.fill('Comment', 'wants an offer');
    await page.press('Plan the call-back');
    await page.expectText('The call-back is planned.');
    const [callback, ...more] = planned();
    deepEqual(
      [callback?.user, callback?.campaign_id, callback?.comments, more.length],
      [AGENT.user, AGENT.campaign, 'wants an offer', 0],
    );
    await page.press('Remove the planned call-backs');
    await page.expectText(`How many: 1. For: ${AGENT.user}.`);
    equal(planned().length, 1);
    await page.press('Remove the planned call-backs');
    await page.expectText('Call-backs removed: 1.');
    equal(planned().length, 0);
  },

  'a record becomes a lead as its page says and the agent changes it, and takes over what the page says otherwise':
    async (desk) => {
      const lead = () => desk.dialer.world.leads.find(({ phone_number }) => phone_number === RECORD.national);
      const page = await desk.openFromRecord();
      await page.expectText('No lead of the dialer has this number.');
      await page.press('Add it as a lead');
      await page.expectText('From the page');
      await page.fill('First name', 'Maja');
      await page.press('Add the lead');
      await page.expectText('Maja Lindqvist');
      deepEqual(
        [lead()?.vendor_lead_code, lead()?.last_name, lead()?.email, lead()?.list_id, lead()?.status],
        ['C-20418', 'Lindqvist', 'maya@harbourpine.example', '998', 'NEW'],
      );

      await page.press('Take over from the page…');
      await page.check('First name');
      await page.press('Update the lead');
      await page.expectText('The lead is updated.');
      await page.expectText('Maya Lindqvist');
      const changes = desk.dialer.log
        .requests({ function: 'update_lead' })
        .filter(({ parameters }) => parameters.lead_id === lead()?.lead_id);
      deepEqual(
        changes.map(({ parameters: { first_name, last_name, user } }) => [first_name, last_name, user]),
        [['Maya', undefined, STATUS_LOGIN.user]],
      );
      equal(lead()?.first_name, 'Maya');
      deepEqual(desk.dialRequests(), []);
      await pressDial(page);
      await desk.expectDialRequests(1);
      equal(desk.dialRequests()[0]?.parameters.lead_id, lead()?.lead_id);
    },

  'another number of a record is given to the lead that it has, and called as that lead': async (desk) => {
    const { leads } = desk.dialer.world;
    const bert = leads.find(({ lead_id }) => lead_id === BERT.leadId);
    Object.assign(bert ?? {}, { vendor_lead_code: 'C-20418', alt_phone: '' });
    const before = leads.length;
    const page = await desk.openFromRecord();
    await page.expectText('A call to this one makes a second lead of it.');
    await page.press(`Add this number to lead ${BERT.leadId}`);
    await page.expectText('Call uses that lead.');
    equal(bert?.alt_phone, RECORD.national);
    await pressDial(page);
    await desk.expectDialRequests(1);
    const [dial] = desk.dialRequests();
    deepEqual([dial?.parameters.lead_id, dial?.parameters.value], [BERT.leadId, RECORD.national]);
    await page.expectText(/Ringing|Talking/);
    equal(leads.length, before);
  },

  'one window about a number is open at most; who may only read is offered no change; all is forgotten when he signs out':
    async (desk) => {
      const login = desk.dialer.world.users.find(({ user }) => user === STATUS_LOGIN.user);
      Object.assign(login ?? {}, { user_level: '7' });
      await (await desk.openNumber('+14155550132')).expectText('No lead of the dialer has this number.');
      const page = await desk.openNumber(BERT.e164);
      await page.expectText(/Nov 19, 2026.*SALE/s);
      doesNotMatch(await page.evaluate(() => document.body.innerText), /Call back at|Do not call…/);
      equal(await desk.countNumbers(), 1);

      const left = await desk.openTab(await page.address());
      await left.expectText('Bert Jones');
      await desk.signOut();
      ok(await comesTrue(async () => (await desk.countNumbers()) === 1));
      ok(await comesTrue(async () => !(await left.evaluate(() => document.body.innerText)).includes('Bert Jones')));
      await left.reload();
      await left.expectText('open the number again');
    },
};

/** The same for an agent who has no second login. */
export const numberWindowAlone: NumberSteps = {
  'without a second login the window shows the number itself, calls it with the record’s code, and asks the Non-Agent API for nothing':
    async (desk) => {
      const page = await desk.openFromRecord();
      await page.expectText(/United States/);
      ok(await comesTrue(() => page.evaluate(() => document.querySelector('h2') === null)));
      await pressDial(page);
      await desk.expectDialRequests(1);
      const [dial] = desk.dialRequests();
      deepEqual(
        [dial?.parameters.value, dial?.parameters.vendor_id, dial?.parameters.lead_id],
        [RECORD.national, 'C-20418', undefined],
      );
      deepEqual(desk.dialer.log.requests({ path: '/vicidial/non_agent_api.php' }), []);
    },
};

/** A machine without a loudspeaker knows how long a recording is, and cannot play it: only this moment tells. */
function noteRecording(): void {
  const note = ({ target }: Event) => {
    const { duration, src } = target as HTMLAudioElement;
    document.documentElement.dataset.heard = `${duration} ${new URL(src).protocol}`;
  };
  document.addEventListener('loadedmetadata', note, { capture: true });
}

function heardRecording(): string | undefined {
  return document.documentElement.dataset.heard;
}
