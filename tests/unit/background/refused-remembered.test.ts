import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mayBeRemembered } from '../../../lib/background/session/refused-login.ts';
import { createRememberedLogin } from '../../../lib/background/session/remembered-login.ts';
import { createSessionControl } from '../../../lib/background/session/session-control.ts';
import type { SignInRequest } from '../../../lib/messages/sign-in.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { createVault } from '../../../lib/vault/vault.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { findUser } from '../../simulator/world.ts';
import { createArea } from './rig.ts';
import { signInRequest } from './supervisor-rig.ts';

const AGENT = { user: '1000', password: 'agentpass' };
const SECOND = { user: 'apiuser', password: 'apipass123' };
const NOTHING = async () => {};
// What a guess costs is tested in vault.test.ts.
const FEW_ITERATIONS = 1;

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

/** A device on which the agent's sign-in is remembered; he is signed in. */
async function setUp() {
  const { items, get, set, remove } = createArea();
  const area = { get: () => get(null), set, remove: (key: string) => remove([key]) };
  const remembered = createRememberedLogin(createVault(area, Date.now, FEW_ITERATIONS));
  const store = createSessionStore(createArea());
  await store.load();
  const session = createSessionControl({
    ...{ store, fetch, now: Date.now, settings: createSettingsStore(createArea()) },
    hasPermission: async () => true,
    keepConnectionsFresh: NOTHING,
    onAgent: NOTHING,
    onEnded: NOTHING,
    onRefused: remembered.forgetWhen,
    onTypedRefused: NOTHING,
    closeWindow: NOTHING,
  });
  const signIn = async (change: Partial<SignInRequest> = {}) =>
    (await session.signIn(signInRequest(dialer, AGENT, { statusCredential: SECOND, ...change }))).ok;
  expect(await signIn()).toBe(true);
  await remembered.keep(signInRequest(dialer, AGENT, { statusCredential: SECOND, pin: '493817' }));
  expect(JSON.stringify(items)).toContain('sealed');
  return { session, signIn, isThere: remembered.isThere };
}

describe('a login that is refused as it is typed while nobody is signed in', () => {
  it.each([
    ['of the agent', { ...AGENT, password: 'mistyped' }],
    ['of the agent, whose second one is not tried then', { password: 'mistyped', statusCredential: null }],
    ['that is the second one', { statusCredential: { ...SECOND, password: 'changed' } }],
  ])('is not sent again by what is remembered, which may have it: %s', async (_what, change) => {
    const { session, signIn, isThere } = await setUp();
    await session.signOut();
    expect(await signIn(change)).toBe(false);
    expect(await isThere()).toBe(false);
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

it('a login may be remembered where nobody knows any more whose sign-in that is', () => {
  const [server, failure] = ['https://dialer.example' as ServerUrl, { code: 'badCredentials' } as const];
  expect(mayBeRemembered({ server, credentials: AGENT, which: 'credentials', failure }, null)).toBe(true);
});

it('a login that is refused beside a session takes what is remembered along only where that has the same', async () => {
  const { signIn, isThere } = await setUp();
  expect(await signIn({ password: 'mistyped' })).toBe(false);
  expect(await isThere()).toBe(true);
  findUser(dialer.world, AGENT.user)!.pass = 'changed';
  expect(await signIn()).toBe(false);
  expect(await isThere()).toBe(false);
});
