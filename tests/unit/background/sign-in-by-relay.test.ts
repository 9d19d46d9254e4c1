import { expect, it } from 'vitest';
import { readStatus, signIn } from '../../../lib/background/session/sign-in.ts';
import type { SignInRequest } from '../../../lib/messages/sign-in.ts';

const REQUEST: SignInRequest = {
  server: 'https://relay.example.com',
  agentPath: '',
  nonAgentPath: '',
  allowInsecure: false,
  user: 'typed',
  password: 'typed-password',
  agentUser: '',
  region: 'US',
  dialMethod: 'unknown',
  statusCredential: { user: 'status', password: 'status-password' },
  relay: '',
  pin: null,
};
const STATUS = 'NOTICE: not recording - 6666|||||10.10.10.15|8600051|PAUSED\n';
const ROW = 'PAUSED||0|TESTCAMP|3|Alice Agent|AGENTS|1|BREAK||||8600051\n';

/** A relay that answers by function; whole requests are kept. */
async function attempt(answers: Record<string, string>, change: Partial<SignInRequest> = {}) {
  const asked: string[] = [];
  const sent: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(String(input));
    asked.push(pathname);
    sent.push(JSON.stringify([input, init, [...new Headers(init?.headers)]]));
    const answer = answers[pathname.split('/').at(-1) ?? ''];
    return answer === undefined ? new Response('', { status: 403 }) : new Response(answer);
  };
  const deps = { fetch, hasPermission: async () => true, keepConnectionsFresh: async () => {} };
  return { asked, sent, fetch, result: await signIn({ ...REQUEST, ...change }, deps) };
}

it('asks whom the relay knows, and reads that agent', async () => {
  const { asked, result } = await attempt({ relay_session: 'SUCCESS: relay_session - 6666|\n', recording: STATUS });
  expect(asked).toEqual(['/dialside/relay_session', '/dialside/recording']);
  expect(result).toMatchObject({
    ok: true,
    value: {
      connection: { agentUser: '6666', credentials: null, statusCredential: null, agentPath: '/agc/api.php' },
      reading: { source: 'recording', liveStatus: 'PAUSED' },
    },
  });
});

it('reads the detail where the relay passes it on', async () => {
  const { asked, result, fetch } = await attempt({
    relay_session: 'SUCCESS: relay_session - 6666|agent_status\n',
    agent_status: ROW,
  });
  expect(asked).toEqual(['/dialside/relay_session', '/dialside/agent_status']);
  const reading = result.ok && (await readStatus(result.value.connection, fetch));
  expect(reading).toMatchObject({ ok: true, value: { source: 'agentStatus', row: { campaign: 'TESTCAMP' } } });
});

it('does without the detail where the dialer refuses the relay that login alone, and asks no third time', async () => {
  const { asked, result } = await attempt({
    relay_session: 'SUCCESS: relay_session - 6666|agent_status\n',
    agent_status: 'ERROR: Login incorrect, please try again: |api7|1|BAD|\n',
    recording: STATUS,
  });
  expect(asked).toEqual(['/dialside/relay_session', '/dialside/agent_status', '/dialside/recording']);
  expect(result).toMatchObject({ ok: true, value: { connection: { relay: { hasStatus: false } } } });
});

it('sends and holds none of the logins that came along', async () => {
  const { sent, result } = await attempt({ relay_session: 'SUCCESS: relay_session - 6666|\n', recording: STATUS });
  expect(sent).toHaveLength(2);
  expect(JSON.stringify([sent, result])).not.toMatch(/typed|status-password/);
});

it.each([
  ['https://relay.example.com/phone/', '', '/phone/relay_session'],
  ['https://relay.example.com', '/kept', '/kept/relay_session'],
])('finds the relay of %s, remembered at %j, at %s', async (server, relay, path) => {
  expect((await attempt({}, { server, relay })).asked).toEqual([path]);
});

it('tells whom the relay refuses, and asks nothing more', async () => {
  const { asked, result } = await attempt({});
  expect(result).toEqual({
    ok: false,
    failure: { code: 'vicidial', failure: { code: 'relayRefused', function: 'relay_session' } },
  });
  expect(asked).toHaveLength(1);
});
