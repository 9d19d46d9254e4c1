import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRequestLine } from '../../../lib/background/request-line.ts';
import { createSetUp } from '../../../lib/background/set-up/set-up.ts';
import { SPACING_MS } from '../../../lib/background/set-up/set-up-check.ts';
import { createSupervisor } from '../../../lib/background/supervisor/supervisor.ts';
import {
  createSupervisorLogins,
  type SupervisorLogin,
  type SupervisorLogins,
} from '../../../lib/background/supervisor/supervisor-login.ts';
import type { SignInRequest } from '../../../lib/messages/protocol.ts';
import type { SetUpReport } from '../../../lib/messages/set-up-report.ts';
import type { Connection } from '../../../lib/session/connection.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { findLiveAgent, findUser, type User } from '../../simulator/world.ts';
import { createArea } from './rig.ts';

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

const AGENT = { user: '1000', password: 'agentpass' };
const ADMINISTRATOR = { user: '6666', password: '1234' };
const SERVICE = { user: 'apiuser', password: 'apipass123' };

function change(user: string, columns: Partial<User>) {
  Object.assign(findUser(dialer.world, user)!, columns);
}

async function setUp(
  connection: Partial<Connection> | null = {},
  supervisor: Partial<SupervisorLogin> | null = null,
  onSleep: (supervisors: SupervisorLogins) => Promise<void> = async () => {},
) {
  const supervisors = createSupervisorLogins(createArea());
  if (supervisor) {
    await supervisors.keep({
      ...{ id: 'supervisor-1', server: dialer.url as ServerUrl, path: '/vicidial/non_agent_api.php' },
      ...{ credentials: ADMINISTRATOR, ...supervisor },
    });
  }
  const store = createSessionStore(createArea());
  await store.load();
  if (connection) {
    await store.update({
      connection: {
        ...{ id: 'sign-in-1', server: dialer.url as ServerUrl, agentPath: '/agc/api.php', credentials: AGENT },
        ...{ nonAgentPath: '/vicidial/non_agent_api.php', agentUser: '1000', statusCredential: SERVICE },
        ...{ region: 'US', dialMethod: 'unknown' as const, ...connection },
      },
    });
  }
  const slept: number[] = [];
  const taken: string[] = [];
  const take =
    (how: string) =>
    async ({ code }: VicidialFailure) =>
      void taken.push(`${how} ${code}`);
  const line = createRequestLine();
  const common = {
    ...{ store, settings: createSettingsStore(createArea()), fetch, newId: () => crypto.randomUUID() },
    ...{ hasPermission: async () => true, keepConnectionsFresh: async () => {} },
  };
  const { desk } = createSupervisor({ ...common, logins: supervisors });
  const own = createSetUp({
    ...{ ...common, supervisors, desk, fetchIn: () => fetch, inTurn: line.inTurn },
    sleep: async (ms) => {
      slept.push(ms);
      await onSleep(supervisors);
    },
    session: () => ({ takeFailure: take('dropped'), end: take('ended') }),
  });
  return { ...own, store, supervisors, desk, slept, taken };
}

async function reportOf(
  connection?: Partial<Connection>,
  supervisor?: Partial<SupervisorLogin> | null,
): Promise<SetUpReport> {
  const { check } = await setUp(connection, supervisor);
  const answer = await check(null);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

const toldOf = ({ functions }: SetUpReport['agent']) =>
  Object.fromEntries(functions.map(({ name, told }) => [name, told]));

describe('a set-up in which all is well', () => {
  it('is told so, function by function', async () => {
    const report = await reportOf({}, {});
    const { agent, service, supervisor } = report;
    const all = [...agent.functions, ...service!.functions, ...supervisor!.functions];
    expect(all.filter(({ told }) => told !== 'allowed')).toEqual([]);
    expect(all).toHaveLength(14 + 10 + 14);
    expect(report.facts).toEqual({ isLoggedIn: true, mayDialByHand: true, hasWebphone: true, isViewable: true });
  });

  it('leaves the dialer as it was, but for its log of requests and of logins', async () => {
    const { users: _, api_log: __, api_urls: ___, ...before } = JSON.parse(JSON.stringify(dialer.world));
    await reportOf({}, {});
    const { users: _u, api_log: _l, api_urls: _p, ...after } = JSON.parse(JSON.stringify(dialer.world));
    expect(after).toEqual(before);
    expect(after.live_agents.length).toBeGreaterThan(0);
  });

  it('asks each endpoint by its own login, and for nobody who is there but by questions', async () => {
    await reportOf();
    const agent = dialer.log.requests({ path: '/agc/api.php' });
    const service = dialer.log.requests({ path: '/vicidial/non_agent_api.php' });
    expect(new Set(agent.map(({ parameters }) => parameters.user))).toEqual(new Set(['1000']));
    expect(new Set(service.map(({ parameters }) => parameters.user))).toEqual(new Set(['apiuser']));
    const own = agent.filter(({ parameters }) => parameters.agent_user === '1000');
    expect(own.map(({ parameters }) => [parameters.function, parameters.value ?? parameters.lead_id])).toEqual([
      ['recording', 'STATUS'],
      ['external_dial', '00'],
      ['webphone_url', 'DISPLAY'],
    ]);
    const others = agent.filter(({ parameters }) => parameters.agent_user !== '1000');
    expect(others).toHaveLength(14);
    for (const { parameters } of others) expect(parameters.agent_user).toMatch(/^nobody[\da-f]{14}$/);
  });

  it('waits half a second behind each request', async () => {
    const { check, slept } = await setUp();
    await check(null);
    expect(slept).toHaveLength(dialer.log.requests().length);
    expect(new Set(slept)).toEqual(new Set([SPACING_MS]));
  });

  it('tells nothing of a password or a phone', async () => {
    const supervisor = { credentials: { user: 'otherapi', password: 'otherpass1' } };
    const text = JSON.stringify(await reportOf({}, supervisor));
    expect(text).toContain('apiuser');
    expect(text).toContain('otherapi');
    expect(text).not.toMatch(/agentpass|apipass123|otherpass1|http[^"]*webphone|phone_pass/);
    // What the answer held, of which nothing may be left.
    expect(dialer.world.agent_sessions.find(({ user }) => user === '1000')?.webphone_url).toMatch(/^http/);
  });
});

describe('what an administrator has left out', () => {
  it('of the list of functions', async () => {
    change('1000', { api_allowed_functions: ' external_dial recording ' });
    const told = toldOf((await reportOf()).agent);
    expect(told).toMatchObject({ external_dial: 'allowed', recording: 'allowed', external_hangup: 'notListed' });
  });

  it('of its outer spaces: nothing is found in it', async () => {
    change('1000', { api_allowed_functions: 'external_dial recording' });
    const { agent, facts } = await reportOf();
    expect(agent.functions.filter(({ told }) => told !== 'notListed').map(({ name }) => name)).toEqual([]);
    expect(facts.isLoggedIn).toBeNull();
  });

  it.each([
    ['0', '1', false],
    ['2', '1', false],
    ['1', '1', true],
  ])('of the agent’s manual calls, %s', async (agentcall_manual, _, expected) => {
    change('1000', { agentcall_manual });
    expect((await reportOf()).facts.mayDialByHand).toBe(expected);
  });

  it('is not known of manual calls while the agent is not paused', async () => {
    findLiveAgent(dialer.world, '1000')!.status = 'READY';
    expect((await reportOf()).facts).toMatchObject({ isLoggedIn: true, mayDialByHand: null });
    expect(findLiveAgent(dialer.world, '1000')!.external_dial).toBe('');
  });

  it.each([
    [
      'api7',
      'level7pass',
      {},
      {
        agent_status: 'allowed',
        lead_search: 'flagsMissing',
        lead_all_info: 'allowed',
        check_phone_number: 'flagsMissing',
      },
    ],
    ['noreport', 'noreport1', {}, { agent_status: 'flagsMissing', lead_search: 'flagsMissing' }],
    [
      'apilimited',
      'limited123',
      {},
      { agent_status: 'allowed', lead_search: 'notListed', check_phone_number: 'notListed' },
    ],
    ['noapi', 'noapi123', {}, { agent_status: 'flagsMissing', lead_search: 'flagsMissing' }],
  ])('of the second login %s', async (user, password, columns, expected) => {
    change(user, columns);
    const { service } = await reportOf({ statusCredential: { user, password } });
    expect(toldOf(service!)).toMatchObject(expected);
  });

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

  it('of what the second login may change for the window about a number', async () => {
    change('apiuser', { modify_lists: '0', api_allowed_functions: ' agent_status add_lead add_dnc_phone ' });
    expect(toldOf((await reportOf()).service!)).toMatchObject({
      ...{ add_lead: 'allowed', add_dnc_phone: 'flagsMissing', update_lead: 'notListed' },
      ...{ recording_lookup: 'notListed', phone_number_log: 'notListed' },
    });
  });

  it('of whom the second login may see', async () => {
    const statusCredential = { user: 'otherapi', password: 'otherpass1' };
    expect((await reportOf({ statusCredential })).facts.isViewable).toBe(false);
  });
});

describe('a login that is refused', () => {
  it('ends the session, and is not tried again', async () => {
    const { check, taken } = await setUp({ credentials: { user: '1000', password: 'wrong' } });
    const answer = await check(null);
    expect(answer.ok && answer.value.agent.problem).toEqual({ code: 'badCredentials' });
    expect(taken).toEqual(['ended badCredentials']);
    expect(dialer.log.requests({ path: '/agc/api.php' })).toHaveLength(1);
    expect(findUser(dialer.world, '1000')?.failed_login_count).toBe('1');
  });

  it('of the second user is dropped, and leaves the agent’s report whole', async () => {
    const { check, taken } = await setUp({ statusCredential: { user: 'apiuser', password: 'wrong' } });
    const answer = await check(null);
    if (!answer.ok) throw new Error(answer.failure.code);
    expect(answer.value.service?.problem).toEqual({ code: 'badCredentials' });
    expect(new Set(answer.value.agent.functions.map(({ told }) => told))).toEqual(new Set(['allowed']));
    expect(taken).toEqual(['dropped badCredentials']);
    expect(dialer.log.requests({ path: '/vicidial/non_agent_api.php' })).toHaveLength(1);
  });

  it('of the supervisor is given up, and leaves the others', async () => {
    const { check, supervisors, taken } = await setUp({}, { credentials: { user: '6666', password: 'wrong' } });
    const answer = await check(null);
    expect(answer.ok && answer.value.supervisor?.problem).toEqual({ code: 'badCredentials' });
    expect(await supervisors.read()).toBeNull();
    expect(taken).toEqual([]);
    expect(findUser(dialer.world, '6666')?.failed_login_count).toBe('1');
  });

  it('for want of the flag of the API is a finding after one request', async () => {
    change('1000', { vdc_agent_api_access: '0' });
    const { agent } = await reportOf({ statusCredential: null });
    expect(agent.problem).toEqual({ code: 'noApiAccess' });
    expect(dialer.log.requests()).toHaveLength(1);
  });

  it('never is an agent’s own on the Non-Agent API', async () => {
    const { service } = await reportOf({ statusCredential: { user: '1000', password: 'agentpass' } });
    expect(service).toBeNull();
    expect(dialer.log.requests({ path: '/vicidial/non_agent_api.php' })).toEqual([]);
  });

  it('is not the supervisor’s of another dialer, nor one that is an agent’s own', async () => {
    const own = { statusCredential: null };
    expect((await reportOf(own, { server: 'https://other.example.com' as ServerUrl })).supervisor).toBeNull();
    expect((await reportOf(own, { credentials: AGENT })).supervisor).toBeNull();
    expect(dialer.log.requests({ path: '/vicidial/non_agent_api.php' })).toEqual([]);
  });
});

describe('a supervisor’s login that is gone while the check runs', () => {
  const askedOf = ({ user }: { readonly user: string }) =>
    dialer.log.requests({ path: '/vicidial/non_agent_api.php' }).filter(({ parameters }) => parameters.user === user);

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

describe('a login that is typed', () => {
  const typed = (more: Partial<SignInRequest> = {}): SignInRequest => ({
    ...{ server: dialer.url, agentPath: '', nonAgentPath: '', allowInsecure: false, agentUser: '', pin: null },
    ...{ region: 'US', dialMethod: 'unknown', statusCredential: null, ...AGENT, ...more },
  });

  it('is checked without a session, also where nobody could sign in with it', async () => {
    change('1000', { api_allowed_functions: ' external_dial ' });
    const { check, store } = await setUp(null);
    const answer = await check(typed());
    expect(answer.ok && toldOf(answer.value.agent)).toMatchObject({ external_dial: 'allowed', recording: 'notListed' });
    expect(store.current().connection).toBeNull();
  });

  it('with a wrong password is tried once', async () => {
    const { check } = await setUp(null);
    const answer = await check(typed({ password: 'wrong' }));
    expect(answer.ok && answer.value.agent.problem).toEqual({ code: 'badCredentials' });
    expect(findUser(dialer.world, '1000')?.failed_login_count).toBe('1');
  });

  it('goes nowhere without the permission for its server, nor through a relay', async () => {
    const { check } = await setUp(null);
    expect(await check(typed({ relay: '' }))).toEqual({ ok: false, failure: { code: 'relayFirst' } });
    expect(await check(null)).toEqual({ ok: false, failure: { code: 'notSignedIn' } });
    expect(dialer.log.requests()).toEqual([]);
  });
});

it('runs once at a time', async () => {
  const { check } = await setUp();
  const first = check(null);
  expect(await check(null)).toEqual({ ok: false, failure: { code: 'checking' } });
  expect((await first).ok).toBe(true);
});
