import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSessionControl } from '../../../lib/background/session/session-control.ts';
import type { SignInRequest } from '../../../lib/messages/sign-in.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { findUser } from '../../simulator/world.ts';
import { createArea, signedInArea } from './rig.ts';
import { askedOf, createSupervisorRig, SUPERVISOR, signInRequest } from './supervisor-rig.ts';

const AGENT = { user: '1000', password: 'agentpass' };
const WRONG = { ...SUPERVISOR, password: 'outdated' };

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

/** The sign-in of agents beside a supervisor's, who has that login. */
async function setUp(held: typeof SUPERVISOR, area = createArea()) {
  findUser(dialer.world, held.user)!.pass = held.password;
  const { supervisor, store, desk } = await createSupervisorRig(dialer, held, area);
  findUser(dialer.world, SUPERVISOR.user)!.pass = SUPERVISOR.password;
  dialer.log.clear();
  const session = createSessionControl({
    ...{ store, fetch, now: Date.now, settings: createSettingsStore(createArea()) },
    hasPermission: async () => true,
    keepConnectionsFresh: async () => {},
    onAgent: async () => {},
    onEnded: async () => {},
    onRefused: async () => {},
    onSecondRefused: async () => {},
    onTypedRefused: supervisor.giveUp,
    closeWindow: async () => {},
  });
  const signIn = async (change: Partial<SignInRequest>) => {
    const result = await session.signIn(signInRequest(dialer, AGENT, change));
    return result.ok || result.failure.code;
  };
  const isHeld = async () => (await supervisor.state()).status === 'signedIn';
  return { store, desk, signIn, isHeld };
}

const failures = () => findUser(dialer.world, SUPERVISOR.user)?.failed_login_count;

describe('a login that the dialer refuses at an agent’s sign-in', () => {
  it('is not sent again by the supervisor’s page that has the same', async () => {
    const { signIn, isHeld, desk } = await setUp(WRONG);
    expect(await signIn({ statusCredential: { ...WRONG, user: 'APIUSER' } })).toBe('statusCredential');
    expect(await isHeld()).toBe(false);
    expect(await desk.agents()).toEqual({ ok: false, failure: { code: 'notSignedIn' } });
    expect([askedOf(dialer).length, failures()]).toEqual([1, '1']);
  });

  it('is given up there also where it was to be the agent’s own', async () => {
    const { signIn, isHeld } = await setUp(WRONG);
    expect(await signIn({ ...WRONG })).toBe('vicidial');
    expect([await isHeld(), askedOf(dialer)]).toEqual([false, []]);
  });

  it.each([
    ['with another password', { statusCredential: { ...WRONG, password: 'nonsense' } }],
    ['of another user', { statusCredential: { ...WRONG, user: '6666' } }],
    ['that is the agent’s own', { password: 'nonsense', statusCredential: WRONG }],
  ])('leaves the supervisor’s alone %s', async (_, change) => {
    const { signIn, isHeld } = await setUp(WRONG);
    expect(await signIn(change)).not.toBe(true);
    expect(await isHeld()).toBe(true);
  });

  it('leaves the supervisor’s and the session’s alone of another dialer', async () => {
    const other = await createDialer();
    try {
      const { signIn, isHeld, store } = await setUp(WRONG, await signedInArea());
      const connection = { ...store.current().connection!, server: dialer.url as ServerUrl, statusCredential: WRONG };
      await store.update({ connection });
      expect(await signIn({ server: other.url, statusCredential: WRONG })).toBe('statusCredential');
      expect(await isHeld()).toBe(true);
      expect(store.current()).toMatchObject({ connection });
    } finally {
      await other.close();
    }
  });

  it('leaves it alone where nothing of it was refused', async () => {
    const { signIn, isHeld } = await setUp(WRONG);
    dialer.faults.add({ match: { function: 'agent_status' }, fault: { kind: 'httpStatus', status: 502 } });
    expect(await signIn({ statusCredential: WRONG })).toBe('statusCredential');
    expect(await isHeld()).toBe(true);
  });

  it('ends the session that has it as its own, and is taken from the one that has it as its second', async () => {
    const { store, signIn } = await setUp(SUPERVISOR, await signedInArea());
    const connection = { ...store.current().connection!, server: dialer.url as ServerUrl, statusCredential: WRONG };
    await store.update({ connection });
    expect(await signIn({ statusCredential: WRONG })).toBe('statusCredential');
    expect(store.current()).toMatchObject({
      connection: { statusCredential: null },
      statusLoginRefused: { code: 'badCredentials' },
    });
    await store.update({ connection: { ...connection, credentials: { ...AGENT, password: 'other' } } });
    expect(await signIn({ password: 'mistyped' })).toBe('vicidial');
    expect(store.current().connection).not.toBeNull();
    expect(await signIn({ password: 'other' })).toBe('vicidial');
    expect(store.current()).toMatchObject({ connection: null, connectionProblem: { code: 'badCredentials' } });
  });
});

it('a supervisor’s login that is refused as it is typed anew is used no more by the page that has it', async () => {
  const { supervisor } = await createSupervisorRig(dialer, SUPERVISOR);
  findUser(dialer.world, SUPERVISOR.user)!.pass = 'changed';
  await supervisor.signIn(signInRequest(dialer, { ...SUPERVISOR, password: 'nonsense' }));
  expect((await supervisor.state()).status).toBe('signedIn');
  await supervisor.signIn(signInRequest(dialer, SUPERVISOR));
  expect((await supervisor.state()).status).toBe('signedOut');
});
