import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createFirstRunHandlers, type FirstRunDeps } from '../../../lib/background/requests/first-run-requests.ts';
import { fail } from '../../../lib/result.ts';
import { EMPTY_SESSION, type SessionState } from '../../../lib/session/session-store.ts';
import { NO_POLICY, type Policy } from '../../../lib/settings/policy.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/schema.ts';

const from = (page: string) => ({ id: browser.runtime.id, url: browser.runtime.getURL(`/${page}` as never) });
const PAGE = from('welcome.html');

function setUp(policy: Policy = NO_POLICY, session: Partial<SessionState> = {}) {
  const findServer = vi.fn<FirstRunDeps['findServer']>(async () =>
    fail({ code: 'server', problem: { code: 'notUrl' } } as const),
  );
  const enableAddress = vi.fn(async (_: string) => true);
  const store = { current: () => ({ ...EMPTY_SESSION, ...session }) };
  const settings = { read: async () => ({ ...DEFAULT_SETTINGS, policy }) };
  return {
    findServer,
    enableAddress,
    handlers: createFirstRunHandlers({ store, settings, sites: { enableAddress }, findServer }),
  };
}

describe('the search for the dialer', () => {
  const request = { server: 'evil.example', allowInsecure: false };

  it('is for what was typed', async () => {
    const { handlers, findServer } = setUp();
    await handlers['server.find'](request, PAGE);
    expect(findServer).toHaveBeenCalledExactlyOnceWith('evil.example', { allowInsecure: false, agentPath: undefined });
  });

  it('is for the company’s server alone where that is locked, where its API was moved to', async () => {
    const values = { server: 'dialer.example.com', agentPath: '/calls/api.php' };
    const { handlers, findServer } = setUp({ ...NO_POLICY, values, locked: ['server'] });
    await handlers['server.find'](request, PAGE);
    expect(findServer.mock.lastCall).toEqual([
      'dialer.example.com',
      { allowInsecure: false, agentPath: '/calls/api.php' },
    ]);
  });

  it('is not made while an agent is signed in', async () => {
    const { handlers, findServer } = setUp(NO_POLICY, { connection: {} as SessionState['connection'] });
    expect((await handlers['server.find'](request, PAGE)).ok).toBe(false);
    expect(findServer).not.toHaveBeenCalled();
  });

  it('is made for no other page', async () => {
    const { handlers, findServer } = setUp();
    for (const page of ['popup.html', 'options.html', 'webphone.html'])
      expect((await handlers['server.find'](request, from(page))).ok).toBe(false);
    expect(findServer).not.toHaveBeenCalled();
  });
});

describe('a site that is turned on by its address', () => {
  it.each([
    ['https://crm.example.com:8443/contacts?id=1', 'https://crm.example.com:8443/contacts?id=1'],
    ['crm.example.com', 'https://crm.example.com/'],
    ['http://crm.example/', 'http://crm.example/'],
  ])('%j is that of %s', async (address, url) => {
    const { handlers, enableAddress } = setUp();
    expect(await handlers['site.add']({ address }, PAGE)).toBe(true);
    expect(enableAddress).toHaveBeenCalledExactlyOnceWith(url);
  });

  it('is said to be none where it is none', async () => {
    const { handlers, enableAddress } = setUp();
    enableAddress.mockResolvedValue(false);
    expect(await handlers['site.add']({ address: 'file:///etc/passwd' }, PAGE)).toBe(false);
    expect(await handlers['site.add']({ address: 'my crm' }, PAGE)).toBe(false);
  });

  it('is turned on by no other page', async () => {
    const { handlers, enableAddress } = setUp();
    expect(await handlers['site.add']({ address: 'crm.example.com' }, from('popup.html'))).toBe(false);
    expect(enableAddress).not.toHaveBeenCalled();
  });
});
