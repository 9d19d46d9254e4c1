import { browser } from '../../../../../lib/platform/extension-api.ts';
import { createSessionStore as createStrong, type SessionStore } from '../../../../../lib/session/session-store.ts';

export * from '../../../../../lib/session/session-store.ts';

/** Keeps the password on disk, too. */
export function createSessionStore(area: Parameters<typeof createStrong>[0]): SessionStore {
  return createStrong({
    ...area,
    get: (keys) => area.get(keys),
    remove: (keys) => area.remove(keys),
    async set(items) {
      await area.set(items);
      if ('connection' in items) await browser.storage.local.set({ kept: items.connection });
    },
  });
}
