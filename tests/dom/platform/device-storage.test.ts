import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceStorage, ownDatabase } from '../../../lib/platform/device-storage.ts';

const fake = vi.hoisted(() => ({
  browser: { runtime: { getURL: (): string => '' }, storage: { local: { get: async () => ({ a: 'from the area' }) } } },
}));
vi.mock('../../../lib/platform/extension-api.ts', () => fake);

const NAME = 'dialside-test';
const storage = () => ownDatabase(indexedDB, NAME);

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

describe('what is kept on this device lies', () => {
  it('in the area that can be locked, in Chrome', async () => {
    fake.browser.runtime.getURL = () => 'chrome-extension://dialside/';
    expect(await deviceStorage().get(null)).toEqual({ a: 'from the area' });
  });

  it('in that database, in Firefox, whose area cannot', async () => {
    fake.browser.runtime.getURL = () => 'moz-extension://dialside/';
    expect(await deviceStorage().get('a')).toEqual({});
  });
});
