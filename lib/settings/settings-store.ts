import type { Policy } from './policy.ts';
import { parsePolicy } from './policy-parser.ts';
import { lockedIn, settingsUnder, storedChange } from './policy-rules.ts';
import type { Settings } from './schema.ts';

/** The part of the device’s storage that is used; a test gives its own. */
export interface SettingsArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** What an administrator has set in the browser. */
export interface ManagedSettings {
  /** Rejects in Firefox where nothing is managed. */
  read(): Promise<Record<string, unknown>>;
  onChange(listener: () => void): void;
}

export interface SettingsStore {
  /** What holds, the company's policy included. From storage once per life of the worker, afterwards from memory. */
  read(): Promise<Settings>;
  /** Rejects, and stores nothing, where the change touches what the company has locked. */
  write(change: Partial<Settings>): Promise<void>;
  /** Removes everything that is stored; what the company says holds on. */
  forget(): Promise<void>;
  onChange(listener: (settings: Settings, before: Settings) => void): void;
}

/** The newest policy is stored beside the settings: Chrome answers the first question for it 3 s after its start. */
const POLICY_COPY = 'policy';

const NOTHING_MANAGED: ManagedSettings = { read: async () => ({}), onChange() {} };

interface Held {
  readonly stored: Readonly<Record<string, unknown>>;
  readonly settings: Settings;
}

/** Settings on this device, one storage key per entry, under the policy of the company. */
export function createSettingsStore(area: SettingsArea, managed: ManagedSettings = NOTHING_MANAGED): SettingsStore {
  let holding: Promise<Held> | null = null;
  const listeners: ((settings: Settings, before: Settings) => void)[] = [];

  const hold = () => {
    if (holding) return holding;
    const reading = area.get(null).then((stored) => heldOf(stored, policyIn(stored)));
    holding = reading;
    // A disk that could not be read once is asked again by whoever needs it next.
    reading.then(followInBackground, () => {
      if (holding === reading) holding = null;
    });
    return reading;
  };

  const change = async (changed: (held: Held) => Record<string, unknown>) => {
    let before: Held | null = null;
    let items: Record<string, unknown> = {};
    // Joined to the chain at once: a change that comes meanwhile builds on this one.
    holding = hold().then((held) => {
      before = held;
      items = changed(held);
      const stored = { ...held.stored, ...items };
      return heldOf(stored, POLICY_COPY in items ? policyIn(stored) : held.settings.policy);
    });
    const { settings } = await holding;
    if (Object.keys(items).length > 0) await area.set(items);
    for (const listener of listeners) listener(settings, (before ?? { settings }).settings);
  };

  const followPolicy = async () => {
    // Nothing is managed where it cannot be read.
    const policy = await managed.read().catch(() => ({}));
    const { stored } = await hold();
    if (JSON.stringify(stored[POLICY_COPY] ?? {}) !== JSON.stringify(policy))
      await change(() => ({ [POLICY_COPY]: policy }));
  };
  // What cannot be stored holds for as long as this worker lives.
  const followInBackground = () => void followPolicy().catch(() => undefined);
  managed.onChange(() => (holding ? followInBackground() : void hold()));

  return {
    read: async () => (await hold()).settings,
    async write(wanted) {
      const { settings } = await hold();
      const refused = lockedIn(wanted, settings);
      if (refused.length > 0) throw new Error(`Set by the company: ${refused.join(', ')}`);
      await change((held) => storedChange(wanted, held.settings.policy, held.stored));
    },
    async forget() {
      const before = await hold();
      const { [POLICY_COPY]: copy, ...own } = before.stored;
      const after = heldOf(copy === undefined ? {} : { [POLICY_COPY]: copy }, before.settings.policy);
      holding = Promise.resolve(after);
      await area.remove(Object.keys(own));
      for (const listener of listeners) listener(after.settings, before.settings);
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}

function heldOf(stored: Held['stored'], policy: Policy): Held {
  return { stored, settings: settingsUnder(policy, stored) };
}

function policyIn(stored: Held['stored']): Policy {
  const copy = stored[POLICY_COPY];
  return parsePolicy(typeof copy === 'object' && copy !== null ? { ...copy } : {});
}
