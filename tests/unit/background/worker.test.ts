import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../../../lib/background/worker.ts';
import { pageRequestSchemas, panelRequestSchemas, screenRequestSchemas } from '../../../lib/messages/requests.ts';
import type { Connection } from '../../../lib/session/connection.ts';
import type { OncePage } from '../../../lib/session/session-store.ts';
import { createArea } from './rig.ts';

type Listener = (...values: unknown[]) => unknown;

/**
 * A browser that does nothing by itself: every event keeps its listeners for the test to call, every function that no test
 * needs resolves to nothing, and what is stored stays.
 */
const fake = vi.hoisted(() => {
  const listeners = new Map<string, Listener[]>();
  const calls: string[] = [];
  const parts: Record<string, Record<string, unknown>> = {};
  const eventOf = (name: string) => ({
    addListener: (listener: Listener) => void listeners.set(name, [...(listeners.get(name) ?? []), listener]),
    removeListener: () => undefined,
    hasListener: () => false,
  });
  const partOf = (part: string) =>
    new Proxy(parts[part] ?? {}, {
      get: (known, key) => {
        const name = `${part}.${String(key)}`;
        if (key in known) return Reflect.get(known, key);
        if (/\.on[A-Z]/.test(name)) return eventOf(name);
        return async () => void calls.push(name);
      },
    });
  const browser = new Proxy({}, { get: (_, part) => partOf(String(part)) });
  const fire = (name: string, ...values: unknown[]) => {
    const heard = listeners.get(name) ?? [];
    if (heard.length === 0) throw new Error(`Nobody listens to ${name}.`);
    for (const listener of heard) listener(...values);
  };
  return { browser, parts, listeners, calls, fire };
});
vi.mock('../../../lib/platform/extension-api.ts', () => ({ browser: fake.browser }));
// Node has none: a worker's own.
vi.stubGlobal('reportError', (error: unknown) => {
  throw error;
});

const OWN = 'chrome-extension://dialside/';
const SERVER = 'https://dialer.example';
const CONNECTION = {
  ...{ id: 'one', server: SERVER, agentPath: '/agc/api.php', nonAgentPath: '/vicidial/non_agent_api.php' },
  ...{ credentials: { user: '6666', password: 'canary' }, agentUser: '6666', statusCredential: null },
  ...{ region: 'US', dialMethod: 'unknown' },
} as unknown as Connection;
const SUPERVISOR = {
  ...{ id: 'two', server: SERVER, path: '/vicidial/non_agent_api.php' },
  credentials: { user: 'apiuser', password: 'canary' },
};
const ONCE: readonly OncePage[] = [7, 8].map((tabId) => ({ tabId, origin: 'https://crm.example', documents: null }));

/** A worker that has just been started over that storage. */
function start(stored: object, { granted = true, registers = true, disk = createArea() } = {}) {
  const session = createArea();
  Object.assign(session.items, stored);
  const accessLevels: unknown[] = [];
  const areaOf = (area: object) => ({
    ...area,
    setAccessLevel: async (level: unknown) => void accessLevels.push(level),
  });
  Object.assign(fake.parts, {
    runtime: { id: 'dialside', getURL: (path: string) => OWN + path, getManifest: () => ({}) },
    i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
    storage: {
      session: areaOf(session),
      local: areaOf(disk),
      managed: { get: async () => ({}) },
      onChanged: { addListener: () => undefined },
    },
    permissions: {
      contains: async () => granted,
      onAdded: { addListener: () => undefined },
      onRemoved: {
        addListener: (listener: Listener) => void fake.listeners.set('permissions.onRemoved', [listener]),
      },
    },
    scripting: {
      getRegisteredContentScripts: () => (registers ? Promise.resolve([]) : new Promise(() => undefined)),
    },
    tabs: {
      query: async () => [],
      onRemoved: { addListener: (listener: Listener) => void fake.listeners.set('tabs.onRemoved', [listener]) },
    },
    idle: {
      queryState: async () => 'active',
      setDetectionInterval: () => undefined,
      onStateChanged: { addListener: () => undefined },
    },
  });
  startWorker();
  return { items: session.items, accessLevels };
}

function portOf(sender: object) {
  return {
    ...{ name: 'panel', sender, disconnect: vi.fn(), postMessage: vi.fn() },
    ...{ onMessage: { addListener: vi.fn() }, onDisconnect: { addListener: vi.fn() } },
  };
}

beforeEach(() => {
  fake.listeners.clear();
  fake.calls.length = 0;
});

describe('a port', () => {
  it.each([
    ['a web page’s content script', { id: 'dialside', url: 'https://crm.example/', tab: { id: 7 }, frameId: 0 }],
    ['another extension', { id: 'other', url: `${OWN}popup.html` }],
    ['a sender without address', { id: 'dialside' }],
  ])('of %s is closed and told nothing', async (_, sender) => {
    start({ connection: CONNECTION });
    const port = portOf(sender);
    fake.fire('runtime.onConnect', port);
    await vi.waitFor(() => expect(port.disconnect).toHaveBeenCalledOnce());
    expect(port.postMessage).not.toHaveBeenCalled();
  });

  it('of a page of Dialside’s own is told the state', async () => {
    start({ connection: CONNECTION });
    const port = portOf({ id: 'dialside', url: `${OWN}popup.html` });
    fake.fire('runtime.onConnect', port);
    await vi.waitFor(() => expect(port.postMessage).toHaveBeenCalled());
    expect(port.disconnect).not.toHaveBeenCalled();
  });
});

const FRAME = { id: 'dialside', url: 'https://crm.example/', tab: { id: 7, url: 'https://crm.example/' }, frameId: 0 };
const STRANGERS = [
  ['a web page’s content script', FRAME],
  [
    'a frame that says it is a page of Dialside’s',
    { ...FRAME, origin: OWN, url: `https://crm.example/#${OWN}popup.html` },
  ],
  ['another extension', { id: 'other', url: `${OWN}popup.html` }],
  ['a sender without address', { id: 'dialside' }],
] as const;

/** The reply to a request, and whether it left what is stored as it was. */
async function ask(
  name: string,
  sender: object,
  stored: object = { connection: CONNECTION, supervisor: SUPERVISOR },
  disk = createArea(),
) {
  const { items } = start(stored, { disk });
  // What the start itself writes is there.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const before = structuredClone(items);
  const reply = await new Promise<unknown>((respond) => {
    fake.fire('runtime.onMessage', { dialside: name, payload: null }, sender, respond);
  });
  return { reply, isUntouched: JSON.stringify(items) === JSON.stringify(before) };
}

// Whatever is added to the protocol is among them.
describe.each(STRANGERS)('%s', (_, sender) => {
  it.each(Object.keys(panelRequestSchemas))('is refused %s', async (name) => {
    expect(await ask(name, sender)).toEqual({ reply: { error: 'refused' }, isUntouched: true });
  });
});

describe.each(STRANGERS.slice(2))('%s, which is no page either,', (_, sender) => {
  it.each([...Object.keys(pageRequestSchemas), ...Object.keys(screenRequestSchemas)])('is refused %s', async (name) => {
    expect(await ask(name, sender)).toEqual({ reply: { error: 'refused' }, isUntouched: true });
  });
});

it('a disk that fails once, as the worker starts, keeps nobody waiting for an answer', async () => {
  const disk = createArea();
  const { get } = disk;
  let isBroken = true;
  disk.get = (names) => (isBroken ? Promise.reject(new Error('No disk.')) : get(names));
  void Promise.resolve().then(() => {
    isBroken = false;
  });
  const ownPage = { id: 'dialside', url: `${OWN}popup.html` };
  expect((await ask('settings.read', ownPage, {}, disk)).reply).toHaveProperty('value');
});

it('a page of Dialside’s own is heard', async () => {
  expect((await ask('panel.state', { id: 'dialside', url: `${OWN}popup.html` })).reply).toHaveProperty('value');
});

describe('a permission that was taken back', () => {
  it('ends the session where it is the dialer’s, with the password', async () => {
    const { items } = start({ connection: CONNECTION }, { granted: false });
    fake.fire('permissions.onRemoved', { origins: [`${SERVER}/*`] });
    await vi.waitFor(() => expect(JSON.stringify(items)).not.toContain('canary'));
  });

  it('ends a supervisor’s session there, too, with or without an agent’s', async () => {
    const { items } = start({ supervisor: SUPERVISOR }, { granted: false });
    fake.fire('permissions.onRemoved', { origins: [`${SERVER}/*`] });
    await vi.waitFor(() => expect(JSON.stringify(items)).not.toContain('canary'));
  });

  it('ends the session also while the browser takes its time with the scripts of sites', async () => {
    const { items } = start({ connection: CONNECTION }, { granted: false, registers: false });
    fake.fire('permissions.onRemoved', { origins: [`${SERVER}/*`] });
    await vi.waitFor(() => expect(JSON.stringify(items)).not.toContain('canary'));
  });

  it('leaves it where the dialer may still be asked', async () => {
    const { items } = start({ connection: CONNECTION, supervisor: SUPERVISOR });
    fake.fire('permissions.onRemoved', { origins: ['https://crm.example/*'] });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(items).toMatchObject({ connection: { server: SERVER }, supervisor: { server: SERVER } });
  });
});

it.each([
  ['is given up by the supervisor’s page', 'canary', undefined],
  ['with another password is not', 'other', SUPERVISOR],
])('a second login that is refused at a sign-in %s', async (_, password, left) => {
  const answers: Readonly<Record<string, string>> = {
    version: 'VERSION: 2.14-82|BUILD: 250122-1010|DATE: 2026-11-20 16:49:12|EPOCH: 1795211352',
    recording: 'NOTICE: not recording - 1000|||||10.10.10.15|8600051|PAUSED',
    agent_status: 'ERROR: Login incorrect, please try again: |apiuser|canary|BAD|',
  };
  vi.stubGlobal('fetch', async (_url: string, { body }: { readonly body: URLSearchParams }) => {
    return new Response(answers[new URLSearchParams(body).get('function') ?? '']);
  });
  const { items } = start({ supervisor: SUPERVISOR });
  const payload = {
    ...{ server: SERVER, agentPath: '', nonAgentPath: '', allowInsecure: false, user: '1000', password: 'agentpass' },
    ...{ agentUser: '', region: 'US', dialMethod: 'unknown', pin: null },
    statusCredential: { user: 'apiuser', password },
  };
  const reply = await new Promise<unknown>((respond) => {
    const ownPage = { id: 'dialside', url: `${OWN}popup.html` };
    fake.fire('runtime.onMessage', { dialside: 'session.signIn', payload }, ownPage, respond);
  });
  expect(reply).toMatchObject({ value: { ok: false, failure: { code: 'statusCredential' } } });
  expect(items.supervisor).toEqual(left);
});

it('a tab that is closed is no page any more whose numbers were asked for once', async () => {
  const { items } = start({ oncePages: ONCE });
  fake.fire('tabs.onRemoved', 7);
  await vi.waitFor(() => expect(items).toMatchObject({ oncePages: [ONCE[1]] }));
});

it('every storage area is closed to content scripts as soon as the worker starts', async () => {
  const { accessLevels } = start({});
  await vi.waitFor(() => expect(accessLevels).toEqual(Array(2).fill({ accessLevel: 'TRUSTED_CONTEXTS' })));
});
