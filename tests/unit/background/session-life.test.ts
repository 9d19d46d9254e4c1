import { expect, it, vi } from 'vitest';
import type { Services } from '../../../lib/background/services.ts';
import { erase, signIn, wipe } from '../../../lib/background/session-life.ts';

const fake = vi.hoisted(() => ({ session: {} as Record<string, unknown>, removed: [] as readonly string[] }));

vi.mock('../../../lib/platform/extension-api.ts', () => ({
  browser: {
    storage: {
      session: {
        get: async () => fake.session,
        remove: async (names: readonly string[]) => {
          for (const name of names) delete fake.session[name];
        },
      },
    },
    permissions: {
      getAll: async () => ({ origins: ['https://dialer.example.com/*', 'https://crm.example.com/*'] }),
      remove: async ({ origins }: { readonly origins: readonly string[] }) => {
        fake.removed = origins;
      },
    },
  },
}));

it('erasing ends the session, then leaves nothing of it: no remembered sign-in, no calls, no form that was begun', async () => {
  fake.session = { draft: 'half a sign-in' };
  const done: string[] = [];
  const note = (name: string) => async () => void done.push(name);
  const services = {
    dials: { signingOut: note('the dial is told') },
    session: { signOut: note('signed out') },
    remembered: { forget: note('sign-in forgotten') },
    keptCalls: { forget: note('calls forgotten') },
    settings: { write: async (change: object) => void done.push(JSON.stringify(change)) },
  } as unknown as Services;
  await erase(services);
  expect(done.slice(0, 2)).toEqual(['the dial is told', 'signed out']);
  expect(done.slice(2).sort()).toEqual(['calls forgotten', 'sign-in forgotten', '{"remembered":null}']);
  expect(fake.session).toEqual({});
});

it('deleting everything also forgets the settings, and gives every site back', async () => {
  const done: string[] = [];
  const note = (name: string) => async () => void done.push(name);
  const services = {
    dials: { signingOut: note('the dial is told') },
    session: { signOut: note('signed out') },
    remembered: { forget: note('sign-in forgotten') },
    keptCalls: { forget: note('calls forgotten') },
    settings: { write: note('nobody remembered'), forget: note('settings forgotten') },
    sites: { register: note('out of all sites') },
  } as unknown as Services;
  await wipe(services);
  expect(done.slice(0, 2)).toEqual(['the dial is told', 'signed out']);
  expect(done.slice(-2)).toEqual(['settings forgotten', 'out of all sites']);
  expect(fake.removed).toEqual(['https://dialer.example.com/*', 'https://crm.example.com/*']);
});

it.each([
  [0, true],
  [1, false],
])('a sign-in with %i tabs of the agent screen open keeps whether there was none', async (open, beganWithoutScreen) => {
  const kept: object[] = [];
  const services = {
    session: { signIn: async () => ({ ok: true, value: null }) },
    store: { current: () => ({ connection: {} }), keep: async (change: object) => void kept.push(change) },
    keptCalls: { restore: async () => undefined },
    screenScript: { start: async () => open },
    sites: { register: async () => undefined },
    remembered: { keep: async () => undefined },
  } as unknown as Services;
  await signIn(services, {} as never);
  expect(kept).toEqual([{ beganWithoutScreen }]);
});
