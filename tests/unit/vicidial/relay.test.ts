import { describe, expect, it } from 'vitest';
import { createAgentClient } from '../../../lib/vicidial/agent-api/agent-client.ts';
import { askRelay, relayPathIn } from '../../../lib/vicidial/agent-api/relay.ts';
import { isOutcomeUnknown } from '../../../lib/vicidial/failure.ts';
import { createStatusClient } from '../../../lib/vicidial/non-agent-api/status-client.ts';
import { type FakeServer, fakeServer, SERVER } from './fake-server.ts';

const PAUSED = 'SUCCESS: external_pause function set - PAUSE|1795211353|1000\n';
const relayOf = ({ fetch }: FakeServer) => ({
  server: SERVER,
  path: '/dialside',
  credentials: null,
  relay: true,
  fetch,
});
const agentOf = (server: FakeServer) => createAgentClient({ ...relayOf(server), agentUser: '1000' });
const headersOf = (server: FakeServer) => [...new Headers(server.requests[0]!.init.headers)];

describe('a request to the relay', () => {
  it('names the function in its path, and all else in headers that no page can send', async () => {
    const server = fakeServer(PAUSED);
    await agentOf(server).pause('PAUSE');
    expect(server.requests.map(({ url }) => url)).toEqual(['https://dialer.example.com/dialside/external_pause']);
    expect(headersOf(server)).toEqual([
      ['dialside-agent-user', '1000'],
      ['dialside-relay', '1'],
      ['dialside-value', 'PAUSE'],
    ]);
  });

  it('goes with the cookie of the relay, follows nothing and has no body', async () => {
    const server = fakeServer(PAUSED);
    await agentOf(server).pause('PAUSE');
    const { signal, headers, ...init } = server.requests[0]!.init;
    expect(init).toEqual({
      method: 'POST',
      credentials: 'include',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  });

  it('escapes the blanks of a comment', async () => {
    const server = fakeServer('');
    const callback = { at: '2026-11-20 10:00:00', type: 'ANYONE', comments: 'Call – back' } as const;
    await agentOf(server).disposition('CALLBK', callback);
    expect(headersOf(server)).toContainEqual(['dialside-callback-comments', 'Call%20back']);
  });

  it('asks for the status at the same place', async () => {
    const server = fakeServer('PAUSED||0|TESTCAMP|3|Alice Agent|AGENTS|1|BREAK||||8600051\n');
    expect(await createStatusClient(relayOf(server)).agentStatus('1000')).toMatchObject({ ok: true });
    expect(server.requests[0]?.url).toBe('https://dialer.example.com/dialside/agent_status');
  });
});

describe('a refusal of the relay', () => {
  it.each([
    [401, { code: 'relaySignedOut' }],
    [302, { code: 'relaySignedOut' }],
    [403, { code: 'relayRefused', function: 'external_dial' }],
    [409, { code: 'relayOtherAgent' }],
    [429, { code: 'relayBusy' }],
    [502, { code: 'httpStatus', status: 502 }],
  ])('%i is %j', async (status, failure) => {
    const server = fakeServer(() => new Response('', { status }));
    const answer = await agentOf(server).dial({ callingCode: '1', nationalNumber: '4155552671' });
    expect(answer).toEqual({ ok: false, failure });
  });

  it('of its own says that nothing was sent on, unlike one of what is behind it', async () => {
    const unknown = async (status: number) => {
      const answer = await agentOf(fakeServer(() => new Response('', { status }))).hangup();
      return !answer.ok && isOutcomeUnknown(answer.failure);
    };
    expect(await Promise.all([401, 302, 403, 409, 429, 502].map(unknown))).toEqual([
      ...[false, false, false, false, false],
      true,
    ]);
  });

  it('of its login by VICIdial is none of the agent’s', async () => {
    const server = fakeServer('ERROR: Invalid Username/Password: |relay|secret|0|1|BAD|||SELECT|\n');
    expect(await agentOf(server).hangup()).toEqual({ ok: false, failure: { code: 'relayLoginRefused' } });
  });

  it.each([401, 403, 409, 429])('means nothing of the kind from a dialer: %i', async (status) => {
    const server = fakeServer(() => new Response('', { status }));
    const dialer = createAgentClient({ server: SERVER, credentials: null, agentUser: '1000', fetch: server.fetch });
    expect(await dialer.hangup()).toEqual({ ok: false, failure: { code: 'httpStatus', status } });
  });
});

describe('whom the relay knows', () => {
  const ask = (answer: string) => askRelay(relayOf(fakeServer(answer)));

  it.each([
    ['SUCCESS: relay_session - 6666|agent_status\n', { agentUser: '6666', hasStatus: true }],
    ['SUCCESS: relay_session - 6666|\n', { agentUser: '6666', hasStatus: false }],
    ['SUCCESS: relay_session - 6666\n', { agentUser: '6666', hasStatus: false }],
  ])('is read from %j', async (answer, value) => {
    expect(await ask(answer)).toEqual({ ok: true, value });
  });

  it.each([
    ['SUCCESS: relay_session - |\n', 'relaySignedOut'],
    ['SUCCESS: relay_session - 66 66|\n', 'relaySignedOut'],
    ['<!doctype html><title>Sign in</title>', 'relaySignedOut'],
    ['SUCCESS: external_pause function set - PAUSE|1|6666\n', 'relaySignedOut'],
    ['', 'unknownFunction'],
  ])('is nobody in %j', async (answer, code) => {
    expect(await ask(answer)).toMatchObject({ ok: false, failure: { code } });
  });

  it('is asked without naming anybody', async () => {
    const server = fakeServer('SUCCESS: relay_session - 6666|\n');
    await askRelay(relayOf(server));
    expect(headersOf(server)).toEqual([['dialside-relay', '1']]);
  });
});

it.each([
  ['relay.example.com', '/dialside'],
  ['https://relay.example.com/', '/dialside'],
  [' https://relay.example.com/phone/ ', '/phone'],
  ['relay.example.com/a/b', '/a/b'],
  ['https://', '/dialside'],
])('the path in %j is %s', (address, path) => {
  expect(relayPathIn(address)).toBe(path);
});
