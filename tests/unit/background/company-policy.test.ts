import { describe, expect, it, vi } from 'vitest';
import {
  asCompanySays,
  followCompany,
  keepToCompany,
  rememberIfAllowed,
} from '../../../lib/background/session/company-policy.ts';
import type { RememberedLogin } from '../../../lib/background/session/remembered-login.ts';
import type { SessionControl } from '../../../lib/background/session/session-control.ts';
import type { SignInRequest } from '../../../lib/messages/sign-in.ts';
import { fail, ok } from '../../../lib/result.ts';
import { parsePolicy } from '../../../lib/settings/policy-parser.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';

const REQUEST: SignInRequest = {
  server: 'https://evil.example',
  agentPath: '/evil.php',
  nonAgentPath: '',
  allowInsecure: false,
  user: '6666',
  password: 's3cret',
  agentUser: '',
  region: 'US',
  dialMethod: 'unknown',
  statusCredential: null,
  pin: '493817',
};
const OPENED = { request: REQUEST, isSecondRefused: false };
const UNLOCK = { pin: '493817', allowInsecure: false };

/** A background whose company has spoken, with the parts that listen to it. */
async function setUp(policy: Record<string, unknown>) {
  const company = { policy, tell: () => {} };
  const settings = createSettingsStore(
    { get: async () => ({}), set: async () => {}, remove: async () => {} },
    {
      read: async () => company.policy,
      onChange(listener) {
        company.tell = listener;
      },
    },
  );
  const login = {
    isThere: vi.fn(async () => true),
    keep: vi.fn(async (_request: SignInRequest) => {}),
    open: vi.fn(async () => ok(OPENED)),
    forget: vi.fn(async () => {}),
    forgetWhen: vi.fn(async () => {}),
    dropSecond: vi.fn(async () => {}),
  } satisfies RememberedLogin;
  const sites = { granted: vi.fn(async () => {}) };
  followCompany(settings, { sites, remembered: login });
  await settings.read();
  await settled();
  vi.clearAllMocks();
  const announce = async (next: Record<string, unknown>) => {
    company.policy = next;
    company.tell();
    await settled();
  };
  return { settings, login, sites, announce, remembered: rememberIfAllowed(login, settings) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a sign-in', () => {
  it('goes to the server that is locked, whatever the form says', async () => {
    const { settings } = await setUp({
      server: 'dialer.example',
      agentPath: '/a.php',
      locked: ['server', 'agentPath'],
    });
    const signIn = vi.fn<SessionControl['signIn']>(async () => ok(null));
    await keepToCompany({ signIn } as Partial<SessionControl> as SessionControl, settings).signIn(REQUEST);
    expect(signIn).toHaveBeenCalledExactlyOnceWith({ ...REQUEST, server: 'dialer.example', agentPath: '/a.php' });
  });

  it('goes where the agent says when the company has only suggested', () => {
    const policy = parsePolicy({ server: 'dialer.example', regions: ['DE'], agentPath: '/a.php' });
    expect(asCompanySays(REQUEST, policy)).toEqual(REQUEST);
  });

  it.each([
    ['US', 'DE'],
    ['AT', 'AT'],
  ])('from %s is one from %s where the countries are locked', (region, expected) => {
    const policy = parsePolicy({ regions: ['DE', 'AT'], locked: ['regions'] });
    expect(asCompanySays({ ...REQUEST, region }, policy).region).toBe(expected);
  });
});

describe('remembering', () => {
  it('is done where the company says nothing of it', async () => {
    const { remembered, login } = await setUp({});
    await remembered.keep(REQUEST);
    expect(login.keep).toHaveBeenCalledExactlyOnceWith(REQUEST);
    expect([await remembered.isThere(), await remembered.open(UNLOCK)]).toEqual([true, ok(OPENED)]);
  });

  it('is not done, and nothing remembered is opened, where it is forbidden', async () => {
    const { remembered, login } = await setUp({ remember: false });
    await remembered.keep(REQUEST);
    expect(login.keep).toHaveBeenCalledExactlyOnceWith({ ...REQUEST, pin: null });
    expect(await remembered.isThere()).toBe(false);
    expect(await remembered.open(UNLOCK)).toEqual(fail({ code: 'nothingRemembered' }));
    expect(login.open).not.toHaveBeenCalled();
  });
});

describe('a new word of the company', () => {
  it('deletes what is remembered when it forbids that', async () => {
    const { announce, login } = await setUp({});
    await announce({ keepCalls: true });
    expect(login.forget).not.toHaveBeenCalled();
    await announce({ remember: false });
    expect(login.forget).toHaveBeenCalledOnce();
  });

  it('is taken up in open tabs when it changes the sites, and only then', async () => {
    const { announce, settings, sites } = await setUp({ sites: ['crm.example'] });
    await announce({ sites: ['crm.example'], keepCalls: true });
    await settings.write({ sites: ['https://crm.example/*', 'https://own.example/*'] });
    expect(sites.granted).not.toHaveBeenCalled();
    await announce({ sites: ['crm.example', 'desk.example'] });
    expect(sites.granted).toHaveBeenCalledOnce();
  });
});

describe('a relay of the company', () => {
  const RELAY = { server: 'https://relay.example/phone', relay: true };

  it('that is locked signs in without the login that was typed, at its own path', () => {
    const policy = parsePolicy({ ...RELAY, locked: ['server', 'relay'] });
    expect(asCompanySays({ ...REQUEST, relay: '/evil' }, policy)).toMatchObject({
      ...{ server: 'https://relay.example/phone', relay: '' },
      ...{ user: '', password: '', agentUser: '', statusCredential: null },
    });
  });

  it('that is locked away takes the agent’s own login', () => {
    const policy = parsePolicy({ relay: false, locked: ['relay'] });
    const request = asCompanySays({ ...REQUEST, relay: '' }, policy);
    expect(request).toMatchObject({ user: '6666', password: 's3cret' });
    expect(request).not.toHaveProperty('relay');
  });

  it('that is only suggested leaves the choice to the agent', () => {
    const policy = parsePolicy(RELAY);
    expect(asCompanySays(REQUEST, policy)).toEqual(REQUEST);
    expect(asCompanySays({ ...REQUEST, relay: '/own' }, policy)).toMatchObject({ relay: '/own', password: '' });
  });

  it('that becomes locked has a remembered password deleted', async () => {
    const { login, announce, remembered } = await setUp({});
    await announce({ ...RELAY, locked: ['relay'] });
    expect(login.forget).toHaveBeenCalledOnce();
    expect(await remembered.isThere()).toBe(false);
  });
});
