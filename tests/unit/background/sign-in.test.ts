import { describe, expect, it } from 'vitest';
import { signIn } from '../../../lib/background/session/sign-in.ts';
import type { SignInRequest } from '../../../lib/messages/sign-in.ts';

const REQUEST: SignInRequest = {
  server: 'https://dialer.example.com',
  agentPath: '',
  nonAgentPath: '',
  allowInsecure: false,
  user: '1000',
  password: 'agentpass',
  agentUser: '',
  region: 'US',
  dialMethod: 'unknown',
  statusCredential: null,
  pin: null,
};

const VERSION = 'VERSION: 2.14-82|BUILD: 250122-1010|DATE: 2026-11-20 16:49:12|EPOCH: 1795211352\n';
const STATUS = 'NOTICE: not recording - 1000|||||10.10.10.15|8600051|PAUSED\n';
const WRONG = 'ERROR: Invalid Username/Password: |1000|agentpass|0|1|BAD|||SELECT count(*)|\n';
const ROW = 'PAUSED||0|TESTCAMP|3|Alice Agent|AGENTS|1|BREAK||||8600051\n';

/** A dialer that answers by function; what was asked of it is kept. */
function dialer(answers: Record<string, string>) {
  const asked: { readonly path: string; readonly function: string; readonly user: string | null }[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const body = new URLSearchParams(String(init?.body));
    const name = body.get('function') ?? '';
    asked.push({ path: new URL(String(input)).pathname, function: name, user: body.get('user') });
    return new Response(answers[name] ?? '');
  };
  return { asked, fetch };
}

function attempt(changes: Partial<SignInRequest>, answers: Record<string, string>, granted = true) {
  const { asked, fetch } = dialer(answers);
  const fresh: string[] = [];
  const result = signIn(
    { ...REQUEST, ...changes },
    {
      fetch,
      hasPermission: async () => granted,
      keepConnectionsFresh: async (origin) => void fresh.push(`${origin} before ${asked.length} requests`),
      now: () => 5,
    },
  );
  return { asked, fresh, result };
}

describe('signing in', () => {
  it('asks for the version without credentials, then once for the status', async () => {
    const { asked, result } = attempt({}, { version: VERSION, recording: STATUS });
    expect(await result).toMatchObject({
      ok: true,
      value: {
        connection: { server: 'https://dialer.example.com', agentPath: '/agc/api.php', agentUser: '1000' },
        reading: { liveStatus: 'PAUSED' },
      },
    });
    expect(asked.map((one) => [one.function, one.user])).toEqual([
      ['version', null],
      ['recording', '1000'],
    ]);
  });

  it('learns how far the dialer’s clock is ahead', async () => {
    const { result } = attempt({}, { version: VERSION, recording: STATUS });
    expect(await result).toMatchObject({
      value: { connection: { clockAheadMs: Date.UTC(2026, 10, 20, 16, 49, 12) - 5 } },
    });
  });

  it('has the browser keep its connections apart before the first request', async () => {
    const { fresh, result } = attempt({}, { version: VERSION, recording: STATUS });
    await result;
    expect(fresh).toEqual(['https://dialer.example.com before 0 requests']);
  });

  it('tries a wrong password once and says so', async () => {
    const { asked, result } = attempt({}, { version: VERSION, recording: WRONG });
    expect(await result).toEqual({ ok: false, failure: { code: 'vicidial', failure: { code: 'badCredentials' } } });
    expect(asked.filter(({ user }) => user !== null)).toHaveLength(1);
  });

  it('sends no password to what is not VICIdial', async () => {
    const { asked, result } = attempt({}, { version: '<html><body>Welcome</body></html>', recording: STATUS });
    expect(await result).toEqual({ ok: false, failure: { code: 'vicidial', failure: { code: 'notVicidial' } } });
    expect(asked.map((one) => one.function)).toEqual(['version']);
  });

  it('asks nothing of a server the browser does not let it reach', async () => {
    const { asked, result } = attempt({}, { version: VERSION, recording: STATUS }, false);
    expect(await result).toMatchObject({
      failure: { code: 'permissionMissing', origin: 'https://dialer.example.com' },
    });
    expect(asked).toEqual([]);
  });

  it('takes an agent who is not logged in to the agent screen', async () => {
    const { result } = attempt({}, { version: VERSION, recording: 'ERROR: agent_user is not logged in - 1000\n' });
    expect(await result).toMatchObject({ ok: true, value: { reading: { notLoggedIn: true } } });
  });

  it.each<[string, Partial<SignInRequest>, string]>([
    ['no address', { server: ' ' }, 'empty'],
    ['a public server without encryption', { server: 'http://dialer.example.com' }, 'insecurePublic'],
    ['a private one that nobody confirmed', { server: 'http://192.168.1.5' }, 'insecurePrivate'],
    ['credentials in the address', { server: 'https://1000:agentpass@dialer.example.com' }, 'credentials'],
    ['a path that leads elsewhere', { agentPath: '//evil.example/api.php' }, 'notUrl'],
  ])('refuses %s before anything is asked', async (_, changes, code) => {
    const { asked, result } = attempt(changes, { version: VERSION, recording: STATUS });
    expect(await result).toMatchObject({ ok: false, failure: { code: 'server', problem: { code } } });
    expect(asked).toEqual([]);
  });

  it('takes the paths from the address of any page of the dialer', async () => {
    const server = 'https://dialer.example.com/site2/agc/vicidial.php';
    const { asked, result } = attempt({ server }, { version: VERSION, recording: STATUS });
    expect((await result).ok).toBe(true);
    expect(asked[0]?.path).toBe('/site2/agc/api.php');
  });
});

describe('a separate credential for the live status', () => {
  const statusCredential = { user: 'apiuser', password: 'apipass123' };

  it('is used for agent_status, and the agent’s own never is', async () => {
    const { asked, result } = attempt({ statusCredential }, { version: VERSION, recording: STATUS, agent_status: ROW });
    expect(await result).toMatchObject({ ok: true, value: { reading: { row: { pauseCode: 'BREAK' } } } });
    expect(asked.filter(({ path }) => path.includes('non_agent')).map(({ user }) => user)).toEqual(['apiuser']);
  });

  it.each([
    [{ user: 'agent1', statusCredential: { ...statusCredential, user: 'AGENT1' } }],
    [{ agentUser: 'agent1', statusCredential: { ...statusCredential, user: 'Agent1' } }],
  ])('is never the agent’s own, whatever its letters: %j', async (changes) => {
    const { asked, result } = attempt(changes, { version: VERSION, recording: STATUS, agent_status: ROW });
    expect(await result).toMatchObject({ ok: false, failure: { code: 'statusCredential' } });
    expect(asked).toEqual([]);
  });

  it('that is wrong is told apart from the agent’s own', async () => {
    const agent_status = 'ERROR: Login incorrect, please try again: |apiuser|apipass123|BAD|\n';
    const { result } = attempt({ statusCredential }, { version: VERSION, recording: STATUS, agent_status });
    expect(await result).toEqual({
      ok: false,
      failure: { code: 'statusCredential', failure: { code: 'badCredentials' } },
    });
  });
});
