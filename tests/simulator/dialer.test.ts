import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { send } from './conformance/send.ts';
import { createDialer, type Dialer } from './dialer.ts';
import { findLiveAgent, findUser, type ManualClock, manualClock } from './world.ts';

let clock: ManualClock;
let dialer: Dialer;

beforeEach(async () => {
  clock = manualClock();
  dialer = await createDialer({ clock });
});

afterEach(() => dialer.close());

const credentials = { source: 'crmext', user: 'apiuser', pass: 'apipass123' };

function agentApi(parameters: Record<string, string>) {
  return send({
    method: 'POST',
    url: `${dialer.url}/agc/api.php`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...credentials, ...parameters }).toString(),
  });
}

function statusApi(parameters: Record<string, string>) {
  return send({
    method: 'GET',
    url: `${dialer.url}/vicidial/non_agent_api.php?${new URLSearchParams({ ...credentials, ...parameters })}`,
  });
}

function pauseAgent(user = '1004') {
  return agentApi({ function: 'external_pause', agent_user: user, value: 'PAUSE' });
}

function requestOf(user: string) {
  return findLiveAgent(dialer.world, user)!.external_pause;
}

describe('createDialer', () => {
  it.each(['0.0.0.0', '::', '192.168.1.5', 'dialer.example'])('refuses to listen on %s', async (host) => {
    await expect(createDialer({ host })).rejects.toThrow('loopback only');
  });

  it('answers as PHP does, without cookies and without CORS', async () => {
    const { status, headers } = await pauseAgent();
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', pragma: 'no-cache' });
    expect(Object.keys(headers).filter((name) => /cookie|access-control/.test(name))).toEqual([]);
  });

  it('reads no body that is not a form', async () => {
    const url = `${dialer.url}/agc/api.php`;
    const body = 'function=version';
    for (const type of ['text/plain', 'application/json']) {
      const reply = await send({ method: 'POST', url, body, headers: { 'Content-Type': type } });
      expect(reply.body).toBe('ERROR: Invalid Source - \n');
    }
  });

  it('answers 404 for what is not there', async () => {
    expect((await send({ method: 'GET', url: `${dialer.url}/agc/nothing.php` })).status).toBe(404);
  });

  it('frees its port when it closes, while a request hangs', async () => {
    dialer.faults.add({ match: {}, fault: { kind: 'neverAnswer', takesEffect: false } });
    const hanging = pauseAgent().catch(() => 'broken');
    await dialer.log.next({ function: 'external_pause' });
    const port = Number(new URL(dialer.url).port);
    await dialer.close();
    expect(await hanging).toBe('broken');
    dialer = await createDialer({ port });
    expect(dialer.url).toBe(`http://127.0.0.1:${port}`);
  });

  it('goes back to its start', async () => {
    await pauseAgent();
    dialer.faults.add({ match: {}, fault: { kind: 'html' } });
    dialer.reset();
    expect(requestOf('1004')).toBe('');
    expect(dialer.log.requests()).toEqual([]);
    expect((await pauseAgent()).body).toMatch(/^SUCCESS/);
  });
});

describe('lock-out', () => {
  async function failTimes(count: number, api = agentApi) {
    for (let i = 0; i < count; i += 1) await api({ function: 'external_pause', user: '1000', pass: `wrong${i}` });
  }
  const signInRight = () =>
    agentApi({ function: 'recording', value: 'STATUS', agent_user: '1000', user: '1000', pass: 'agentpass' });

  it('comes with the tenth failure, ends after fifteen minutes, and starts again from one', async () => {
    await failTimes(9);
    expect((await signInRight()).body).toMatch(/^NOTICE/);
    await failTimes(1);
    expect((await signInRight()).body).toContain('|0|1|LOCK|');
    clock.advance(15 * 60_000 + 1000);
    expect((await signInRight()).body).toMatch(/^NOTICE/);
    await failTimes(1);
    expect(findUser(dialer.world, '1000')!.failed_login_count).toBe('1');
  });

  it('counts both APIs together, and an agent on the status API fails with the right password', async () => {
    await failTimes(5);
    for (let i = 0; i < 5; i += 1) await statusApi({ function: 'agent_status', user: '1000', pass: 'agentpass' });
    expect((await signInRight()).body).toContain('LOCK');
  });

  it('is not cleared by success on the agent API, and is on the status API', async () => {
    await agentApi({ function: 'external_pause', pass: 'wrong' });
    await pauseAgent();
    expect(findUser(dialer.world, 'apiuser')!.failed_login_count).toBe('1');
    await statusApi({ function: 'agent_status', agent_user: '1000' });
    expect(findUser(dialer.world, 'apiuser')!.failed_login_count).toBe('0');
  });
});

describe('external_dial beyond the recorded cases', () => {
  const dial = { function: 'external_dial', agent_user: '1000', search: 'YES', preview: 'NO', focus: 'NO' };

  it.each([
    ['a known caller-ID alias', { value: '7275551212', group_alias: 'MAINCID' }, /\|\|MAINCID\|7275550199\|\n$/],
    ['the vtiger prefix', { value: '997275551212', vtiger_callback: 'YES' }, /set - 7275551212\|/],
    [
      'a sign that breaks SQL, which is only met when the call may be placed',
      { agent_user: '1004', value: '7275551212', vendor_id: "O'Neil" },
      /not paused/,
    ],
  ])('%s', async (_name, parameters, answer) => {
    expect((await agentApi({ ...dial, phone_code: '1', ...parameters })).body).toMatch(answer);
  });

  it('tells the listeners of the world', async () => {
    const heard: string[] = [];
    dialer.world.onChange.add(({ table, key }) => heard.push(`${table} ${key}`));
    await agentApi({ ...dial, value: '7275551212' });
    expect(heard).toContain('live_agents 1000');
  });
});

describe('agent_status beyond the recorded cases', () => {
  it('shows a ringing on-hook phone', async () => {
    findLiveAgent(dialer.world, '1002')!.ring_callerid = 'S0';
    expect((await statusApi({ function: 'agent_status', agent_user: '1002' })).body).toContain('|LOGIN|RING|');
  });

  it('falls back to bars for a stage it does not know', async () => {
    expect((await statusApi({ function: 'agent_status', agent_user: '1000', stage: 'xml' })).body).toMatch(
      /^PAUSED\|\|0\|/,
    );
  });
});

describe('the log', () => {
  it('holds what came and what was answered, with passwords masked', async () => {
    await pauseAgent();
    expect(dialer.log.requests({ function: 'external_pause' })).toMatchObject([
      {
        time: clock.now(),
        method: 'POST',
        path: '/agc/api.php',
        parameters: { pass: '***', user: 'apiuser', agent_user: '1004' },
        status: 200,
        answer: expect.stringMatching(/^SUCCESS: external_pause/),
        fault: null,
      },
    ]);
  });

  it('masks the password that a failed login echoes, unless asked for', async () => {
    await agentApi({ function: 'external_pause', pass: 'topsecret' });
    expect(JSON.stringify(dialer.log.requests())).not.toContain('topsecret');
    expect(JSON.stringify(dialer.log.requests({}, { showPasswords: true }))).toContain('topsecret');
  });

  it('finds by path, function and agent', async () => {
    await pauseAgent('1004');
    await pauseAgent('1000');
    await statusApi({ function: 'agent_status', agent_user: '1000' });
    expect(dialer.log.requests({ agentUser: '1000' })).toHaveLength(2);
    expect(dialer.log.requests({ agentUser: '1000', path: '/agc/api.php' })).toHaveLength(1);
    expect(dialer.log.requests({ function: 'logout' })).toEqual([]);
  });

  it('can be waited for', async () => {
    const next = dialer.log.next({ function: 'external_pause', agentUser: '1000' });
    await pauseAgent('1004');
    await pauseAgent('1000');
    expect((await next).parameters.agent_user).toBe('1000');
  });
});
