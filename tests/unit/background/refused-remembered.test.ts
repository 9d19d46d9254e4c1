import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Services } from '../../../lib/background/services.ts';
import { dropStatusLogin, mayBeRemembered } from '../../../lib/background/session/refused-login.ts';
import { createRememberedLogin } from '../../../lib/background/session/remembered-login.ts';
import { signIn as signInAndKeep, unlock } from '../../../lib/background/session-life.ts';
import type { SignInRequest } from '../../../lib/messages/sign-in.ts';
import type { SessionStore } from '../../../lib/session/session-store.ts';
import { createVault } from '../../../lib/vault/vault.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { findUser } from '../../simulator/world.ts';
import { createArea } from './rig.ts';
import { askedOf, createSupervisorRig, deskOf, signInRequest } from './supervisor-rig.ts';

vi.mock('../../../lib/platform/extension-api.ts', () => ({ browser: {} }));

const AGENT = { user: '1000', password: 'agentpass' };
const SECOND = { user: 'apiuser', password: 'apipass123' };
const PIN = '493817';
const NOTHING = async () => {};
// What a guess costs is tested in vault.test.ts.
const FEW_ITERATIONS = 1;

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

/** A device on which the agent's sign-in is remembered; he is signed in. */
async function setUp(beforeKept: (store: SessionStore) => Promise<void> = NOTHING) {
  const { items, get, set, remove } = createArea();
  const area = { get: () => get(null), set, remove: (key: string) => remove([key]) };
  const remembered = createRememberedLogin(createVault(area, Date.now, FEW_ITERATIONS));
  const rig = await createSupervisorRig(dialer, null, createArea(), Date.now, {
    onRefused: remembered.forgetWhen,
    onSecondRefused: remembered.dropSecond,
  });
  const { session, store, supervisor } = rig;
  const services = {
    ...{ session, store, remembered },
    ...{
      keptCalls: { restore: () => beforeKept(store) },
      screenScript: { start: async () => 0 },
      sites: { register: NOTHING },
    },
  } as unknown as Services;
  const request = (change: Partial<SignInRequest> = {}) =>
    signInRequest(dialer, AGENT, { statusCredential: SECOND, ...change });
  expect((await signInAndKeep(services, request({ pin: PIN }))).ok).toBe(true);
  expect(JSON.stringify(items)).toContain('sealed');
  return {
    ...{ session, store, supervisor, isThere: remembered.isThere },
    signIn: async (change: Partial<SignInRequest> = {}) => (await session.signIn(request(change))).ok,
    signInAsSupervisor: (login: typeof SECOND) => supervisor.signIn(signInRequest(dialer, login)),
    unlock: () => unlock(services, { pin: PIN, allowInsecure: false }),
    /** Whether the next PIN would send the second login. */
    hasSecond: async () => {
      const opened = await remembered.open({ pin: PIN, allowInsecure: false });
      return opened.ok && opened.value.request.statusCredential !== null;
    },
  };
}

describe('a login that is refused as it is typed while nobody is signed in', () => {
  it.each([
    ['of the agent', { ...AGENT, password: 'mistyped' }],
    ['of the agent, whose second one is not tried then', { password: 'mistyped', statusCredential: null }],
  ])('is not sent again by what is remembered, which may have it: %s', async (_what, change) => {
    const { session, signIn, isThere } = await setUp();
    await session.signOut();
    expect(await signIn(change)).toBe(false);
    expect(await isThere()).toBe(false);
  });

  it('takes from what is remembered the second one alone, where it was that', async () => {
    const { session, signIn, isThere, hasSecond } = await setUp();
    await session.signOut();
    expect(await signIn({ statusCredential: { ...SECOND, password: 'changed' } })).toBe(false);
    expect([await isThere(), await hasSecond()]).toEqual([true, false]);
  });

  it('leaves what is remembered alone where it is another agent’s', async () => {
    const { session, signIn, isThere } = await setUp();
    await session.signOut();
    expect(await signIn({ user: '6666', password: 'mistyped' })).toBe(false);
    expect(await isThere()).toBe(true);
  });

  it('leaves it alone where it is another dialer’s', async () => {
    const other = await createDialer();
    try {
      const { session, signIn, isThere } = await setUp();
      await session.signOut();
      expect(await signIn({ server: other.url, password: 'mistyped' })).toBe(false);
      expect(await isThere()).toBe(true);
    } finally {
      await other.close();
    }
  });

  it('leaves it alone where its password was not called wrong', async () => {
    const { session, signIn, isThere } = await setUp();
    await session.signOut();
    findUser(dialer.world, AGENT.user)!.vdc_agent_api_access = '0';
    expect(await signIn()).toBe(false);
    expect(await isThere()).toBe(true);
  });
});

it('a login may be remembered as anybody’s where nobody knows any more whose sign-in that is', () => {
  const server = 'https://dialer.example' as ServerUrl;
  expect(mayBeRemembered({ server, credentials: AGENT }, null)).toBe('asOwn');
});

it('a login that is refused beside a session takes what is remembered along only where that has the same', async () => {
  const { signIn, isThere } = await setUp();
  expect(await signIn({ password: 'mistyped' })).toBe(false);
  expect(await isThere()).toBe(true);
  findUser(dialer.world, AGENT.user)!.pass = 'changed';
  expect(await signIn()).toBe(false);
  expect(await isThere()).toBe(false);
});

/** What the dialer has counted of the second login's user. */
const failures = () => findUser(dialer.world, SECOND.user)?.failed_login_count;
const changePassword = () => {
  findUser(dialer.world, SECOND.user)!.pass = 'changed';
};

describe('a second login that is refused in the middle of a session', () => {
  it('is not sent again with the next PIN, which signs in without it and says so each time', async () => {
    const { session, store, unlock: openWithPin, hasSecond } = await setUp();
    changePassword();
    await session.takeFailure({ code: 'badCredentials' });
    await expect.poll(hasSecond).toBe(false);
    for (let time = 0; time < 2; time++) {
      await session.signOut();
      dialer.log.clear();
      expect((await openWithPin()).ok).toBe(true);
      expect(askedOf(dialer)).toEqual([]);
      expect(store.current()).toMatchObject({
        connection: { statusCredential: null },
        statusLoginRefused: { code: 'badCredentials' },
        isStatusLoginInDoubt: true,
      });
    }
  });

  it('is told as refused where this session itself had it', async () => {
    const { session, store } = await setUp();
    await session.takeFailure({ code: 'badCredentials' });
    expect(store.current()).toMatchObject({
      statusLoginRefused: { code: 'badCredentials' },
      isStatusLoginInDoubt: false,
    });
  });

  it('by the supervisor’s page that has the same, is not either', async () => {
    const { supervisor, signInAsSupervisor, hasSecond } = await setUp();
    await signInAsSupervisor(SECOND);
    changePassword();
    await (await deskOf(supervisor)).agents();
    expect(failures()).toBe('1');
    await expect.poll(hasSecond).toBe(false);
  });

  it.each(['noApiAccess', 'lockedOut', 'addressBlocked'] as const)('stays remembered by %s', async (code) => {
    const { session, store, hasSecond } = await setUp();
    await session.takeFailure({ code } as VicidialFailure);
    expect(store.current().connection).toMatchObject({ statusCredential: null });
    expect(await hasSecond()).toBe(true);
  });

  it('for a reason that was none of its password, is dropped when the supervisor’s page hears that it is wrong', async () => {
    const { session, signInAsSupervisor, hasSecond } = await setUp();
    await session.takeFailure({ code: 'noApiAccess' });
    changePassword();
    await signInAsSupervisor(SECOND);
    expect(await hasSecond()).toBe(false);
  });
});

describe('a login that is refused on the supervisor’s page while agents are signed out', () => {
  it('is not sent again with the next PIN as the second one', async () => {
    const { session, unlock: openWithPin, signInAsSupervisor } = await setUp();
    await session.signOut();
    changePassword();
    await signInAsSupervisor(SECOND);
    expect(failures()).toBe('1');
    expect((await openWithPin()).ok).toBe(true);
    expect(failures()).toBe('1');
  });

  it('is not either where it had worked before', async () => {
    const { session, supervisor, signInAsSupervisor, hasSecond } = await setUp();
    await session.signOut();
    await signInAsSupervisor(SECOND);
    const desk = await deskOf(supervisor);
    changePassword();
    await desk.agents();
    expect(await hasSecond()).toBe(false);
  });

  it('says nothing of the agent’s own, whose level that page refuses in the same words: his sign-in stays remembered', async () => {
    const { session, signInAsSupervisor, isThere } = await setUp();
    await session.signOut();
    await signInAsSupervisor(AGENT);
    expect(await isThere()).toBe(true);
  });

  it('leaves what is remembered alone where it is another user’s, or may do too little', async () => {
    const { session, signInAsSupervisor, hasSecond } = await setUp();
    await session.signOut();
    await signInAsSupervisor({ user: '6666', password: 'mistyped' });
    findUser(dialer.world, SECOND.user)!.vdc_agent_api_access = '0';
    await signInAsSupervisor(SECOND);
    expect(await hasSecond()).toBe(true);
  });
});

it('a second login that is refused as a PIN is opened is tried that once, and the next time goes without', async () => {
  const { session, unlock: openWithPin, hasSecond } = await setUp();
  await session.signOut();
  changePassword();
  expect(await openWithPin()).toMatchObject({ failure: { code: 'statusCredential' } });
  expect([failures(), await hasSecond()]).toEqual(['1', false]);
  expect((await openWithPin()).ok).toBe(true);
  expect(failures()).toBe('1');
});

it('a second login that is refused before the sign-in is sealed is not sealed with it', async () => {
  const { session, hasSecond } = await setUp((store) => dropStatusLogin(store, { code: 'badCredentials' }));
  await session.signOut();
  expect(await hasSecond()).toBe(false);
});
