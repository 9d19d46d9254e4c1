import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceStorage, forgetSession, ownDatabase, withinSession } from '../../../lib/platform/device-storage.ts';

const fake = vi.hoisted(() => ({
  browser: {
    runtime: { getURL: (): string => '' },
    extension: { inIncognitoContext: false },
    storage: {
      local: { get: async () => ({ a: 'from the area' }), clear: async () => undefined },
      session: { get: async () => ({ 'device.a': 'from the memory', connection: 'of the session' }) },
    },
  },
}));
vi.mock('../../../lib/platform/extension-api.ts', () => fake);

const NAME = 'dialside-test';
let former: Record<string, unknown> = {};
const area = {
  get: async () => ({ ...former }),
  clear: async () => {
    former = {};
  },
};
const storage = () => ownDatabase(indexedDB, area, NAME);

beforeEach(
  () =>
    new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(NAME);
      request.onsuccess = () => resolve();
      request.onerror = request.onblocked = () => reject(new Error('The database is still open.'));
    }),
);

describe('the database of Dialside’s own origin', () => {
  it('gives back what was put in, by name and as a whole, also to a worker that comes later', async () => {
    await storage().set({ sites: ['https://crm.example/*'], vault: { wrongPins: 1 } });
    await storage().set({ vault: { wrongPins: 2 } });
    expect(await storage().get(null)).toEqual({ sites: ['https://crm.example/*'], vault: { wrongPins: 2 } });
    expect(await storage().get('vault')).toEqual({ vault: { wrongPins: 2 } });
    expect(await storage().get('calls')).toEqual({});
  });

  it('loses what is removed, and nothing else', async () => {
    await storage().set({ a: 1, b: 2, c: 3, d: 4 });
    await storage().remove('a');
    await storage().remove(['b', 'c', 'unknown']);
    expect(await storage().get(null)).toEqual({ d: 4 });
  });

  it('keeps all of a change or nothing of it', async () => {
    await storage().set({ a: 1 });
    await expect(storage().set({ a: 2, b: () => 'no data' })).rejects.toThrow();
    expect(await storage().get(null)).toEqual({ a: 1 });
  });

  it('takes changes that come at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => storage().set({ [`item${index}`]: index })));
    expect(Object.keys(await storage().get(null))).toHaveLength(20);
  });
});

describe('what a version before it kept in the area', () => {
  it('is taken over when the database is made, and leaves the area', async () => {
    former = { sites: ['https://crm.example/*'], vault: { wrongPins: 3 } };
    await Promise.all([storage().set({ sites: [] }), storage().get(null)]);
    expect(await storage().get(null)).toEqual({ sites: [], vault: { wrongPins: 3 } });
    await expect.poll(() => former).toEqual({});
  });

  it('is taken over by the next attempt where it could not be read', async () => {
    former = { vault: { wrongPins: 3 } };
    const broken = ownDatabase(indexedDB, { ...area, get: () => Promise.reject(new Error('No disk.')) }, NAME);
    await expect(broken.set({ sites: [] })).rejects.toThrow('No disk.');
    expect(await storage().get(null)).toEqual({ vault: { wrongPins: 3 } });
  });

  it('is never taken over later, as a content script may have written it', async () => {
    await storage().set({ sites: [] });
    former = { alwaysAllow: ['+'] };
    expect(await storage().get(null)).toEqual({ sites: [] });
  });

  it('leaves the area with the next worker where that one was ended in the middle', async () => {
    former = { vault: { wrongPins: 3 } };
    await ownDatabase(indexedDB, { ...area, clear: () => Promise.reject(new Error('Ended.')) }, NAME).get(null);
    expect(former).not.toEqual({});
    await storage().get(null);
    await expect.poll(() => former).toEqual({});
    expect(await storage().get(null)).toEqual({ vault: { wrongPins: 3 } });
  });
});

describe('what is kept on this device lies', () => {
  it('in the area that can be locked, in Chrome', async () => {
    fake.browser.runtime.getURL = () => 'chrome-extension://dialside/';
    expect(await deviceStorage().get(null)).toEqual({ a: 'from the area' });
  });

  it('in that database, in Firefox, whose area cannot', async () => {
    fake.browser.runtime.getURL = () => 'moz-extension://dialside/';
    fake.browser.storage.local.get = async () => ({}) as { a: string };
    const storage = deviceStorage();
    await storage.set({ b: 1 });
    expect(await storage.get(null)).toEqual({ b: 1 });
  });

  it('in the memory, in a Firefox that never remembers history and gives no database', async () => {
    fake.browser.runtime.getURL = () => 'moz-extension://dialside/';
    fake.browser.extension.inIncognitoContext = true;
    expect(await deviceStorage().get(null)).toEqual({ a: 'from the memory' });
    // Chrome says so in a private window, whose storage it locks as it does everywhere.
    fake.browser.runtime.getURL = () => 'chrome-extension://dialside/';
    fake.browser.storage.local.get = async () => ({ a: 'from the area' });
    expect(await deviceStorage().get(null)).toEqual({ a: 'from the area' });
  });
});

describe('what is kept in the memory in place of a disk', () => {
  const createMemory = () => {
    const items: Record<string, unknown> = {};
    return {
      items,
      get: async () => structuredClone(items),
      set: async (more: object) => void Object.assign(items, more),
      remove: async (names: string[]) => {
        for (const name of names) delete items[name];
      },
    };
  };

  it('is given back by name and as a whole, apart from the session', async () => {
    const memory = createMemory();
    const kept = withinSession(memory);
    await memory.set({ history: ['a call'], sites: 'of the session' });
    await kept.set({ sites: ['https://crm.example/*'], vault: { wrongPins: 1 } });
    expect(await kept.get(null)).toEqual({ sites: ['https://crm.example/*'], vault: { wrongPins: 1 } });
    expect(await kept.get('vault')).toEqual({ vault: { wrongPins: 1 } });
    expect(await kept.get('history')).toEqual({});
    await kept.remove(['sites', 'history']);
    expect(await kept.get(null)).toEqual({ vault: { wrongPins: 1 } });
    expect(memory.items).toMatchObject({ history: ['a call'], sites: 'of the session' });
  });

  it('stays when the session is forgotten, of which nothing does', async () => {
    const memory = createMemory();
    await memory.set({ connection: 'with a password', draft: 'half a sign-in' });
    await withinSession(memory).set({ sites: [] });
    await forgetSession(memory);
    expect(Object.values(memory.items)).toEqual([[]]);
    expect(await withinSession(memory).get(null)).toEqual({ sites: [] });
  });
});
