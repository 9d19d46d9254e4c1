import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNumberDetails } from '../../../lib/background/records/number-details.ts';
import { createServiceLogin } from '../../../lib/background/records/service-login.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { findUser, newRow } from '../../simulator/world.ts';
import { signedInArea } from './rig.ts';
import { createServiceDesk } from './service-desk.ts';

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

const BERT = { callingCode: '1', nationalNumber: '7275551313' };
const LOGIN = { user: 'apiuser', password: 'apipass123' };

/** The details of a worker whose agent signed in with a second login, at the recorded dialer. */
async function createScene(statusCredential: { user: string; password: string } | null = LOGIN) {
  const store = createSessionStore(await signedInArea());
  await store.load();
  const { connection } = store.current();
  await store.update({
    connection: connection && { ...connection, server: dialer.url as ServerUrl, statusCredential },
  });
  const clock = { now: Date.UTC(2026, 0, 5) };
  // What stands before a question in the line.
  const line = { before: Promise.resolve() };
  const details = createNumberDetails({
    service: createServiceLogin({ store, fetchIn: () => fetch, timeoutMs: 8_000 }),
    connection: () => store.current().connection,
    spaced: (ask) => line.before.then(ask),
    now: () => clock.now,
  });
  return { store, clock, line, details };
}

const asked = (name: string) => dialer.log.requests({ function: name });
const noRight = { ok: false, failure: { code: 'noRight' } };

describe('what VICIdial knows of the people behind a number', () => {
  it('is the lead, its call-backs, calls and recordings, as the recorded dialer tells them', async () => {
    const { details } = await createScene();
    expect(await details.leads(BERT)).toEqual({
      ok: true,
      value: {
        shown: [
          {
            ...{
              leadId: '2002',
              name: 'Bert Jones',
              status: 'SALE',
              user: '1000',
              vendorCode: 'CRM-78',
              listId: '101',
            },
            ...{ firstName: 'Bert', lastName: 'Jones', email: '' },
          },
        ],
        ...{ older: 0, foreign: 0, lists: ['101'] },
      },
    });
    expect(await details.callbacks('2006')).toMatchObject({
      ok: true,
      value: [{ at: '2027-01-05 09:00:00', for: 'USERONLY', user: '1000' }],
    });
    expect(await details.calls(BERT)).toMatchObject({
      ok: true,
      value: [{ at: '2026-11-19 10:00:00', disposition: 'SALE', seconds: 65, user: '1000' }],
    });
    expect(await details.recordings('2002')).toEqual({
      ok: true,
      value: [
        {
          ...{ recordingId: '91', startedAt: '2026-11-19 10:00:01', user: '1000', seconds: 64 },
          from: { elsewhere: '10.10.10.15' },
        },
      ],
    });
    expect(asked('lead_all_info').every(({ parameters }) => parameters.user === LOGIN.user)).toBe(true);
  });

  it('is nothing where there is nothing', async () => {
    const { details } = await createScene();
    const nobody = { callingCode: '1', nationalNumber: '7275550000' };
    expect(await details.leads(nobody)).toEqual({ ok: true, value: { shown: [], older: 0, foreign: 0 } });
    for (const answer of [details.calls(nobody), details.callbacks('2001')])
      expect(await answer).toEqual({ ok: true, value: [] });
    expect(await details.recordings('2001')).toEqual({ ok: true, value: [] });
  });

  it('is no lead of another country with the same digits, of which the number is told', async () => {
    const { details } = await createScene();
    expect(await details.leads({ ...BERT, callingCode: '44' })).toEqual({
      ok: true,
      value: { shown: [], older: 0, foreign: 1, lists: ['101'] },
    });
  });

  it('tells with whom it finds nobody the lists of whom it has found before, in this session alone', async () => {
    const { details, store } = await createScene();
    const nobody = { callingCode: '1', nationalNumber: '7275550000' };
    const bert = dialer.world.leads.find(({ lead_id }) => lead_id === '2002');
    dialer.world.leads.push({ ...bert!, lead_id: '9001', phone_number: '7275550001', list_id: '2001' });
    await details.leads(BERT);
    await details.leads({ ...nobody, nationalNumber: '7275550001' });
    expect(await details.leads(nobody)).toMatchObject({ ok: true, value: { shown: [], lists: ['2001', '101'] } });
    const { connection } = store.current();
    await store.update({ connection: connection && { ...connection, id: 'sign-in-2' } });
    expect(await details.leads(nobody)).toEqual({ ok: true, value: { shown: [], older: 0, foreign: 0 } });
  });

  it('is at most five leads, the newest, and how many more there are of this country and of others', async () => {
    const bert = dialer.world.leads.find(({ lead_id }) => lead_id === '2002');
    for (let id = 9001; id <= 9008; id++)
      dialer.world.leads.push({ ...bert!, lead_id: String(id), phone_code: id < 9007 ? '1' : '44' });
    const { details } = await createScene();
    const answer = await details.leads(BERT);
    expect(answer).toMatchObject({ ok: true, value: { older: 2, foreign: 2 } });
    expect(answer.ok && answer.value.shown).toHaveLength(5);
  });

  it('is asked once in five minutes, and anew once the agent has changed something', async () => {
    const { details, clock } = await createScene();
    await Promise.all([details.leads(BERT), details.leads(BERT)]);
    clock.now += 299_999;
    await details.leads(BERT);
    expect(asked('lead_all_info')).toHaveLength(1);
    clock.now += 1;
    await details.leads(BERT);
    expect(asked('lead_all_info')).toHaveLength(2);
    details.forget();
    await details.leads(BERT);
    expect(asked('lead_all_info')).toHaveLength(3);
  });

  it('is asked anew where it was not answered', async () => {
    const { details } = await createScene();
    dialer.faults.add({ match: { function: 'lead_all_info' }, fault: { kind: 'html' } });
    expect(await details.leads(BERT)).toMatchObject({ failure: { failure: { code: 'notVicidial' } } });
    dialer.faults.clear();
    expect((await details.leads(BERT)).ok).toBe(true);
  });

  it('is not there for a login that may not ask, and asked for once', async () => {
    findUser(dialer.world, LOGIN.user)!.view_reports = '0';
    const { details } = await createScene();
    expect(await details.calls(BERT)).toEqual(noRight);
    expect(await details.calls(BERT)).toEqual(noRight);
    expect(asked('phone_number_log')).toHaveLength(1);
  });

  it('is not there without a second login, nor with the agent’s own, which is never sent there', async () => {
    for (const login of [null, { user: '1000', password: 'agentpass' }]) {
      const { details } = await createScene(login);
      expect(await details.leads(BERT)).toEqual(noRight);
    }
    expect(dialer.log.requests({ path: '/vicidial/non_agent_api.php' })).toEqual([]);
  });

  it('says once that the password is wrong, and does not try it again', async () => {
    const { details } = await createScene({ ...LOGIN, password: 'wrong' });
    expect(await details.leads(BERT)).toEqual({
      ok: false,
      failure: { code: 'vicidial', failure: { code: 'badCredentials' } },
    });
    expect(await details.calls(BERT)).toEqual(noRight);
    expect(await details.leads(BERT)).toEqual(noRight);
    expect(dialer.log.requests({ path: '/vicidial/non_agent_api.php' })).toHaveLength(1);
  });

  it('is told to nobody who has signed out meanwhile', async () => {
    const { details, store } = await createScene();
    await details.leads(BERT);
    await store.clear();
    expect(await details.leads(BERT)).toEqual({ ok: false, failure: { code: 'notSignedIn' } });
  });

  it('names at most ten recordings, the newest first', async () => {
    for (let day = 1; day <= 12; day++)
      dialer.world.recordings.push(
        newRow('recordings', {
          ...{ recording_id: String(100 + day), lead_id: '2001', user: '1000', length_in_sec: '5' },
          ...{ start_time: `2026-10-${String(day).padStart(2, '0')} 08:00:00`, location: `${dialer.url}/r/${day}.wav` },
        }),
      );
    const { details } = await createScene();
    const answer = await details.recordings('2001');
    const days = answer.ok ? answer.value.map(({ startedAt }) => startedAt.slice(8, 10)) : [];
    expect(days).toEqual(['12', '11', '10', '09', '08', '07', '06', '05', '04', '03']);
    expect(answer.ok && answer.value[0]?.from).toEqual({ url: `${dialer.url}/r/12.wav` });
  });
});

it('a worker’s questions of a window keep their distance to those of cards', async () => {
  const desk = await createServiceDesk({ service: () => 'ERROR: lead_all_info LEAD NOT FOUND: api8|||\n' });
  void desk.details.leads(BERT);
  void desk.details.leads({ ...BERT, nationalNumber: '7275551414' });
  await desk.turn();
  expect(desk.names()).toEqual(['lead_all_info']);
});

it('asks nobody of a later session what an earlier one wanted to know', async () => {
  const { details, line, store } = await createScene();
  let go = (): void => undefined;
  line.before = new Promise((resolve) => {
    go = resolve;
  });
  const answers = [details.leads(BERT), details.calls(BERT), details.callbacks('2002'), details.recordings('2002')];
  const { connection } = store.current();
  await store.update({ connection: connection && { ...connection, id: 'sign-in-2' } });
  go();
  for (const answer of answers) expect(await answer).toEqual({ ok: false, failure: { code: 'notSignedIn' } });
  expect(dialer.log.requests()).toEqual([]);
});
