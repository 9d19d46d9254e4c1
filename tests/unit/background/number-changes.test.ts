import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNumberChanges, type NumberChanges } from '../../../lib/background/records/number-changes.ts';
import { createServiceLogin } from '../../../lib/background/records/service-login.ts';
import { panelRequestSchemas } from '../../../lib/messages/requests.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { findUser } from '../../simulator/world.ts';
import { agentIn } from '../agent/dials.ts';
import { signedInArea } from './rig.ts';

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

const BERT = { nationalNumber: '7275551313' };
const LOGIN = { user: 'apiuser', password: 'apipass123' };
const NOW = Date.UTC(2026, 10, 20, 12);
const CALLBACK = { at: '2026-11-21 09:30:00', type: 'USERONLY', comments: 'wants an offer' } as const;

async function createScene({
  login = LOGIN as typeof LOGIN | null,
  campaign = 'TESTCAMP' as string | null,
  newLeadList = null as string | null,
} = {}) {
  const store = createSessionStore(await signedInArea());
  await store.load();
  const { connection } = store.current();
  await store.update({
    agent: agentIn('paused', { campaign }),
    connection: connection && {
      ...connection,
      ...{ server: dialer.url as ServerUrl, statusCredential: login, clockAheadMs: 0 },
    },
  });
  // As the worker's own: it sends for one session alone.
  const bound =
    (id: string): typeof fetch =>
    (...request) =>
      store.current().connection?.id === id ? fetch(...request) : Promise.reject(new Error('Another session'));
  let changed = 0;
  // What stands before a change in the line.
  const line = { before: Promise.resolve() };
  const changes = createNumberChanges({
    service: createServiceLogin({ store, fetchIn: ({ id }) => bound(id), timeoutMs: 8_000 }),
    state: store.current,
    spaced: (ask) => line.before.then(ask),
    now: () => NOW,
    newLeadList: async () => newLeadList,
    onChanged: () => void changed++,
  });
  return { store, changes, line, changed: () => changed };
}

const asked = (name: string) => dialer.log.requests({ function: name });
const refused = (code: string) => ({ ok: false, failure: { code } });
const callbacks = (leadId: string) => dialer.world.callbacks.filter((row) => row.lead_id === leadId);

describe('what the login may change', () => {
  it('is found out without changing anything, once in a session', async () => {
    const { changes } = await createScene();
    const before = JSON.stringify([dialer.world.leads, dialer.world.dnc, dialer.world.callbacks]);
    expect(await changes.rights()).toEqual({
      ok: true,
      value: { leads: true, add: true, doNotCall: true, newLeadList: null },
    });
    await changes.rights();
    expect(asked('update_lead')).toHaveLength(1);
    expect(asked('add_dnc_phone')).toHaveLength(1);
    expect(JSON.stringify([dialer.world.leads, dialer.world.dnc, dialer.world.callbacks])).toBe(before);
  });

  it.each([
    [{ modify_leads: '0' }, { leads: false, add: false, doNotCall: true }],
    [{ modify_lists: '0' }, { leads: true, add: true, doNotCall: false }],
    [{ user_level: '7' }, { leads: false, add: false, doNotCall: false }],
    [{ api_allowed_functions: ' add_dnc_phone ' }, { leads: false, add: false, doNotCall: true }],
  ])('with %j is %j', async (columns, value) => {
    Object.assign(findUser(dialer.world, LOGIN.user)!, columns);
    const { changes } = await createScene();
    expect(await changes.rights()).toMatchObject({ ok: true, value });
  });

  it('is nothing without a second login, and is not known where nobody answered', async () => {
    const { changes } = await createScene({ login: null });
    expect(await changes.rights()).toEqual(refused('noRight'));
    dialer.faults.add({ match: { function: 'update_lead', nth: 1 }, fault: { kind: 'html' } });
    const other = await createScene();
    expect((await other.changes.rights()).ok).toBe(false);
    expect((await other.changes.rights()).ok).toBe(true);
  });
});

describe('a number that must not be called', () => {
  it.each([
    ['TESTCAMP', 'campaign_dnc'],
    [null, 'dnc'],
  ] as const)('goes on the list of %s, by one request, and what was known is old', async (list, table) => {
    const { changes, changed } = await createScene();
    expect(await changes.listDoNotCall(BERT, list)).toEqual({ ok: true, value: 'added' });
    expect(dialer.world[table].map(({ phone_number }) => phone_number)).toContain(BERT.nationalNumber);
    expect(await changes.listDoNotCall(BERT, list)).toEqual({ ok: true, value: 'alreadyListed' });
    expect(asked('add_dnc_phone')).toHaveLength(2);
    expect(changed()).toBe(2);
  });

  it('goes on no campaign’s list where nobody knows the campaign, for VICIdial takes any name', async () => {
    const { changes } = await createScene({ campaign: null });
    expect(await changes.listDoNotCall(BERT, 'TESTCAMP')).toEqual(refused('noCampaign'));
    expect(asked('add_dnc_phone')).toEqual([]);
  });

  it('goes on no other campaign’s list than the one that the agent was shown', async () => {
    const { changes } = await createScene({ campaign: 'OTHERCMP' });
    expect(await changes.listDoNotCall(BERT, 'TESTCAMP')).toEqual(refused('otherCampaign'));
    expect(asked('add_dnc_phone')).toEqual([]);
  });
});

describe('a call-back', () => {
  it('is the agent’s own, in his campaign', async () => {
    const { changes } = await createScene();
    expect(await changes.planCallback('2002', CALLBACK)).toEqual({ ok: true, value: null });
    expect(callbacks('2002')).toMatchObject([
      {
        ...{ campaign_id: 'TESTCAMP', callback_time: CALLBACK.at, user: '1000', recipient: 'USERONLY' },
        comments: 'wants an offer',
      },
    ]);
    expect(asked('update_lead')).toHaveLength(1);
  });

  it('for anyone names nobody', async () => {
    const { changes } = await createScene();
    await changes.planCallback('2002', { ...CALLBACK, type: 'ANYONE' });
    expect(callbacks('2002')).toMatchObject([{ recipient: 'ANYONE', user: '' }]);
  });

  it.each([
    ['in the past', {}, { at: '2026-11-20 09:00:00' }, 'callbackPast'],
    ['without a known campaign', { campaign: null }, {}, 'noCampaign'],
    ['without a second login', { login: null }, {}, 'noRight'],
  ])('%s is not asked for', async (_what, scene, change, code) => {
    const { changes } = await createScene(scene);
    expect(await changes.planCallback('2002', { ...CALLBACK, ...change })).toEqual(refused(code));
    expect(asked('update_lead')).toEqual([]);
  });

  it('in a campaign or for an agent that VICIdial does not know says so', async () => {
    const { changes } = await createScene({ campaign: 'NOWHERE' });
    const unknown = { ok: false, failure: { code: 'vicidial', failure: { code: 'campaignNotFound' } } };
    expect(await changes.planCallback('2002', CALLBACK)).toEqual(unknown);
    dialer.world.users = dialer.world.users.filter(({ user }) => user !== '1000');
    const other = await createScene();
    expect(await other.changes.planCallback('2002', CALLBACK)).toEqual(refused('callbackUserUnknown'));
    expect(callbacks('2002')).toEqual([]);
  });

  it('of a lead that is gone says so', async () => {
    const { changes } = await createScene();
    expect(await changes.planCallback('4711', CALLBACK)).toEqual({
      ok: false,
      failure: { code: 'vicidial', failure: { code: 'leadNotFound' } },
    });
  });

  it('that nobody has answered for is not sent again, and what was known is old', async () => {
    const { changes, changed } = await createScene();
    dialer.faults.add({ match: { function: 'update_lead' }, fault: { kind: 'html', takesEffect: true } });
    expect((await changes.planCallback('2002', CALLBACK)).ok).toBe(false);
    expect(asked('update_lead')).toHaveLength(1);
    expect(changed()).toBe(1);
  });

  it('is removed with all others of its lead', async () => {
    const { changes } = await createScene();
    expect(await changes.removeCallbacks('2006')).toEqual({ ok: true, value: 1 });
    expect(callbacks('2006')).toEqual([]);
    expect(await changes.removeCallbacks('2006')).toEqual({ ok: true, value: 0 });
  });
});

it.each([
  ['list a number', 'add_dnc_phone', ({ listDoNotCall }) => listDoNotCall(BERT, null)],
  ['plan a call-back', 'update_lead', ({ planCallback }) => planCallback('2002', CALLBACK)],
  ['update a lead', 'update_lead', ({ updateLead }) => updateLead('2002', { firstName: 'Ada' })],
  ['remove call-backs', 'update_lead', ({ removeCallbacks }) => removeCallbacks('2006')],
  ['find out what it may', 'update_lead', ({ rights }) => rights()],
] as const satisfies readonly (readonly [string, string, (changes: NumberChanges) => Promise<unknown>])[])(
  'what waited to %s until another agent had signed in is sent with nobody’s login',
  async (_what, name, ask) => {
    const { changes, line, store } = await createScene();
    let go = (): void => undefined;
    line.before = new Promise((resolve) => {
      go = resolve;
    });
    const answer = ask(changes);
    const { connection } = store.current();
    await store.update({ connection: connection && { ...connection, id: 'sign-in-2', agentUser: '1004' } });
    go();
    expect(await answer).toEqual(refused('notSignedIn'));
    expect(asked(name)).toEqual([]);
  },
);

describe('a number that is no lead', () => {
  const NEW = { callingCode: '1', nationalNumber: '7275550199' };
  const ADA = { vendorCode: 'P-7', firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com', listId: '998' };

  it('becomes one, by one request', async () => {
    const { changes, changed } = await createScene();
    expect(await changes.addLead(NEW, ADA)).toEqual({ ok: true, value: { outcome: 'added', isAltered: false } });
    expect(dialer.world.leads).toContainEqual(
      expect.objectContaining({
        ...{ phone_number: '7275550199', first_name: 'Ada', last_name: 'Lovelace', list_id: '998' },
        ...{ vendor_lead_code: 'P-7', email: 'ada@example.com' },
      }),
    );
    expect([asked('add_lead').length, changed()]).toEqual([1, 1]);
  });

  it('goes into the company’s list where there is one, whatever the page says, and tells which', async () => {
    const { changes } = await createScene({ newLeadList: '101' });
    expect(await changes.rights()).toMatchObject({ value: { newLeadList: '101' } });
    await changes.addLead(NEW, ADA);
    const [lead] = dialer.world.leads.filter(({ phone_number }) => phone_number === NEW.nationalNumber);
    expect(lead?.list_id).toBe('101');
  });

  it('that is one already, in whatever list, is not added, and named', async () => {
    const { changes } = await createScene();
    const before = dialer.world.leads.length;
    expect(await changes.addLead({ ...NEW, ...BERT }, ADA)).toEqual({
      ok: true,
      value: { outcome: 'duplicate', leadId: '2002' },
    });
    expect(dialer.world.leads).toHaveLength(before);
  });

  it.each(['campaign', 'system'] as const)('that is on the do-not-call list of the %s is not added', async (list) => {
    const { changes } = await createScene();
    await changes.listDoNotCall(NEW, list === 'campaign' ? 'TESTCAMP' : null);
    expect(await changes.addLead(NEW, ADA)).toEqual({ ok: true, value: { outcome: 'doNotCall' } });
  });

  it('says where VICIdial has dropped letters of the name', async () => {
    const { changes } = await createScene();
    const answer = await changes.addLead(NEW, { ...ADA, lastName: 'Müller' });
    expect(answer).toEqual({ ok: true, value: { outcome: 'added', isAltered: true } });
  });

  it.each([
    ['4711', 'listNotAllowed'],
    ['none', 'refusedInput'],
  ])('in the list %s is refused as %s', async (listId, code) => {
    const { changes } = await createScene();
    expect(await changes.addLead(NEW, { ...ADA, listId })).toMatchObject({ ok: false, failure: { failure: { code } } });
  });
});

describe('a lead that takes over what a page says', () => {
  const bert = () => dialer.world.leads.find(({ lead_id }) => lead_id === '2002');

  it('has it by one request, which leaves everything else as it is', async () => {
    const { changes, changed } = await createScene();
    const before = { ...bert() };
    const taken = { firstName: 'Bertram', email: 'bert@jones.example' };
    expect(await changes.updateLead('2002', taken)).toEqual({ ok: true, value: { isAltered: false } });
    expect(bert()).toEqual({ ...before, first_name: 'Bertram', email: 'bert@jones.example' });
    expect([asked('update_lead').length, changed()]).toEqual([1, 1]);
    const [request] = asked('update_lead');
    expect(request?.parameters).toMatchObject({ lead_id: '2002', search_method: 'LEAD_ID', user: LOGIN.user });
    expect(request?.method).toBe('POST');
  });

  it('says where VICIdial has dropped letters', async () => {
    const { changes } = await createScene();
    expect(await changes.updateLead('2002', { lastName: 'Müller' })).toEqual({ ok: true, value: { isAltered: true } });
  });

  it.each([
    ['4711', { firstName: 'Ada' }, 'leadNotFound'],
    ['2002', { email: 'no address' }, 'refusedInput'],
    ['2002', { firstName: '--BLANK--' }, 'refusedInput'],
    ['2002', {}, 'refusedInput'],
  ])('of the lead %s with %j is refused as %s', async (leadId, change, code) => {
    const { changes } = await createScene();
    const before = JSON.stringify(dialer.world.leads);
    expect(await changes.updateLead(leadId, change)).toMatchObject({ ok: false, failure: { failure: { code } } });
    expect(JSON.stringify(dialer.world.leads)).toBe(before);
  });

  it('that nobody has answered for is not sent again, and what was known is old', async () => {
    const { changes, changed } = await createScene();
    dialer.faults.add({ match: { function: 'update_lead' }, fault: { kind: 'html', takesEffect: true } });
    expect((await changes.updateLead('2002', { firstName: 'Bertram' })).ok).toBe(false);
    expect([asked('update_lead').length, changed()]).toEqual([1, 1]);
  });

  it('is never emptied, nor told more than a column holds', () => {
    const schema = panelRequestSchemas['number.updateLead'];
    const taken = (change: object) => v.safeParse(schema, { leadId: '2002', change }).success;
    expect([{}, { email: 'a@b.example' }, { lastName: 'x'.repeat(30) }].map(taken)).toEqual([true, true, true]);
    expect([{ email: '' }, { lastName: 'x'.repeat(31) }, { vendorCode: 7 }].map(taken)).toEqual([false, false, false]);
  });
});
