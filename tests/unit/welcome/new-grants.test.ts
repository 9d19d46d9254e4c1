import { describe, expect, it, vi } from 'vitest';
import { addSite, createFind } from '../../../entrypoints/welcome/new-grants.ts';
import { fail, ok } from '../../../lib/result.ts';
import type { FoundServer } from '../../../lib/vicidial/set-up/find-server.ts';

function createBrowser(...before: string[]) {
  const granted = new Set(before);
  return {
    granted,
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => granted.has(origin)),
      request: vi.fn(async ({ origins }: { origins: string[] }) => {
        for (const origin of origins) granted.add(origin);
        return true;
      }),
      remove: async ({ origins }: { origins: string[] }) => {
        for (const origin of origins) granted.delete(origin);
      },
    },
  };
}

function createSearch(before: string[] = [], needed: string[] = []) {
  const { granted, permissions } = createBrowser(...before);
  const ask = vi.fn(async ({ server }: { server: string }) =>
    server.startsWith('vici')
      ? ok({ server: `https://${server}` } as FoundServer)
      : fail({ code: 'vicidial', failure: { code: 'notVicidial' }, origin: server } as const),
  );
  const find = createFind({ permissions, ask, needed: () => needed });
  return { granted, ask, permissions, find: (server: string) => find({ server, allowInsecure: false }) };
}

describe('the search for a server', () => {
  it('gives back what led to no VICIdial, and no other', async () => {
    const { granted, find } = createSearch();
    await find('shop.example');
    expect([...granted]).toEqual([]);
    await find('vici-a.example');
    await find('shop.example');
    expect([...granted]).toEqual(['https://vici-a.example/*']);
  });

  it('gives back the first of two that were found', async () => {
    const { granted, find } = createSearch();
    await find('vici-a.example');
    await find('vici-b.example');
    expect([...granted]).toEqual(['https://vici-b.example/*']);
  });

  it('takes away nothing that was granted before, nor what something else needs by now', async () => {
    const { granted, find } = createSearch(['https://shop.example/*'], ['https://vici-a.example/*']);
    await find('shop.example');
    await find('vici-a.example');
    await find('vici-b.example');
    expect([...granted].sort()).toEqual([
      'https://shop.example/*',
      'https://vici-a.example/*',
      'https://vici-b.example/*',
    ]);
  });

  it('gives back what it got where nobody answers it, and asks nothing where it got nothing', async () => {
    const { granted, ask, permissions, find } = createSearch();
    ask.mockRejectedValueOnce(new Error('the background is being renewed'));
    await expect(find('vici-a.example')).rejects.toThrow();
    expect([...granted]).toEqual([]);
    permissions.request.mockResolvedValueOnce(false);
    expect(await find('vici-a.example')).toMatchObject({ failure: { code: 'permissionMissing' } });
    expect(ask).toHaveBeenCalledOnce();
  });
});

describe('a site that is turned on by its address', () => {
  const CRM = 'https://crm.example.com/*';

  it('keeps its permission once it is on', async () => {
    const { granted, permissions } = createBrowser();
    expect(await addSite('crm.example.com', { permissions, add: async () => true })).toBe('on');
    expect([...granted]).toEqual([CRM]);
  });

  it.each([
    ['new', [], []],
    ['had before', [CRM], [CRM]],
  ])('and could not be, gives back a permission that was %s only', async (_, before, after) => {
    const { granted, permissions } = createBrowser(...before);
    expect(await addSite('crm.example.com', { permissions, add: async () => false })).toBe('notSite');
    expect([...granted]).toEqual(after);
    await expect(addSite('crm.example.com', { permissions, add: () => Promise.reject(new Error()) })).rejects.toThrow();
    expect([...granted]).toEqual(after);
  });

  it.each(['my crm', 'crm', 'file:///etc/passwd', ''])('%j is none, and nothing is asked for', async (address) => {
    const { permissions } = createBrowser();
    expect(await addSite(address, { permissions, add: async () => true })).toBe('notSite');
    expect(permissions.request).not.toHaveBeenCalled();
  });
});
