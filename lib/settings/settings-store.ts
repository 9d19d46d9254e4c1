import { parseSettings, type Settings } from './schema.ts';

/** The part of `storage.local` that is used; a test gives its own. */
export interface SettingsArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export interface SettingsStore {
  /** Parsed from storage once per life of the worker, afterwards from memory. */
  read(): Promise<Settings>;
  write(change: Partial<Settings>): Promise<void>;
  onChange(listener: (settings: Settings) => void): void;
}

/** Settings on this device, one storage key per entry. */
export function createSettingsStore(area: SettingsArea): SettingsStore {
  let reading: Promise<Settings> | null = null;
  const listeners: ((settings: Settings) => void)[] = [];
  const read = () => {
    reading ??= area.get(null).then(parseSettings);
    return reading;
  };
  return {
    read,
    async write(change) {
      // Joined to the chain at once: a change that comes meanwhile builds on this one.
      reading = read().then((settings) => ({ ...settings, ...change }));
      const settings = await reading;
      await area.set(change);
      for (const listener of listeners) listener(settings);
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}
