import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NumberChanges } from '../../../lib/background/records/number-changes.ts';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { findUser } from '../../simulator/world.ts';
import { createChangesScene, LOGIN, refused } from './number-changes-rig.ts';

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

const BERT = { nationalNumber: '7275551313' };
const CALLBACK = { at: '2026-11-21 09:30:00', type: 'USERONLY', comments: 'wants an offer' } as const;

const createScene = (options?: Parameters<typeof createChangesScene>[1]) => createChangesScene(dialer, options);
const asked = (name: string) => dialer.log.requests({ function: name });
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
