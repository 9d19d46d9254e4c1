import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SupervisorLogin, SupervisorLogins } from '../../../lib/background/supervisor/supervisor-login.ts';
import type { Connection } from '../../../lib/session/connection.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { findUser, type User } from '../../simulator/world.ts';
import { ADMINISTRATOR, AGENT, change as changeAt, reports, SERVICE, setUp as setUpAt, toldOf } from './set-up-rig.ts';

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

const change = (user: string, columns: Partial<User>) => changeAt(dialer, user, columns);
const setUp = (
  connection: Partial<Connection> | null,
  supervisor: Partial<SupervisorLogin>,
  onSleep?: (supervisors: SupervisorLogins) => Promise<void>,
) => setUpAt(dialer, connection, supervisor, onSleep);
const reportOf: ReturnType<typeof reports> = (...args) => reports(dialer)(...args);
const askedOf = ({ user }: { readonly user: string }) =>
  dialer.log.requests({ path: '/vicidial/non_agent_api.php' }).filter(({ parameters }) => parameters.user === user);

describe('what an administrator has left out', () => {
  it.each([
    ['apiuser', 'apipass123', { call_dispo_report: 'flagsMissing', delete_dnc_phone: 'allowed' }],
    [
      ...(['api7', 'level7pass'] as const),
      { logged_in_agents: 'allowed', in_group_status: 'allowed', campaigns_list: 'flagsMissing' },
    ],
    ['api7', 'level7pass', { update_campaign: 'flagsMissing', add_dnc_phone: 'flagsMissing' }],
    ['noreport', 'noreport1', { logged_in_agents: 'flagsMissing', hopper_list: 'flagsMissing' }],
    ['apilimited', 'limited123', { logged_in_agents: 'notListed', update_alt_url: 'notListed' }],
  ])('of the supervisor %s', async (user, password, expected) => {
    const { supervisor } = await reportOf({ statusCredential: null }, { credentials: { user, password } });
    expect(supervisor?.user).toBe(user);
    expect(toldOf(supervisor!)).toMatchObject(expected);
  });
});

describe('a login that is refused', () => {
  it('of the supervisor is given up, and leaves the others', async () => {
    const { check, supervisors, taken } = await setUp({}, { credentials: { user: '6666', password: 'wrong' } });
    const answer = await check(null);
    expect(answer.ok && answer.value.supervisor?.problem).toEqual({ code: 'badCredentials' });
    expect(await supervisors.read()).toBeNull();
    expect(taken).toEqual([]);
    expect(findUser(dialer.world, '6666')?.failed_login_count).toBe('1');
  });

  it('is not the supervisor’s of another dialer, nor one that is an agent’s own', async () => {
    const own = { statusCredential: null };
    expect((await reportOf(own, { server: 'https://other.example.com' as ServerUrl })).supervisor).toBeNull();
    expect((await reportOf(own, { credentials: AGENT })).supervisor).toBeNull();
    expect(dialer.log.requests({ path: '/vicidial/non_agent_api.php' })).toEqual([]);
  });
});

describe('a user who is second login and supervisor', () => {
  const BOTH = { statusCredential: SERVICE } as const;

  it('is refused once, told so as both, and given up', async () => {
    const { check, supervisors, taken } = await setUp(BOTH, { credentials: { ...SERVICE, user: 'APIuser' } });
    change(SERVICE.user, { pass: 'changed' });
    const answer = await check(null);
    if (!answer.ok) throw new Error(answer.failure.code);
    const { service, supervisor } = answer.value;
    expect([service?.problem, supervisor?.problem]).toEqual([{ code: 'badCredentials' }, { code: 'badCredentials' }]);
    expect(new Set(supervisor?.functions.map(({ told }) => told))).toEqual(new Set(['notAsked']));
    expect(findUser(dialer.world, SERVICE.user)?.failed_login_count).toBe('1');
    expect(await supervisors.read()).toBeNull();
    expect(taken).toEqual(['dropped badCredentials']);
  });

  it('is refused once where the agent’s part is typed', async () => {
    const { check, supervisors } = await setUp(null, { credentials: SERVICE });
    change(SERVICE.user, { pass: 'changed' });
    const answer = await check({
      ...{ server: dialer.url, agentPath: '', nonAgentPath: '', allowInsecure: false, agentUser: '', pin: null },
      ...{ region: 'US', dialMethod: 'unknown', statusCredential: SERVICE, ...AGENT },
    });
    expect(answer.ok && answer.value.supervisor?.problem).toEqual({ code: 'badCredentials' });
    expect(findUser(dialer.world, SERVICE.user)?.failed_login_count).toBe('1');
    expect(await supervisors.read()).toBeNull();
  });

  it('is given up as both before anything of the page could be sent with it', async () => {
    const kept: unknown[] = [];
    const { check } = await setUp(BOTH, { credentials: SERVICE }, async (supervisors) => {
      if (findUser(dialer.world, SERVICE.user)?.failed_login_count === '1') kept.push(await supervisors.read());
    });
    change(SERVICE.user, { pass: 'changed' });
    await check(null);
    expect(findUser(dialer.world, SERVICE.user)?.failed_login_count).toBe('1');
    expect(kept.filter((login) => login !== null)).toEqual([]);
  });

  it('is asked as a supervisor with the right password where the other one is wrong', async () => {
    const statusCredential = { ...SERVICE, password: 'wrong' };
    const { supervisor, service } = await reportOf({ statusCredential }, { credentials: SERVICE });
    expect(service?.problem).toEqual({ code: 'badCredentials' });
    expect(supervisor?.problem).toBeNull();
    expect(toldOf(supervisor!)).toMatchObject({ logged_in_agents: 'allowed' });
  });
});

it('gives a refused second login up before the supervisor’s is asked with', async () => {
  const known: string[][] = [];
  const rig = await setUp({ statusCredential: { ...SERVICE, password: 'wrong' } }, {}, async () => {
    if (askedOf(ADMINISTRATOR).length === 1) known.push([...rig.taken]);
  });
  await rig.check(null);
  expect(known).toEqual([['dropped badCredentials']]);
});

it('gives none up that is given up already', async () => {
  const rig = await setUp({ statusCredential: { ...SERVICE, password: 'wrong' } }, {}, async () => {
    const { connection } = rig.store.current();
    await rig.store.update({ connection: connection && { ...connection, statusCredential: null } });
  });
  await rig.check(null);
  expect(rig.taken).toEqual([]);
});

describe('a supervisor’s login that is gone while the check runs', () => {
  it('for its page was refused has been sent once', async () => {
    // The agent is asked for once: the supervisor's turn comes while the page waits for its answer.
    change('1000', { vdc_agent_api_access: '0' });
    const { check, desk, supervisors } = await setUp({ statusCredential: null }, {});
    change('6666', { pass: 'changed' });
    dialer.faults.add({ match: { function: 'logged_in_agents', nth: 1 }, fault: { kind: 'delayAfter', ms: 300 } });
    const page = desk('supervisor-1').agents();
    await expect.poll(() => askedOf(ADMINISTRATOR)).toHaveLength(1);
    const answer = await check(null);
    expect(await page).toMatchObject({ failure: { failure: { code: 'badCredentials' } } });
    expect(answer.ok && answer.value.supervisor).toBeNull();
    expect(await supervisors.read()).toBeNull();
    expect(findUser(dialer.world, '6666')?.failed_login_count).toBe('1');
  });

  it('is used no more, and not told of', async () => {
    const { check } = await setUp({ statusCredential: null }, {}, async ({ forget }) => {
      if (askedOf(ADMINISTRATOR).length === 2) await forget();
    });
    const answer = await check(null);
    expect(answer.ok && answer.value.supervisor).toBeNull();
    expect(askedOf(ADMINISTRATOR)).toHaveLength(2);
  });

  it('leaves the next one’s to be asked', async () => {
    const { check } = await setUp({ statusCredential: null }, {}, async (supervisors) => {
      const login = await supervisors.read();
      if (login?.id === 'supervisor-1') await supervisors.keep({ ...login, id: 'supervisor-2', credentials: SERVICE });
    });
    const answer = await check(null);
    expect(answer.ok && answer.value.supervisor?.user).toBe(SERVICE.user);
    expect(askedOf(ADMINISTRATOR)).toEqual([]);
  });
});
