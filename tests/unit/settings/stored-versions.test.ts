import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/settings/schema.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';

type Items = Readonly<Record<string, unknown>>;

/** What each version has left on disks, every entry other than it is by itself. A file stays as it is for good. */
const FOLDER = new URL('./stored/', import.meta.url);
const VERSIONS = readdirSync(FOLDER).map((name): [string, Items] => [
  name.replace('.json', ''),
  JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')),
]);

/** Beside the settings: the company's newest word, and what the agent declined of it. */
const BESIDE = ['policy', 'declined'];

function open(items: Items) {
  const written: Items[] = [];
  const area = {
    get: async () => structuredClone({ ...items }),
    set: async (change: Items) => void written.push(change),
    remove: async () => undefined,
  };
  const managed = { read: async () => ({ ...(items.policy as Items) }), onChange() {} };
  return { written, store: createSettingsStore(area, managed) };
}

describe.each(VERSIONS)('what %s has stored', (_version, items) => {
  it('is read without a loss, and not written by being read', async () => {
    const { store, written } = open(items);
    const settings = await store.read();
    const own = Object.entries(items).filter(([name]) => !BESIDE.includes(name));
    expect(settings).toMatchObject(Object.fromEntries(own));
    for (const [name, value] of own) expect([name, value]).not.toEqual([name, Reflect.get(DEFAULT_SETTINGS, name)]);
    expect(settings.policy.values.siteMode).toBe('buttons');
    await new Promise((resolve) => setTimeout(resolve));
    expect(written).toEqual([]);
  });

  it('survives what a newer version has left beside and inside it', async () => {
    const newer = { ...items, regions: { list: ['FR'] }, colours: 'dark', siteMode: 'balloons' };
    const { store, written } = open(newer);
    expect(await store.read()).toMatchObject({ regions: ['US'], siteMode: 'buttons', neverDial: items.neverDial });
    await store.write({ dialPauseCode: 'NEW' });
    // What it could not read is still there for the newer version.
    expect(written).toEqual([{ dialPauseCode: 'NEW' }]);
  });
});

it('has in the newest version every entry that is stored now', () => {
  const [, newest] = VERSIONS.at(-1)!;
  expect(Object.keys(newest).sort()).toEqual([...Object.keys(DEFAULT_SETTINGS), 'declined'].sort());
});
