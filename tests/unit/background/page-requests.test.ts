import { describe, expect, it, vi } from 'vitest';
import { createPageHandlers, type PageRequestDeps } from '../../../lib/background/requests/page-requests.ts';
import { ok } from '../../../lib/result.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { createArea } from './rig.ts';

const SITE = 'https://crm.example/contact/1';
const FRAME = { tabId: 7, frameId: 0, siteUrl: SITE, topUrl: SITE, documentId: 'A' } as const;
const ONCE = { tabId: 7, origin: 'https://crm.example', documents: ['A'] } as const;
const NUMBER = { e164: '+14155552671', extension: null } as const;

/** What a frame asks for and gets, where its site is on or off. */
async function setUp({ isEnabled = false, isKeptOut = false, asksAboutFrames = false } = {}) {
  const store = createSessionStore(createArea());
  await store.load();
  const settings = createSettingsStore(createArea());
  await settings.write({ notNumbers: [{ host: 'crm.example', pattern: 'id' }] });
  const start = vi.fn(async () => ok({ id: 'dial-1' }));
  const cancel = vi.fn(async () => ok(null));
  const told = vi.fn(async () => undefined);
  const sites = {
    isEnabled: async () => isEnabled,
    isKeptOut: () => isKeptOut,
    isNamed: async (url: string) => url === 'https://named.example',
    injectEngine: vi.fn(async () => undefined),
    addNotNumber: vi.fn(async () => undefined),
  };
  const parts = { store, settings, sites, dials: { start, cancel }, list: { told }, picking: {}, asksAboutFrames };
  const handlers = createPageHandlers(parts as unknown as PageRequestDeps);
  const askAll = async (frame = FRAME as Parameters<(typeof handlers)['page.start']>[1]) => ({
    settings: await handlers['page.start'](null, frame),
    engine: await handlers['page.loadEngine'](null, frame),
    dial: await handlers['page.dial'](NUMBER, frame),
    cancel: await handlers['page.cancelDial']({ id: 'dial-1' }, frame),
    numbers: await handlers['page.numbers']({ numbers: [NUMBER] }, frame),
    notNumber: await handlers['page.notNumber']({ pattern: 'id' }, frame),
  });
  const done = () => ({
    dials: start.mock.calls.length,
    cancels: cancel.mock.calls.length,
    lists: told.mock.calls.length,
    engines: sites.injectEngine.mock.calls.length,
    patterns: sites.addNotNumber.mock.calls.length,
  });
  /** Why the agent is asked before a dial from a frame with such pages around it. */
  const reasonsAmong = async (around: readonly string[]) => {
    await handlers['page.dial']({ ...NUMBER, around }, FRAME);
    return (start.mock.calls as unknown as [{ readonly confirm: readonly string[] }][]).at(-1)?.[0].confirm;
  };
  return { store, askAll, reasonsAmong, done };
}

const NOTHING = { dials: 0, cancels: 0, lists: 0, engines: 0, patterns: 0 };
const ALL = { dials: 1, cancels: 1, lists: 1, engines: 1, patterns: 1 };
const REFUSED = { ok: false, failure: { code: 'siteNotAllowed' } };

describe('a frame', () => {
  it('of a site that is on gets what it asks for', async () => {
    const { askAll, done } = await setUp({ isEnabled: true });
    expect(await askAll()).toMatchObject({
      settings: { notNumbers: ['id'] },
      dial: { ok: true },
      cancel: { ok: true },
    });
    expect(done()).toEqual(ALL);
  });

  it('of a site that is not on gets nothing, whatever it asks', async () => {
    const { askAll, done } = await setUp();
    expect(await askAll()).toMatchObject({ settings: null, dial: REFUSED, cancel: REFUSED });
    expect(done()).toEqual(NOTHING);
  });

  it('of a page that was asked for once gets it as well, and the tab’s next page does not', async () => {
    const { store, askAll, done } = await setUp();
    await store.update({ oncePages: [ONCE] });
    await askAll();
    expect(done()).toEqual(ALL);
    await askAll({ ...FRAME, documentId: 'B' });
    await askAll({ ...FRAME, siteUrl: 'https://off.example/', topUrl: 'https://off.example/' });
    expect(done()).toEqual(ALL);
  });

  it('of the agent screen gets nothing, also where it was asked for', async () => {
    const { store, askAll, done } = await setUp({ isEnabled: true, isKeptOut: true });
    await store.update({ oncePages: [ONCE] });
    expect((await askAll()).settings).toBeNull();
    expect(done()).toEqual(NOTHING);
  });
});

describe('a dial from a frame, in a browser that does not vouch for what is seen of it', () => {
  it.each([
    ['in a tab of its own', [], []],
    ['in a page of its own site', ['https://crm.example'], []],
    ['in a site that the agent has named', ['https://named.example', 'https://crm.example'], []],
    ['in a site that he has not', ['https://evil.example'], ['framed']],
    ['in its own site inside of such a one', ['https://crm.example', 'https://evil.example'], ['framed']],
    ['in such a one inside of its own site', ['https://evil.example', 'https://crm.example'], ['framed']],
    ['in a page that does not say who it is', ['null'], ['framed']],
  ])('%s is asked about: %j %j', async (_where, around, reasons) => {
    const { reasonsAmong } = await setUp({ isEnabled: true, asksAboutFrames: true });
    // The test's agent calls numbers of the United States.
    expect(await reasonsAmong(around)).toEqual(reasons);
  });

  it('is asked about nothing where the browser vouches', async () => {
    const { reasonsAmong } = await setUp({ isEnabled: true });
    expect(await reasonsAmong(['https://evil.example'])).toEqual([]);
  });
});
