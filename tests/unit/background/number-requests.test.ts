import { describe, expect, it, vi } from 'vitest';
import { createNumberHandlers, type NumberRequestDeps } from '../../../lib/background/requests/number-requests.ts';
import { createNumberWindow } from '../../../lib/background/requests/number-window.ts';
import type { AboutNumber, PageRecord } from '../../../lib/messages/number-details.ts';
import { ok } from '../../../lib/result.ts';
import type { Connection } from '../../../lib/session/connection.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { createArea, signedInArea } from './rig.ts';

vi.mock('../../../lib/platform/extension-api.ts', () => ({
  browser: { runtime: { id: 'dialside', getURL: (path: string) => `chrome-extension://dialside/${path}` } },
}));

const E164 = '+17275551313';
const CALLBACK = { at: '2026-11-21 09:30:00', type: 'USERONLY', comments: '' } as const;
const OWN = 'chrome-extension://dialside/';
const LEAD = { vendorCode: '', firstName: 'Ada', lastName: '', email: '', listId: '998' };
const OTHER_PAGES = [
  `${OWN}popup.html`,
  `${OWN}options.html`,
  `${OWN}confirm.html#number.html`,
  'https://crm.example/number.html',
];
const REFUSED = { ok: false, failure: { code: 'notSignedIn' } };
const NUMBER = expect.objectContaining({ callingCode: '1', nationalNumber: '7275551313' });

/** Each request with what comes of it, and with the answer to every other page. */
const ASKED = {
  'number.about': [{ key: 'k' }, 'k', null],
  'number.leads': [{ e164: E164 }, NUMBER, REFUSED],
  'number.calls': [{ e164: E164 }, NUMBER, REFUSED],
  'number.callbacks': [{ leadId: '2002' }, '2002', REFUSED],
  'number.recordings': [{ leadId: '2002' }, '2002', REFUSED],
  'number.rights': [null, undefined, REFUSED],
  'number.listDoNotCall': [{ e164: E164, campaign: 'TESTCAMP' }, NUMBER, REFUSED],
  'number.addLead': [{ e164: E164, lead: LEAD }, NUMBER, REFUSED],
  'number.planCallback': [{ leadId: '2002', callback: CALLBACK }, '2002', REFUSED],
  'number.updateLead': [{ leadId: '2002', change: { firstName: 'Ada' } }, '2002', REFUSED],
  'number.removeCallbacks': [{ leadId: '2002' }, '2002', REFUSED],
  'number.dial': [
    { e164: E164, leadId: '2002' },
    expect.objectContaining({ record: { leadId: '2002' } }),
    { ok: false, failure: { code: 'numberChanged' } },
  ],
  'number.recordLead': [{ e164: E164 }, NUMBER, REFUSED],
  'number.giveNumber': [{ e164: E164, leadId: '2002' }, NUMBER, REFUSED],
  'number.preview': [
    { e164: E164, leadId: '2002' },
    expect.objectContaining({ previewOf: '2002' }),
    { ok: false, failure: { code: 'numberChanged' } },
  ],
} as const;

const senderOf = (url: string) => ({ id: 'dialside', url }) as never;
const ITSELF = senderOf(`${OWN}number.html#4f1c`);

async function createScene(record: PageRecord | null = null) {
  const store = createSessionStore(await signedInArea());
  await store.load();
  const { connection } = store.current() as { connection: Connection };
  await store.update({ connection: { ...connection, statusCredential: { user: 'status', password: 'x' } } });
  const asked: (readonly [string, unknown])[] = [];
  const ask = (name: string) => async (of: unknown) => {
    asked.push([name, of]);
    return ok([]);
  };
  const deps = {
    ...{ store, settings: createSettingsStore(createArea()) },
    details: Object.fromEntries(
      ['leads', 'calls', 'callbacks', 'recordings', 'recordLead'].map((name) => [name, ask(name)]),
    ),
    changes: Object.fromEntries(
      ['rights', 'listDoNotCall', 'addLead', 'planCallback', 'updateLead', 'removeCallbacks', 'giveNumber'].map(
        (name) => [name, ask(name)],
      ),
    ),
    dials: { start: async (of: { previewOf?: string }) => ask(of.previewOf === undefined ? 'dial' : 'preview')(of) },
    numberWindow: {
      show: async (e164: string) => void asked.push(['show', e164] as const),
      about: (key: string) => void asked.push(['about', key] as const),
      recordOf: (e164: string) => (e164 === E164 ? record : null),
    },
    lookups: { verdictOn: async () => null },
  } as unknown as NumberRequestDeps;
  return { handlers: createNumberHandlers(deps), asked };
}

describe('whom a number belongs to', () => {
  it.each(Object.entries(ASKED))(
    '%s is answered to the window about it, and to no other page',
    async (name, request) => {
      const [payload, of, refused] = request;
      const { handlers, asked } = await createScene();
      // Of the table's own row.
      const handle = handlers[name as keyof typeof ASKED] as (payload: unknown, sender: never) => Promise<unknown>;
      for (const page of OTHER_PAGES) expect(await handle(payload, senderOf(page)), page).toEqual(refused);
      expect(asked).toEqual([]);
      await handle(payload, ITSELF);
      expect(asked).toEqual([[name.replace('number.', ''), of]]);
    },
  );

  it('is asked about by nothing that is missing here', async () => {
    const { handlers } = await createScene();
    const forAnyPage = ['number.show', 'number.verdict'];
    expect(Object.keys(handlers).toSorted()).toEqual([...Object.keys(ASKED), ...forAnyPage].toSorted());
  });

  it.each(['number.leads', 'number.calls'] as const)('%s of what is no number is asked nobody', async (name) => {
    const { handlers, asked } = await createScene();
    expect(await handlers[name]({ e164: '+1415555013' }, ITSELF)).toEqual(REFUSED);
    expect(asked).toEqual([]);
  });
});

describe('a dial from the window', () => {
  it.each([
    ['2002', { leadId: '2002' }],
    [null, null],
  ])('for the lead %s is for that record', async (leadId, record) => {
    const { handlers, asked } = await createScene();
    await handlers['number.dial']({ e164: E164, leadId }, ITSELF);
    expect(asked).toEqual([['dial', expect.objectContaining({ source: 'panel', record })]]);
  });

  it.each([
    [
      { vendorCode: 'P-7', leadId: '7', firstName: 'Ada' },
      { vendorId: 'P-7', ownsNumber: true, person: { firstName: 'Ada' } },
    ],
    [{ vendorCode: 'P-7' }, { vendorId: 'P-7', ownsNumber: true }],
    [{ firstName: 'Ada' }, null],
  ])('of a number that is no lead is for the record %j of the page: %j', async (page, record) => {
    const { handlers, asked } = await createScene(page);
    await handlers['number.dial']({ e164: E164, leadId: null }, ITSELF);
    await handlers['number.dial']({ e164: E164, leadId: '2002' }, ITSELF);
    expect(asked).toEqual([
      ['dial', expect.objectContaining({ record })],
      ['dial', expect.objectContaining({ record: { leadId: '2002' } })],
    ]);
  });

  it('of a costly number is asked about as everywhere', async () => {
    const { handlers, asked } = await createScene();
    await handlers['number.dial']({ e164: '+442079460123', leadId: null }, ITSELF);
    expect(asked).toEqual([['dial', expect.objectContaining({ confirm: ['international'] })]]);
  });
});

describe('the window about a number', () => {
  it('opens for numbers alone', async () => {
    const { handlers, asked } = await createScene();
    await handlers['number.show']({ e164: '+1415555013' }, senderOf(`${OWN}popup.html`));
    expect(asked).toEqual([]);
    await handlers['number.show']({ e164: E164 }, senderOf(`${OWN}popup.html`));
    expect(asked).toEqual([['show', E164]]);
  });

  it('is one, also where two are asked for at once, and after the worker was stopped', async () => {
    const area = createArea();
    const open = new Set<number>();
    let ids = 0;
    const windows = {
      open: async () => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        open.add(++ids);
        return ids;
      },
      close: async (id: number) => void open.delete(id),
    };
    for (let worker = 0; worker < 2; worker++) {
      const store = createSessionStore(area);
      await store.load();
      const shown = createNumberWindow(store, windows, () => 0);
      await Promise.all([shown.show(E164), shown.show('+17275551212')]);
    }
    expect([...open]).toEqual([4]);
  });

  it('has an address that says nothing of the number, which only the newest window is told, at once', async () => {
    const store = createSessionStore(createArea());
    await store.load();
    const told: (AboutNumber | null)[] = [];
    const keys: string[] = [];
    const shown = createNumberWindow(
      store,
      {
        open: async (key) => {
          keys.push(key);
          told.push(shown.about(key));
          return keys.length;
        },
        close: async () => undefined,
      },
      () => 0,
    );
    const record = { firstName: 'Ada', email: 'ada@example.com' };
    await shown.showFromPage(E164, record);
    await shown.show('+17275551212');
    expect(keys.join()).not.toMatch(/727555|Ada|example/);
    const next = { e164: '+17275551212', record: null };
    expect(told).toEqual([{ e164: E164, record }, next]);
    expect(keys.map(shown.about)).toEqual([null, next]);
    expect([E164, '+17275551212'].map(shown.recordOf)).toEqual([null, null]);
  });
});

it('a window that opens while its agent signs out is closed, and about nothing', async () => {
  const store = createSessionStore(createArea());
  await store.load();
  const closed: number[] = [];
  const keys: string[] = [];
  const shown = createNumberWindow(
    store,
    {
      open: async (key) => {
        keys.push(key);
        await store.clear();
        return 7;
      },
      close: async (id) => void closed.push(id),
    },
    () => 0,
  );
  await shown.show(E164);
  expect([closed, keys.map(shown.about), store.current().numberWindow]).toEqual([[7], [null], null]);
});

it('a window is somebody’s where somebody is signed in as it opens, or signs in until it is open', async () => {
  const store = createSessionStore(createArea());
  await store.load();
  const signInWhileItOpens = async () => {
    const { numberWindow } = store.current();
    if (numberWindow) await store.update({ numberWindow: { ...numberWindow, isSomebodys: true } });
    return 7;
  };
  const whoseAfter = async (open: () => Promise<number>) => {
    await createNumberWindow(store, { open, close: async () => undefined }, () => 0).show(E164);
    return store.current().numberWindow?.isSomebodys;
  };
  expect(await whoseAfter(async () => 7)).toBe(false);
  expect(await whoseAfter(signInWhileItOpens)).toBe(true);
  await store.update({ connection: {} as Connection });
  expect(await whoseAfter(async () => 7)).toBe(true);
});

it('a page opens it at most once in three seconds, and the panel as often as it is pressed', async () => {
  const store = createSessionStore(createArea());
  await store.load();
  const opened: (string | undefined)[] = [];
  const clock = { now: 1_000_000 };
  const windows = { open: async (key: string) => opened.push(shown.about(key)?.e164), close: async () => undefined };
  const shown = createNumberWindow(store, windows, () => clock.now);
  await shown.showFromPage(E164, null);
  clock.now += 2_999;
  await shown.showFromPage('+17275551212', null);
  await shown.show('+17275551414');
  clock.now += 1;
  await shown.showFromPage('+17275551515', null);
  expect(opened).toEqual([E164, '+17275551414', '+17275551515']);
});
