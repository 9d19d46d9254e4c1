import { beforeEach, describe, expect, it } from 'vitest';
import type { CallRecord } from '../../../lib/agent/dial/dial-view.ts';
import { createKeptCalls } from '../../../lib/background/session/kept-calls.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { createArea, signedInArea } from './rig.ts';

const CALL: CallRecord = {
  id: 'dial-1',
  e164: '+14155550132',
  extension: '204',
  startedAt: 1,
  endedAt: 90_000,
  outcome: 'talked',
  problem: null,
  talkedMs: 80_000,
};

/** The disk outlives the browser; everything else of it begins anew. */
let disk: ReturnType<typeof createDisk>;
beforeEach(() => {
  disk = createDisk();
});

function createDisk() {
  const { items, set } = createArea();
  return {
    items,
    set,
    get: async () => structuredClone(items),
    remove: async (key: string) => void delete items[key],
  };
}

async function startBrowser(agentUser = '1000') {
  const store = createSessionStore(await signedInArea());
  await store.load();
  const { connection } = store.current();
  await store.update({ connection: connection && { ...connection, agentUser } });
  const settings = createSettingsStore({ get: disk.get, set: disk.set, remove: async () => {} });
  const kept = createKeptCalls(disk, store, settings);
  settings.onChange((now) => void kept.settingsChanged(now));
  const call = async (record: CallRecord) => {
    const before = store.current();
    await store.update({ history: [record, ...before.history] });
    await kept.follow(before, store.current());
  };
  return { store, settings, kept, call };
}

const onDisk = () => JSON.stringify(disk.items);

describe('the recent calls', () => {
  it('are on no disk until the agent allows it', async () => {
    const { call, kept } = await startBrowser();
    await call(CALL);
    expect(onDisk()).not.toContain('4155550132');
    // Signing in would wipe it.
    await kept.restore();
    expect(onDisk()).not.toContain('4155550132');
  });

  it('are back after a restart where he does', async () => {
    const first = await startBrowser();
    await first.call(CALL);
    await first.settings.write({ keepCalls: true });
    await first.call({ ...CALL, id: 'dial-2', problem: { code: 'screenGone' }, customerName: 'Erika Muster' });
    // It may quote the agent screen.
    expect(onDisk()).not.toContain('screenGone');
    const second = await startBrowser();
    // Signing in stores something of its own before the calls are back.
    await second.settings.write({ regions: ['DE'] });
    await second.kept.restore();
    expect(second.store.current().history).toEqual([{ ...CALL, id: 'dial-2', customerName: 'Erika Muster' }, CALL]);
  });

  it('are wiped when he turns it off', async () => {
    const { settings, call, kept } = await startBrowser();
    await settings.write({ keepCalls: true });
    await call(CALL);
    expect(onDisk()).toContain('4155550132');
    await settings.write({ keepCalls: false });
    await kept.restore();
    expect(onDisk()).not.toContain('4155550132');
  });

  it('are wiped, and not shown, when somebody else signs in', async () => {
    const first = await startBrowser();
    await first.settings.write({ keepCalls: true });
    await first.call(CALL);
    const second = await startBrowser('2000');
    await second.kept.restore();
    expect(second.store.current().history).toEqual([]);
    expect(onDisk()).not.toContain('4155550132');
  });

  it('stay on disk when the session ends, and do not replace what it has', async () => {
    const first = await startBrowser();
    await first.settings.write({ keepCalls: true });
    await first.call(CALL);
    const before = first.store.current();
    await first.store.clear();
    await first.kept.follow(before, first.store.current());
    expect(onDisk()).toContain('4155550132');
    const second = await startBrowser();
    await second.store.update({ history: [{ ...CALL, id: 'newer' }] });
    await second.kept.restore();
    expect(second.store.current().history).toEqual([{ ...CALL, id: 'newer' }]);
  });

  it.each([
    ['a call without a number', { calls: [{ ...CALL, e164: 'tel:' }] }],
    ['something else', { calls: 'none' }],
    ['too many', { calls: Array.from({ length: 21 }, () => CALL) }],
  ])('that cannot be read are wiped: %s', async (_what, change) => {
    const { kept, store, settings } = await startBrowser();
    await settings.write({ keepCalls: true });
    const { connection } = store.current();
    await disk.set({ keptCalls: { server: connection?.server, agentUser: '1000', ...change } });
    await kept.restore();
    expect(store.current().history).toEqual([]);
    expect(disk.items).not.toHaveProperty('keptCalls');
  });
});
