import { describe, expect, it, vi } from 'vitest';
import { createPanelHandlers, type PanelRequestDeps } from '../../../lib/background/requests/panel-requests.ts';
import { createSupervisorHandlers } from '../../../lib/background/requests/supervisor-requests.ts';
import type { Supervisor } from '../../../lib/background/supervisor/supervisor.ts';
import type { PanelRequests } from '../../../lib/messages/protocol.ts';
import { panelRequestSchemas } from '../../../lib/messages/requests.ts';

const OWN = 'chrome-extension://dialside/';
vi.mock('../../../lib/platform/extension-api.ts', () => ({
  browser: { runtime: { id: 'dialside', getURL: (path: string) => `chrome-extension://dialside/${path}` } },
}));

/** What one page of Dialside's alone may ask. Of a page with a login or a window of its own: whatever is added to the protocol. */
const ALONE: readonly (readonly [page: string, may: (name: string) => boolean])[] = [
  ['supervisor.html', (name) => name.startsWith('supervisor.')],
  ['number.html', (name) => name.startsWith('number.') && !['number.show', 'number.verdict'].includes(name)],
  ['setup.html', (name) => name === 'setUp.check'],
  ['welcome.html', (name) => ['server.find', 'site.add'].includes(name)],
  ['webphone.html', (name) => name === 'webphone.takeUrl'],
];
const PAGES = ['popup.html', 'sidepanel.html', 'options.html', 'confirm.html', ...ALONE.map(([page]) => page)];
const NAMES = Object.keys(panelRequestSchemas) as (keyof PanelRequests)[];
const CASES = ALONE.flatMap(([page, may]) => NAMES.filter(may).map((name) => [name, page] as const));

/** Has a field for each of those requests that reads one before it looks who asks. */
const PAYLOAD = {
  ...{ e164: '+14155550132', leadId: '1', campaign: null, key: 'k', callback: {}, lead: {}, change: {} },
  ...{ server: 'https://dialer.example', allowInsecure: false, address: 'https://crm.example' },
};

/** Asks from a page, of a background that does nothing but note what it is asked to do. */
async function doneFor(name: keyof PanelRequests, url: string, id = 'dialside'): Promise<readonly string[]> {
  const done: string[] = [];
  const noting = (path: string): unknown =>
    new Proxy(() => undefined, {
      get: (_, key) => (key === 'then' || typeof key === 'symbol' ? undefined : noting(`${path}.${key}`)),
      apply() {
        done.push(path);
        // Nobody is signed in where the first steps are taken.
        return path === '.store.current' ? { connection: null } : noting(`${path}()`);
      },
    });
  const handlers = createPanelHandlers(noting('') as PanelRequestDeps);
  const handle = handlers[name] as (payload: unknown, sender: unknown) => unknown;
  // What a note cannot stand for breaks off behind what is asked here.
  await Promise.resolve(handle(PAYLOAD, { id, url })).catch(() => undefined);
  return done;
}

describe.each(CASES)('%s', (name, page) => {
  it('is done for its page', async () => {
    expect(await doneFor(name, `${OWN}${page}`)).not.toEqual([]);
  });

  it.each(PAGES.filter((other) => other !== page))('is not done for %s', async (other) => {
    expect(await doneFor(name, `${OWN}${other}`)).toEqual([]);
  });

  it('is not done for what only looks like its page', async () => {
    expect(await doneFor(name, `${OWN}popup.html#${page}`)).toEqual([]);
    expect(await doneFor(name, `${OWN}other/${page}`)).toEqual([]);
    expect(await doneFor(name, `https://crm.example/${page}`)).toEqual([]);
    expect(await doneFor(name, `${OWN}${page}`, 'another-extension')).toEqual([]);
  });
});

it('there are such requests of every page', () => {
  expect(CASES.length).toBeGreaterThan(20);
  expect(new Set(CASES.map(([, page]) => page)).size).toBe(ALONE.length);
});

it('a supervisor’s page ends the sign-in that it shows, and names it', async () => {
  const signOut = vi.fn(async () => null);
  const handlers = createSupervisorHandlers({ signOut } as unknown as Supervisor);
  const sender = { id: 'dialside', url: `${OWN}supervisor.html` };
  await handlers['supervisor.signOut']({ session: 'a', question: null }, sender);
  expect(signOut).toHaveBeenCalledExactlyOnceWith('a');
});
