import { expect, it } from 'vitest';
import { createSettingsStore, type SettingsArea } from '../../../lib/settings/settings-store.ts';

/** Storage whose every answer waits for a turn of its own. */
function createArea() {
  const items: Record<string, unknown> = {};
  const later = () => new Promise((resolve) => setTimeout(resolve));
  const area: SettingsArea = {
    async get() {
      await later();
      return structuredClone(items);
    },
    async set(change) {
      await later();
      Object.assign(items, structuredClone(change));
    },
    async remove(keys) {
      await later();
      for (const key of keys) delete items[key];
    },
  };
  return { area, items };
}

it('keeps both of two changes made at once', async () => {
  const { area, items } = createArea();
  const store = createSettingsStore(area);
  await Promise.all([store.write({ regions: ['DE'] }), store.write({ dialPauseCode: 'CALL' })]);
  expect(await store.read()).toMatchObject({ regions: ['DE'], dialPauseCode: 'CALL' });
  expect(items).toEqual({ regions: ['DE'], dialPauseCode: 'CALL' });
});

it('asks the disk again after it could not be read', async () => {
  const { area, items } = createArea();
  items.regions = ['DE'];
  let isBroken = true;
  const get = (keys: null) => (isBroken ? Promise.reject(new Error('No disk.')) : area.get(keys));
  const store = createSettingsStore({ ...area, get });
  await expect(store.read()).rejects.toThrow('No disk.');
  isBroken = false;
  expect((await store.read()).regions).toEqual(['DE']);
});

it('tells its listeners what is stored, and an earlier worker’s changes are there', async () => {
  const { area } = createArea();
  const store = createSettingsStore(area);
  const heard: unknown[] = [];
  store.onChange(({ regions }) => heard.push(regions));
  await store.write({ regions: ['AT', 'DE'] });
  expect(heard).toEqual([['AT', 'DE']]);
  expect((await createSettingsStore(area).read()).regions).toEqual(['AT', 'DE']);
});

it('forgets everything but what the company says', async () => {
  const { area, items } = createArea();
  const managed = { read: async () => ({ siteMode: 'marksOnly' }), onChange() {} };
  const store = createSettingsStore(area, managed);
  await store.write({ regions: ['DE'], keepCalls: true });
  await expect.poll(async () => (await store.read()).siteMode).toBe('marksOnly');
  const told: unknown[] = [];
  store.onChange(({ regions }) => told.push(regions));
  await store.forget();
  expect(items).toEqual({ policy: { siteMode: 'marksOnly' } });
  expect(await store.read()).toMatchObject({ regions: ['US'], keepCalls: false, siteMode: 'marksOnly' });
  expect(told.at(-1)).toEqual(['US']);
});
