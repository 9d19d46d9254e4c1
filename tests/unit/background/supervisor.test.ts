import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignInRequest } from '../../../lib/messages/sign-in.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { findCampaign, findUser } from '../../simulator/world.ts';
import { createArea, signedInArea } from './rig.ts';
import {
  ADMINISTRATOR,
  askedOf,
  createSupervisorRig,
  deskOf,
  SUPERVISOR,
  sessionOf,
  signInRequest,
} from './supervisor-rig.ts';

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

const supervise = (...rest: Rest) => createSupervisorRig(dialer, ...rest);
const request = (login: typeof SUPERVISOR, more: Partial<SignInRequest> = {}) => signInRequest(dialer, login, more);
const asked = (name?: string) => askedOf(dialer, name);
type Rest = Parameters<typeof createSupervisorRig> extends [unknown, ...infer R] ? R : never;

describe('a supervisor’s own login', () => {
  it('is kept in the memory of the browser alone, and told without its password', async () => {
    const { supervisor, area, signedIn } = await supervise();
    expect(signedIn).toEqual({ ok: true, value: null });
    expect(await supervisor.state()).toEqual({
      ...{ status: 'signedIn', session: expect.stringMatching(/./), server: dialer.url, user: 'apiuser' },
      // How far that clock is ahead of this computer's is asked with the version.
      clockAheadMs: expect.any(Number),
    });
    expect(JSON.stringify(area.items)).toContain('apipass123');
  });

  it('lives beside an agent’s, and neither ends the other', async () => {
    const { supervisor, store, area } = await supervise(SUPERVISOR, await signedInArea());
    expect(store.current().connection?.agentUser).toBe('1000');
    await store.clear();
    expect((await supervisor.state()).status).toBe('signedIn');
    await supervisor.signOut();
    expect((await supervisor.state()).status).toBe('signedOut');
    expect(JSON.stringify(area.items)).not.toContain('apipass123');
  });

  it('that is wrong is tried once, and not kept', async () => {
    const { desk, signedIn } = await supervise({ user: 'apiuser', password: 'wrong' });
    expect(signedIn).toEqual({ ok: false, failure: { code: 'vicidial', failure: { code: 'badCredentials' } } });
    expect(await desk.agents()).toEqual({ ok: false, failure: { code: 'notSignedIn' } });
    expect(asked()).toHaveLength(1);
    expect(findUser(dialer.world, 'apiuser')?.failed_login_count).toBe('1');
  });

  it('that is refused later is used no more, also for what was waiting', async () => {
    const { desk } = await supervise();
    findUser(dialer.world, 'apiuser')!.pass = 'changed';
    const answers = await Promise.all([desk.agents(), desk.campaigns()]);
    expect(answers.map((answer) => !answer.ok && answer.failure.code).sort()).toEqual(['notSignedIn', 'vicidial']);
    expect(findUser(dialer.world, 'apiuser')?.failed_login_count).toBe('1');
  });

  it('that is refused is used no more as the second login of an agent, nor the other way round', async () => {
    const area = await signedInArea();
    const { desk, store, supervisor } = await supervise(SUPERVISOR, area);
    const asAgent = { ...store.current().connection!, server: dialer.url as ServerUrl, statusCredential: SUPERVISOR };
    const second = () => store.current().connection?.statusCredential;
    await store.update({ connection: { ...asAgent, statusCredential: { ...SUPERVISOR, password: 'other' } } });
    findUser(dialer.world, 'apiuser')!.pass = 'changed';
    await desk.agents();
    expect(second()).toEqual({ ...SUPERVISOR, password: 'other' });
    await supervisor.signIn(request({ ...SUPERVISOR, password: 'other' }));
    expect(second()).toBeNull();
    expect(store.current().statusLoginRefused).toEqual({ code: 'badCredentials' });
    await supervisor.signIn(request({ ...SUPERVISOR, password: 'changed' }));
    await store.update({ connection: { ...asAgent, statusCredential: { ...SUPERVISOR, password: 'changed' } } });
    await store.update({ connection: asAgent });
    await store.update({ connection: { ...asAgent, statusCredential: null } });
    expect((await supervisor.state()).status).toBe('signedIn');
    await store.update({ connection: { ...asAgent, statusCredential: { user: 'APIUSER', password: 'changed' } } });
    await store.update({
      connection: { ...asAgent, statusCredential: null },
      statusLoginRefused: { code: 'badCredentials' },
    });
    await expect.poll(async () => (await supervisor.state()).status).toBe('signedOut');
  });

  it.each([
    ['take a number off the list', 'delete_dnc_phone'],
    ['stop a campaign', 'update_campaign'],
    ['switch an address off', 'update_alt_url'],
    ['ask for the next in-group', 'in_group_status'],
  ])('that comes next does not %s for the one before', async (_, name) => {
    const { supervisor, desk } = await supervise();
    dialer.faults.add({ match: { function: 'in_group_status', nth: 1 }, fault: { kind: 'delayAfter', ms: 300 } });
    const queues = desk.queues({ kind: 'ingroup', names: ['SALESLINE', 'SUPPORT'] });
    await expect.poll(() => asked('in_group_status')).toHaveLength(1);
    const writes = [
      desk.changeDoNotCall({ nationalNumber: '7275551212', campaign: null, change: 'remove' }),
      desk.changeCampaign({ campaign: 'TESTCAMP', kind: 'active', active: false }),
      desk.changeAltUrl({ kind: 'switch', campaign: 'TESTCAMP', event: 'dispo', id: '3', active: false }),
    ];
    await supervisor.signOut();
    await supervisor.signIn(request(ADMINISTRATOR));
    const answers = await Promise.all([...writes, queues]);
    expect(asked(name).filter(({ parameters }) => parameters.user === ADMINISTRATOR.user)).toEqual([]);
    expect(answers).toEqual(answers.map(() => ({ ok: false, failure: { code: 'notSignedIn' } })));
    expect((await supervisor.state()).status).toBe('signedIn');
  });

  it('that comes next is not ended by a page that shows the one before', async () => {
    const { supervisor } = await supervise();
    const before = await sessionOf(supervisor);
    await supervisor.signIn(request(ADMINISTRATOR));
    await supervisor.signOut(before);
    expect(await supervisor.state()).toMatchObject({ status: 'signedIn', user: ADMINISTRATOR.user });
    await supervisor.signOut(await sessionOf(supervisor));
    expect((await supervisor.state()).status).toBe('signedOut');
  });

  it('is never the one of the agent who is signed in', async () => {
    const { supervisor, signedIn } = await supervise({ user: '1000', password: 'agentpass' }, await signedInArea());
    expect(signedIn).toEqual({ ok: false, failure: { code: 'sameUser' } });
    expect(asked()).toEqual([]);
    const later = await supervise();
    await later.store.update({ connection: { ...(await signedIn1000()), agentUser: 'APIUSER' } });
    dialer.log.clear();
    expect(await later.desk.agents()).toEqual({ ok: false, failure: { code: 'sameUser' } });
    expect(asked()).toEqual([]);
    expect((await supervisor.state()).status).toBe('signedOut');
  });

  it('is taken where the floor alone may not be seen: its password was right', async () => {
    const { supervisor, desk, signedIn } = await supervise({ user: 'noreport', password: 'noreport1' });
    expect(signedIn?.ok).toBe(true);
    expect(await desk.agents()).toEqual({
      ok: false,
      failure: { code: 'vicidial', failure: { code: 'notPermitted', function: 'logged_in_agents' } },
    });
    expect((await supervisor.state()).status).toBe('signedIn');
  });

  it('goes to no relay', async () => {
    const { supervisor } = await supervise(null);
    expect(await supervisor.signIn(request(SUPERVISOR, { relay: '' }))).toEqual({
      ok: false,
      failure: { code: 'byRelay' },
    });
    expect(dialer.log.requests()).toEqual([]);
  });
});

async function signedIn1000() {
  const store = createSessionStore(await signedInArea());
  return (await store.load()).connection!;
}

describe('campaigns', () => {
  it('are listed, counted, stopped and set, each by one request', async () => {
    const { desk } = await supervise();
    const listed = await desk.campaigns();
    expect(listed.ok && listed.value.map(({ id }) => id)).toContain('TESTCAMP');
    expect(await desk.hopper({ campaign: 'TESTCAMP' })).toMatchObject({
      value: { count: 1, first: [{ leadId: '2001' }] },
    });
    expect(await desk.hopper({ campaign: 'QCAMP' })).toEqual({ ok: true, value: { count: 0, first: [] } });
    await desk.changeCampaign({ campaign: 'TESTCAMP', kind: 'active', active: false });
    await desk.changeCampaign({ campaign: 'TESTCAMP', kind: 'dialLevel', dialLevel: 2.5 });
    expect(findCampaign(dialer.world, 'TESTCAMP')).toMatchObject({ active: 'N', auto_dial_level: '2.5' });
    expect(asked('update_campaign')).toHaveLength(2);
  });

  it.each([
    ['of another group are not changed', { user: 'otherapi', password: 'otherpass1' }, { code: 'campaignNotFound' }],
    [
      'are not changed below level 8',
      { user: 'api7', password: 'level7pass' },
      { code: 'notPermitted', function: 'update_campaign' },
    ],
    [
      'are not changed without the function in the list',
      { user: 'apilimited', password: 'limited123' },
      { code: 'notPermitted', function: 'update_campaign' },
    ],
  ])('%s', async (_, login, failure) => {
    const { desk } = await supervise(login);
    const answer = await desk.changeCampaign({ campaign: 'TESTCAMP', kind: 'active', active: false });
    expect(answer).toEqual({ ok: false, failure: { code: 'vicidial', failure } });
    expect(findCampaign(dialer.world, 'TESTCAMP')?.active).toBe('Y');
  });

  it('are asked to change once where no answer comes', async () => {
    const { desk } = await supervise();
    dialer.faults.add({
      match: { function: 'update_campaign', nth: 1 },
      fault: { kind: 'dropConnection', takesEffect: true },
    });
    const answer = await desk.changeCampaign({ campaign: 'TESTCAMP', kind: 'active', active: false });
    expect(answer.ok).toBe(false);
    expect(asked('update_campaign')).toHaveLength(1);
  });
});

describe('one request', () => {
  it('serves everybody who asks for the same at about the same time, and nobody later', async () => {
    let at = 0;
    const { desk } = await supervise(SUPERVISOR, createArea(), () => at);
    dialer.log.clear();
    const answers = await Promise.all([desk.agents(), desk.agents()]);
    expect(answers[1]).toEqual(answers[0]);
    at = 3_900;
    await desk.agents();
    expect(asked('logged_in_agents')).toHaveLength(1);
    at = 4_000;
    await desk.agents();
    expect(asked('logged_in_agents')).toHaveLength(2);
  });

  it('serves also who asks long after it was begun, while it has no answer', async () => {
    let at = 0;
    const { desk } = await supervise(SUPERVISOR, createArea(), () => at);
    dialer.log.clear();
    dialer.faults.add({ match: { function: 'logged_in_agents', nth: 1 }, fault: { kind: 'delayAfter', ms: 100 } });
    const first = desk.agents();
    await expect.poll(() => asked('logged_in_agents')).toHaveLength(1);
    at = 7_000;
    expect(await desk.agents()).toEqual(await first);
    at = 10_900;
    await desk.agents();
    expect(asked('logged_in_agents')).toHaveLength(1);
  });

  it('is kept for nobody once the sign-in is gone that it was made for', async () => {
    const { supervisor, desk, area } = await supervise(SUPERVISOR, createArea(), () => 0);
    const login = structuredClone(area.items);
    await desk.agents();
    dialer.log.clear();
    await supervisor.signOut();
    // As if it had never ended: what was told is gone all the same.
    await area.set(login);
    expect((await desk.agents()).ok).toBe(true);
    expect(asked('logged_in_agents')).toHaveLength(1);
  });

  it('is made again where the last one failed, and for another login', async () => {
    const { supervisor, desk } = await supervise(SUPERVISOR, createArea(), () => 0);
    dialer.faults.add({
      match: { function: 'logged_in_agents', nth: 1 },
      fault: { kind: 'dropConnection', takesEffect: false },
    });
    expect((await desk.agents()).ok).toBe(false);
    expect((await desk.agents()).ok).toBe(true);
    await supervisor.signOut();
    expect(await desk.agents()).toEqual({ ok: false, failure: { code: 'notSignedIn' } });
    await supervisor.signIn(request({ user: 'otherapi', password: 'otherpass1' }));
    expect(await desk.agents()).toEqual({ ok: false, failure: { code: 'notSignedIn' } });
    const answer = await (await deskOf(supervisor)).agents();
    expect(answer.ok && answer.value.some(({ user }) => user === '1000')).toBe(false);
  });
});
