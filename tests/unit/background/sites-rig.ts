import { createSites } from '../../../lib/background/sites/sites.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { fake } from './sites-browser.ts';

export const DIALER = 'https://dialer.example/*';
export const CRM = 'https://crm.example/*';

export function createDesk({ signedIn = true } = {}) {
  const items: Record<string, unknown> = {};
  const settings = createSettingsStore({
    get: async () => structuredClone(items),
    set: async (change) => void Object.assign(items, structuredClone(change)),
    remove: async () => undefined,
  });
  const session = { signedIn };
  const sites = createSites(
    settings,
    () => ['https://dialer.example/agc/*'],
    () => (session.signedIn ? [DIALER] : []),
  );
  return { sites, settings, session };
}

/** Where the content script runs now. */
export const running = () => [...fake.scripts.values()].flatMap(({ matches }) => matches);

export function forgetAll(): void {
  fake.granted.clear();
  fake.tabs.clear();
  fake.entered.length = 0;
  fake.scripts.clear();
  fake.removed.length = 0;
  Object.assign(fake.frames, { all: [0], keptOut: [] });
}
