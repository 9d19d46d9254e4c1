import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRecordPicking } from '../../../lib/background/records/record-picking.ts';
import type { RecordEntry } from '../../../lib/crm/record-entries.ts';
import type { FrameSender } from '../../../lib/platform/sender.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { createArea } from './rig.ts';

const injected = vi.hoisted(() => ({ targets: [] as unknown[], isRefused: false }));
vi.mock('../../../lib/platform/extension-api.ts', () => ({
  browser: {
    scripting: {
      executeScript: async ({ target }: { readonly target: unknown }) => {
        if (injected.isRefused) throw new Error('Cannot access a chrome:// URL');
        injected.targets.push(target);
      },
    },
  },
}));

const URL_OF_RECORD = 'https://crm.example/people/42';
const PICK = { url: URL_OF_RECORD, text: '42', selector: '#id', isMeant: true };
const RULE = { name: 'crm.example', patterns: ['crm.example/people/{vendor_lead_code:digits}/**'], selectors: {} };
const HUBSPOT: RecordEntry = { preset: 'HubSpot' };

function frame(change: Partial<FrameSender> = {}): FrameSender {
  return { tabId: 7, frameId: 0, siteUrl: 'https://crm.example/', ...change };
}

async function createDesk(recordRules: readonly RecordEntry[] = [HUBSPOT], managed: Record<string, unknown> = {}) {
  const area = createArea();
  await area.set({ recordRules, policy: managed });
  const settings = createSettingsStore(area, { read: async () => managed, onChange() {} });
  const store = createSessionStore(createArea());
  await store.load();
  const picking = createRecordPicking({ store, settings });
  return { picking, store, rules: async () => (await settings.read()).recordRules };
}

beforeEach(() => Object.assign(injected, { targets: [], isRefused: false }));

it('looks as the agent has chosen, which is told to the page alone in which he points', async () => {
  const { picking } = await createDesk([], { appearance: 'dark' });
  expect(await picking.appearance(frame())).toBe('system');
  await picking.start(7);
  expect(await picking.appearance(frame())).toBe('dark');
  expect(await picking.appearance(frame({ frameId: 3 }))).toBe('system');
  expect(await picking.appearance(frame({ tabId: 8 }))).toBe('system');
});

describe('what the agent points at', () => {
  it('is said first, and becomes a rule before all others when he means it', async () => {
    const { picking, rules } = await createDesk();
    await picking.start(7);
    expect(injected.targets).toEqual([{ tabId: 7, frameIds: [0] }]);
    const read = { ok: true, value: { value: '42', isInAddress: true } };
    expect(await picking.picked({ ...PICK, isMeant: false }, frame())).toEqual(read);
    expect(await rules()).toEqual([HUBSPOT]);
    expect(await picking.picked(PICK, frame())).toEqual(read);
    expect(await rules()).toEqual([RULE, HUBSPOT]);
    expect(await picking.picked(PICK, frame())).toEqual({ ok: false, failure: 'notAsked' });
  });

  it.each([
    ['makes no rule once he has left the picker', frame(), 'notAsked'],
    ['does where a frame of the page says that he has', frame({ frameId: 3 }), null],
    ['does where another tab says so', frame({ tabId: 8 }), null],
  ])('%s', async (_what, sender, failure) => {
    const { picking } = await createDesk();
    await picking.start(7);
    await picking.ended(sender);
    const answer = await picking.picked(PICK, frame());
    expect(answer.ok ? null : answer.failure).toBe(failure);
  });

  it('twice is one rule', async () => {
    const { picking, rules } = await createDesk([HUBSPOT, RULE]);
    await picking.start(7);
    await picking.picked(PICK, frame());
    expect(await rules()).toEqual([RULE, HUBSPOT]);
  });
});

describe('no rule is made', () => {
  it.each<[string, number | null, FrameSender, Partial<typeof PICK>, string]>([
    ['where nobody asked for one', null, frame(), {}, 'notAsked'],
    ['in another tab', 8, frame(), {}, 'notAsked'],
    ['by a frame in the page', 7, frame({ frameId: 3 }), {}, 'notAsked'],
    ['for another site', 7, frame({ siteUrl: 'https://evil.example/' }), {}, 'notPage'],
    ['of a place without an id', 7, frame(), { text: 'a whole paragraph' }, 'noId'],
  ])('%s', async (_what, tabId, sender, change, failure) => {
    const { picking, rules } = await createDesk();
    if (tabId !== null) await picking.start(tabId);
    expect(await picking.picked({ ...PICK, ...change }, sender)).toEqual({ ok: false, failure });
    expect(await rules()).toEqual([HUBSPOT]);
  });

  it('against the company’s word, nor beyond the most that are kept', async () => {
    const managed = { recordRules: [HUBSPOT], locked: ['recordRules'] };
    const locked = await createDesk([], managed);
    await locked.picking.start(7);
    expect(await locked.picking.picked(PICK, frame())).toEqual({ ok: false, failure: 'locked' });
    const full = await createDesk(Array.from({ length: 100 }, () => HUBSPOT));
    await full.picking.start(7);
    expect(await full.picking.picked(PICK, frame())).toEqual({ ok: false, failure: 'tooMany' });
    expect(await full.rules()).toHaveLength(100);
  });

  it('on a page that lets no script in, and nothing breaks', async () => {
    injected.isRefused = true;
    const { picking, rules } = await createDesk();
    await picking.start(7);
    expect(await rules()).toEqual([HUBSPOT]);
  });
});
