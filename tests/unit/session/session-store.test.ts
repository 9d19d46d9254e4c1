import { describe, expect, it } from 'vitest';
import { createSessionStore, EMPTY_SESSION, type SessionState } from '../../../lib/session/session-store.ts';
import { createArea } from '../background/rig.ts';

describe('the session', () => {
  it('is not read before it was loaded: an empty one would hide a running call', () => {
    expect(() => createSessionStore(createArea()).current()).toThrow();
  });

  it('is empty in a browser that has just started', async () => {
    expect(await createSessionStore(createArea()).load()).toEqual(EMPTY_SESSION);
  });

  it('is what a stopped worker left behind', async () => {
    const area = createArea();
    const earlier = createSessionStore(area);
    await earlier.load();
    await earlier.update({ lastSentAt: 7 });
    const later = createSessionStore(area);
    expect(await later.load()).toEqual({ ...EMPTY_SESSION, lastSentAt: 7 });
  });

  it('writes what was changed and nothing else', async () => {
    const area = createArea();
    const store = createSessionStore(area);
    await store.load();
    await store.update({ oncePages: [{ tabId: 3, origin: 'https://crm.example', documents: null }] });
    expect(area.items).toEqual({ oncePages: [{ tabId: 3, origin: 'https://crm.example', documents: null }] });
  });

  it('holds a change at once, and tells it when it is stored', async () => {
    const area = createArea();
    const store = createSessionStore(area);
    await store.load();
    const told: [SessionState, unknown][] = [];
    store.onChange((state) => told.push([state, area.items.lastSentAt]));
    const stored = store.update({ lastSentAt: 7 });
    expect(store.current().lastSentAt).toBe(7);
    expect(told).toEqual([]);
    await stored;
    expect(told).toEqual([[{ ...EMPTY_SESSION, lastSentAt: 7 }, 7]]);
  });

  it('that could not be stored holds as long as the worker lives, and is told', async () => {
    const store = createSessionStore({ ...createArea(), set: () => Promise.reject(new Error('Quota exceeded')) });
    await store.load();
    const told: SessionState[] = [];
    store.onChange((state) => told.push(state));
    await expect(store.update({ lastSentAt: 7 })).rejects.toThrow('Quota exceeded');
    expect(store.current().lastSentAt).toBe(7);
    expect(told).toHaveLength(1);
  });

  it('that is cleared still knows when dials were sent, in storage that removes nothing too', async () => {
    const area = createArea();
    const store = createSessionStore(area);
    await store.load();
    await store.update({
      sentTimes: [7, 9],
      oncePages: [{ tabId: 3, origin: 'https://crm.example', documents: null }],
    });
    await store.clear();
    const kept = { ...EMPTY_SESSION, sentTimes: [7, 9] };
    expect(store.current()).toEqual(kept);
    expect(await createSessionStore(area).load()).toEqual(kept);
    area.remove = () => Promise.reject(new Error('Storage is broken'));
    await store.clear();
    expect(await createSessionStore(area).load()).toEqual(kept);
  });

  it('leaves nothing in storage when it is cleared', async () => {
    const area = createArea();
    const store = createSessionStore(area);
    await store.load();
    await store.update({ lastSentAt: 7, oncePages: [{ tabId: 3, origin: 'https://crm.example', documents: null }] });
    await store.clear();
    expect(area.items).toEqual({});
    expect(store.current()).toEqual(EMPTY_SESSION);
  });
});
