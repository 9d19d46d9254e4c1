import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '../../lib/background/session/sign-in.ts';
import { createAgentClient } from '../../lib/vicidial/agent-api/agent-client.ts';
import type { AgentClient } from '../../lib/vicidial/client.ts';
import type { Fetch, ServerUrl } from '../../lib/vicidial/wire/transport.ts';
import { send } from '../simulator/conformance/send.ts';
import { createDialer, type Dialer } from '../simulator/dialer.ts';
import { provideNginx } from './provide-nginx.ts';
import { type Relay, startRelay } from './relay.ts';
import { cookieOf, type SignOn, startSignOn } from './sign-on.ts';
import { startWitness, type Witness } from './witness.ts';

const nginx = await provideNginx();
const JANE = 'jane@example.com';
const JOE = 'joe@example.com';
const AGENTS = { [JANE]: '1000', [JOE]: '1004' };
const LOGIN = 'user=apiuser&pass=apipass123';
const STATUS_LOGIN = 'user=api7&pass=level7pass';
const DIAL = { callingCode: '1', nationalNumber: '4155552671' };

/** As a browser would send it that has signed that person in. */
function fetchAs(person: string | null): Fetch {
  return (url, init) => {
    const headers = new Headers(init.headers);
    if (person) headers.set('cookie', cookieOf(person));
    return fetch(url, { ...init, headers });
  };
}

const headersOf = (person: string | null, more: Readonly<Record<string, string>> = {}) => ({
  'Dialside-Relay': '1',
  ...(person && { Cookie: cookieOf(person) }),
  ...more,
});

const clientOf = ({ url }: Relay, person: string | null, agentUser = '1000'): AgentClient =>
  createAgentClient({
    server: url as ServerUrl,
    path: '/dialside',
    credentials: null,
    relay: true,
    agentUser,
    fetch: fetchAs(person),
  });

const failureOf = async (answer: ReturnType<AgentClient['hangup']> | ReturnType<AgentClient['dial']>) => {
  const { ok, ...rest } = await answer;
  return ok ? null : (rest as { readonly failure: unknown }).failure;
};

describe.skipIf(nginx === undefined)('the relay of docs/relay, in nginx', { timeout: 30_000 }, () => {
  let signOn: SignOn;
  beforeAll(async () => {
    signOn = await startSignOn();
  });
  afterAll(() => signOn.close());
  const start = (dialerUrl: string) =>
    startRelay({
      nginx: nginx ?? '',
      dialerUrl,
      signOnUrl: signOn.url,
      agents: AGENTS,
      login: LOGIN,
      statusLogin: STATUS_LOGIN,
    });

  describe('before a dialer', () => {
    let dialer: Dialer;
    let relay: Relay;
    beforeAll(async () => {
      dialer = await createDialer();
      relay = await start(dialer.url);
    });
    afterAll(async () => {
      await relay.close();
      await dialer.close();
    });

    const attempt = (person: string | null) =>
      signIn(
        {
          ...{ server: relay.url, agentPath: '', nonAgentPath: '', allowInsecure: false, relay: '', pin: null },
          ...{ user: '', password: '', agentUser: '', region: 'US', dialMethod: 'unknown', statusCredential: null },
        },
        {
          fetch: (url, init = {}) => fetchAs(person)(String(url), init),
          hasPermission: async () => true,
          keepConnectionsFresh: async () => {},
        },
      );

    it('signs in the person whom it knows, with the live detail of a login that he has not', async () => {
      expect(await attempt(JANE)).toMatchObject({
        ok: true,
        value: { connection: { agentUser: '1000' }, reading: { source: 'agentStatus', row: { campaign: 'TESTCAMP' } } },
      });
    });

    it.each([
      ['nobody', null, 'relaySignedOut'],
      ['a person who is no agent', 'eve@example.com', 'relayRefused'],
    ])('refuses %s', async (_who, person, code) => {
      expect(await attempt(person)).toMatchObject({ ok: false, failure: { code: 'vicidial', failure: { code } } });
    });

    it('has every function of Dialside’s understood by the dialer', async () => {
      const client = clientOf(relay, JANE);
      expect(await client.version()).toMatchObject({ ok: true });
      expect(await client.pause('PAUSE')).toMatchObject({ ok: true });
      expect(await client.pauseCode('LUNCH')).toMatchObject({ ok: true });
      expect(await client.recordingState()).toMatchObject({ ok: true, value: { liveStatus: 'PAUSED' } });
      expect(await client.webphoneUrl()).toMatchObject({ ok: true });
      expect(await client.callsInQueue()).toMatchObject({ ok: true });
      expect(await client.dial(DIAL)).toMatchObject({ ok: true });
      const [dial] = dialer.log.requests({ function: 'external_dial' });
      expect(dial?.parameters).toMatchObject({ agent_user: '1000', phone_code: '1', value: '4155552671', focus: 'NO' });
    });
  });

  describe('before a witness', () => {
    let witness: Witness;
    let relay: Relay;
    beforeAll(async () => {
      witness = await startWitness();
      relay = await start(witness.url);
    });
    beforeEach(() => void witness.seen.splice(0));
    afterAll(async () => {
      await relay.close();
      await witness.close();
    });

    const ask = (path: string, headers: Record<string, string>, method = 'POST', body = '') =>
      send({ method, url: relay.url + path, headers, body });
    const pause = { 'Dialside-Agent-User': '1000', 'Dialside-Value': 'PAUSE' };

    it('builds the form itself, and lets nothing else of the browser through', async () => {
      const { status, headers } = await ask('/dialside/external_pause', headersOf(JANE, { ...pause, 'X-Other': '1' }));
      expect(status).toBe(200);
      expect(headers).not.toHaveProperty('set-cookie');
      expect(witness.seen).toEqual([
        {
          url: '/agc/api.php',
          body: 'source=dialside&user=apiuser&pass=apipass123&function=external_pause&agent_user=1000&value=PAUSE',
          headers: {
            host: 'dialer.example.com',
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': expect.any(String),
            connection: 'close',
          },
        },
      ]);
    });

    it.each([
      ['another agent', '1004', 409],
      ['no agent', undefined, 409],
      ['two agents', '1000, 1004', 409],
      ['another agent behind his own', '1000&agent_user=1004', 409],
    ])('refuses a request for %s', async (_what, agent, code) => {
      const claim = agent === undefined ? {} : { 'Dialside-Agent-User': agent };
      const { status } = await ask('/dialside/external_hangup', headersOf(JANE, { 'Dialside-Value': '1', ...claim }));
      expect([status, witness.seen]).toEqual([code, []]);
    });

    it.each([
      ['update_fields', '1'],
      ['change_ingroups', 'CHANGE'],
      ['ra_call_control', 'HANGUP'],
      ['external_pause', 'PAUSE&agent_user=1004'],
      ['external_pause', 'pause'],
      ['external_dial', '4155552671%26agent_user%3D1004'],
      ['external_dial', '+14155552671'],
      ['webphone_url', 'LAUNCH'],
      ['external_hangup', ''],
      ['agent_status', 'x'],
    ])('refuses what is not on its list: %s %s', async (name, value) => {
      const { status } = await ask(`/dialside/${name}`, headersOf(JANE, { ...pause, 'Dialside-Value': value }));
      expect([status, witness.seen]).toEqual([403, []]);
    });

    it.each([
      ['Phone-Code', '1&agent_user=1004'],
      ['Phone-Code', ''],
      ['Lead-Id', 'x'],
      ['Vendor-Id', 'a b'],
      ['Search', 'LEAD'],
      ['Focus', 'YES'],
      ['Callback-Type', 'ANYONE'],
      ['Phone-Number', '123'],
    ])('refuses a dial with %s %j', async (name, value) => {
      const dial = { 'Dialside-Agent-User': '1000', 'Dialside-Value': '4155552671', 'Dialside-Phone-Code': '1' };
      const { status } = await ask(
        '/dialside/external_dial',
        headersOf(JANE, { ...dial, [`Dialside-${name}`]: value }),
      );
      expect([status, witness.seen]).toEqual([403, []]);
    });

    it('lets no other parameter, query or body of the browser reach the dialer', async () => {
      const others = {
        'Dialside-Alt-User': '1004',
        'Dialside-User': 'x',
        'Dialside-Pass': 'y',
        'Dialside-Source': 'z',
      };
      await ask('/dialside/external_pause', headersOf(JANE, { ...pause, ...others }), 'POST', 'agent_user=1004');
      expect(witness.seen.map(({ body }) => body)).toEqual([
        'source=dialside&user=apiuser&pass=apipass123&function=external_pause&agent_user=1000&value=PAUSE',
      ]);
      const { status } = await ask('/dialside/external_pause?agent_user=1004', headersOf(JANE, pause));
      expect([status, witness.seen.length]).toEqual([400, 1]);
    });

    it('passes a call-back and a transfer on, each with its own parameters', async () => {
      const client = clientOf(relay, JANE);
      await client.disposition('CALLBK', { at: '2026-11-20 10:00:00', type: 'ANYONE', comments: 'after lunch' });
      await client.transfer({ action: 'LOCAL_CLOSER', ingroup: 'SUPPORT', agent: '1004' });
      const sent = witness.seen.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
      expect(sent).toMatchObject([
        {
          ...{ value: 'CALLBK', callback_datetime: '2026-11-20 10:00:00', callback_type: 'ANYONE' },
          callback_comments: 'after lunch',
        },
        { value: 'LOCAL_CLOSER', ingroup_choices: 'SUPPORT', phone_number: '1004' },
      ]);
      expect(sent.every(({ agent_user }) => agent_user === '1000')).toBe(true);
    });

    it.each(['GET', 'HEAD', 'OPTIONS', 'PUT'])(
      'does not answer %s, and says nothing to other sites',
      async (method) => {
        const { status, headers } = await ask('/dialside/external_hangup', headersOf(JANE), method);
        expect([status, witness.seen]).toEqual([405, []]);
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      },
    );

    it('takes a cookie alone for nothing: a page of another site could send it', async () => {
      const { status } = await ask('/dialside/external_pause', { Cookie: cookieOf(JANE), ...pause });
      expect([status, witness.seen]).toEqual([400, []]);
    });

    it('has its inner places reached by nobody', async () => {
      for (const path of [
        '/dialside-way/agent',
        '/dialside-way/dial',
        '/dialside-session',
        '/agc/api.php',
        '/dialside/',
      ]) {
        expect([path, (await ask(path, headersOf(JANE, pause))).status]).toEqual([path, 404]);
      }
      expect(witness.seen).toEqual([]);
    });

    it('says what to do to whom it does not know, who sends no password either', async () => {
      expect(await failureOf(clientOf(relay, null).hangup())).toEqual({ code: 'relaySignedOut' });
      expect(await failureOf(clientOf(relay, JOE).hangup())).toEqual({ code: 'relayOtherAgent' });
      expect(witness.seen).toEqual([]);
    });

    it('takes so many dials of an agent, and none more, whatever address or cookie they come with', async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => failureOf(clientOf(relay, JOE, '1004').dial(DIAL))),
      );
      const refused = answers.filter((each) => JSON.stringify(each) === '{"code":"relayBusy"}');
      const passed = witness.seen.filter(({ body }) => body.includes('function=external_dial'));
      expect(passed.length).toBeGreaterThanOrEqual(5);
      expect(passed.length).toBeLessThanOrEqual(7);
      expect(refused).toHaveLength(20 - passed.length);
      // Another agent's are his own.
      await clientOf(relay, JANE).hangup();
      expect(witness.seen).toHaveLength(passed.length + 1);
    });

    it('has written no login, no cookie and no number', () => {
      const logs = relay.logs();
      expect(logs).toContain('"jane@example.com" 1000 POST');
      expect(logs).not.toMatch(/apipass123|level7pass|secret-session|4155552671|after.lunch/);
    });
  });
});
