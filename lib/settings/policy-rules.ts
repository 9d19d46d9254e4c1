import type { LockName, Policy } from './policy.ts';
import { DEFAULT_SETTINGS, type ModeOfSite, parseSettings, type Settings } from './schema.ts';

/** Stored beside the settings: which entries of the company's lists the agent has taken out, where that is allowed. */
const DECLINED = 'declined';

/** Lists to which the agent adds his own: a site that the company adds later reaches him all the same. */
const JOINED = ['sites', 'webphoneHosts'] as const;
type Joined = (typeof JOINED)[number];

type Stored = Readonly<Record<string, unknown>>;

/** What holds on this device: the agent's word where he has given one and may, else the company's, else Dialside's own. */
export function settingsUnder(policy: Policy, stored: Stored): Settings {
  const { values, locked } = policy;
  const defaults: Settings = { ...DEFAULT_SETTINGS, ...settingsOf(policy), policy };
  const own = parseSettings(without(stored, locked), defaults);
  const declined = declinedIn(stored);
  const joined = (name: Joined): readonly string[] => {
    const set = values[name];
    if (set === undefined) return own[name];
    if (locked.includes(name)) return set;
    const added = parseSettings(stored)[name];
    return [...new Set([...set.filter((each) => !declined[name].includes(each)), ...added])];
  };
  return {
    ...own,
    sites: joined('sites'),
    webphoneHosts: joined('webphoneHosts'),
    siteModes: own.siteModes.filter((site) => isModeAllowed(site, locked)),
    remembered: rememberedUnder(policy, own.remembered),
  };
}

/** The names in a change that the company has locked; a change that changes nothing is none. */
export function lockedIn(change: Partial<Settings>, now: Settings): readonly string[] {
  const { locked } = now.policy;
  const isRefused = (name: string) =>
    locked.some((each) => each === name) && !isEqual(Reflect.get(change, name), Reflect.get(now, name));
  const modes = change.siteModes?.some((site) => !isModeAllowed(site, locked)) ? ['siteModes'] : [];
  return [...Object.keys(change).filter(isRefused), ...modes];
}

/** What has to be stored so that a change holds under the policy; the company's values themselves are never stored as the agent's. */
export function storedChange(change: Partial<Settings>, policy: Policy, stored: Stored): Record<string, unknown> {
  const items: Record<string, unknown> = without({ ...change }, policy.locked);
  let declined = declinedIn(stored);
  for (const name of JOINED) {
    const [set, wanted] = [policy.values[name], change[name]];
    if (set === undefined || wanted === undefined || policy.locked.includes(name)) continue;
    items[name] = wanted.filter((each) => !set.includes(each));
    declined = { ...declined, [name]: set.filter((each) => !wanted.includes(each)) };
    items[DECLINED] = declined;
  }
  return items;
}

/** One site may differ from the company's choice of mode or of sites only where that choice is not locked. */
function isModeAllowed({ mode }: ModeOfSite, locked: readonly LockName[]): boolean {
  return !locked.includes(mode === 'off' ? 'sites' : 'siteMode');
}

/** The next sign-in goes to the company's server, also where another one was remembered, and by its relay or not as it says. */
function rememberedUnder(policy: Policy, remembered: Settings['remembered']): Settings['remembered'] {
  const { values, locked } = policy;
  if (!remembered) return null;
  if (locked.includes('relay') && (remembered.relay !== undefined) !== values.relay) return null;
  if (values.server === undefined || !locked.includes('server')) return remembered;
  const text = values.server;
  const server = new URL(text.includes('://') ? text : `https://${text}`).origin;
  // The paths of another server are none of this one.
  if (server === remembered.server) return remembered;
  const relay = remembered.relay === undefined ? {} : { relay: '' };
  return { ...remembered, ...relay, server, agentPath: '', nonAgentPath: '' };
}

function settingsOf({ values }: Policy): Partial<Settings> {
  const { server: _s, agentPath: _a, nonAgentPath: _n, relay: _relay, remember: _remember, ...rest } = values;
  const { overruleDoNotCall: _overrule, callTime: _callTime, newLeadList: _list, ...others } = rest;
  const { testNumber: _test, previews: _previews, ...settings } = others;
  return settings;
}

function without(stored: Stored, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(stored).filter(([name]) => !names.includes(name)));
}

function declinedIn(stored: Stored): Readonly<Record<Joined, readonly string[]>> {
  const declined = stored[DECLINED];
  const listOf = (name: Joined): readonly string[] => {
    const list: unknown = typeof declined === 'object' && declined !== null ? Reflect.get(declined, name) : null;
    return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
  };
  return { sites: listOf('sites'), webphoneHosts: listOf('webphoneHosts') };
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
