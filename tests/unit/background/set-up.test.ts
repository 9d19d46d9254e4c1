import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SPACING_MS } from '../../../lib/background/set-up/set-up-check.ts';
import type { SignInRequest } from '../../../lib/messages/sign-in.ts';
import type { Connection } from '../../../lib/session/connection.ts';
import { AGENT_FUNCTIONS } from '../../../lib/vicidial/set-up/agent-probe.ts';
import {
  SERVICE_CHANGES,
  SERVICE_FUNCTIONS,
  SUPERVISOR_FUNCTIONS,
} from '../../../lib/vicidial/set-up/service-probe.ts';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { findLiveAgent, findUser, type User } from '../../simulator/world.ts';
import { AGENT, change as changeAt, reports, setUp as setUpAt, toldOf } from './set-up-rig.ts';

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

const change = (user: string, columns: Partial<User>) => changeAt(dialer, user, columns);
const setUp = (connection?: Partial<Connection> | null) => setUpAt(dialer, connection);
const reportOf: ReturnType<typeof reports> = (...args) => reports(dialer)(...args);

describe('a set-up in which all is well', () => {
  it('is told so, function by function', async () => {
    const report = await reportOf({}, {});
    const { agent, service, supervisor } = report;
    const all = [...agent.functions, ...service!.functions, ...supervisor!.functions];
    // The agent of the demo lacks the flag; VICIdial looks at it for nobody who is not there.
    expect(all.filter(({ told }) => told !== 'allowed')).toEqual([{ name: 'update_fields', told: 'flagsMissing' }]);
    expect(all.map(({ name }) => name)).toEqual([
      ...[...AGENT_FUNCTIONS, ...SERVICE_FUNCTIONS, ...SERVICE_CHANGES],
      ...SUPERVISOR_FUNCTIONS,
    ]);
    const facts = { isLoggedIn: true, mayDialByHand: true, hasWebphone: true, isViewable: true };
    expect(report.facts).toEqual({ ...facts, mayUpdateFields: false });
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
      ['update_fields', undefined],
    ]);
    const others = agent.filter(({ parameters }) => parameters.agent_user !== '1000');
    expect(others).toHaveLength(AGENT_FUNCTIONS.length);
    for (const { parameters } of others) expect(parameters.agent_user).toMatch(/^nobody[\da-f]{14}$/);
  });

  it.each(['1', '4'])(
    'tells that the agent may write to the lead on his screen: Modify Leads %s',
    async (modify_leads) => {
      change('1000', { modify_leads });
      const { agent, facts } = await reportOf();
      expect(agent.functions).toContainEqual({ name: 'update_fields', told: 'allowed' });
      expect(facts.mayUpdateFields).toBe(true);
    },
  );

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
    // At once: nobody else sends it meanwhile, and nothing more is asked for a session that is over.
    expect(dialer.log.requests()).toHaveLength(1);
    expect(answer.ok && answer.value.service?.user).toBe('apiuser');
    expect(answer.ok && new Set(answer.value.service?.functions.map(({ told }) => told))).toEqual(
      new Set(['notAsked']),
    );
    expect(findUser(dialer.world, '1000')?.failed_login_count).toBe('1');
  });

  it('of the second user is dropped, and leaves the agent’s report whole', async () => {
    const { check, taken } = await setUp({ statusCredential: { user: 'apiuser', password: 'wrong' } });
    const answer = await check(null);
    if (!answer.ok) throw new Error(answer.failure.code);
    expect(answer.value.service?.problem).toEqual({ code: 'badCredentials' });
    expect(answer.value.agent.functions.map(({ told }) => told)).not.toContain('notAsked');
    expect(taken).toEqual(['dropped badCredentials']);
    expect(dialer.log.requests({ path: '/vicidial/non_agent_api.php' })).toHaveLength(1);
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

  it('that is refused is given up by whoever has it, before the next one is tried', async () => {
    const statusCredential = { user: 'apiuser', password: 'wrong' };
    const { check, taken } = await setUp({});
    await check(typed({ password: 'nonsense', statusCredential }));
    expect(taken).toEqual([
      `gave up credentials 1000/nonsense badCredentials ${dialer.url}`,
      `gave up statusCredential apiuser/wrong badCredentials ${dialer.url}`,
    ]);
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
