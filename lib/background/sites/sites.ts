import type { EnabledSite, SiteState } from '../../messages/protocol.ts';
import { enterPage } from '../../platform/enter-page.ts';
import { browser } from '../../platform/extension-api.ts';
import { originPattern } from '../../platform/origin-pattern.ts';
import { hostOf, readUrl } from '../../read-url.ts';
import type { OncePage } from '../../session/session-store.ts';
import {
  ALL_SITES,
  MOST_OF_SITES,
  type ModeOfSite,
  modeOfSite,
  type Settings,
  type SiteMode,
} from '../../settings/schema.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { CONTENT_SCRIPT, MARKS_STYLE, registerPageScripts } from './page-scripts.ts';
import { siteLocks } from './site-locks.ts';

const ENGINE_SCRIPT = '/page-engine.js';

/**
 * A web page Dialside can be enabled on: its host and the patterns that have to be granted. Null for all others. The host is named
 * without its port, as what is granted holds for all of them.
 */
export function siteOfUrl(
  url: string | undefined,
): { readonly host: string; readonly patterns: readonly string[] } | null {
  if (!url || !/^https?:/.test(url)) return null;
  return { host: new URL(url).hostname, patterns: [originPattern(url)] };
}

export interface Sites {
  /** What the agent or the company turned on, all sites first; also what still waits for the browser's permission. */
  list(): Promise<readonly EnabledSite[]>;
  state(tabId: number): Promise<SiteState>;
  /** Has numbers of the tab's site shown so from now on, in all its tabs; null as in the options. */
  setMode(tabId: number, mode: SiteMode | null): Promise<void>;
  /** Turns one site on or off, whatever holds for all sites. */
  enableSite(tabId: number): Promise<void>;
  /** Turns on the site of an address, as {@link enableSite} does; false where that is none. */
  enableAddress(url: string): Promise<boolean>;
  disableSite(tabId: number): Promise<void>;
  /** Takes effect at once in open tabs; waits for the permission when the browser still asks for it. */
  enable(patterns: readonly string[]): Promise<void>;
  /** Takes effect at once. The permission goes back to the browser as soon as nothing else rests on it. */
  disable(patterns: readonly string[]): Promise<void>;
  /** Gives back the right to all sites when the agent turned them off and nothing rests on it any more. */
  giveBackAllSites(): Promise<void>;
  /** Takes up what was enabled while the browser was still asking for the permission. */
  granted(): Promise<void>;
  /** Brings the registered content script in line with settings and permissions. */
  register(): Promise<void>;
  /** Remembers that a pattern is no phone number on the site of that address. */
  addNotNumber(url: string, pattern: string): Promise<void>;
  isEnabled(url: string): Promise<boolean>;
  /** Whether its site was turned on by its own name, and not only with all others. */
  isNamed(url: string): Promise<boolean>;
  /** Whether Dialside stays out of an address, whatever is turned on. */
  isKeptOut(url: string): boolean;
  /**
   * Reads numbers in every frame of one tab that the agent pointed at, without any lasting permission. The page that was entered;
   * null for one that Dialside stays out of, or that is none.
   */
  findOnce(tabId: number): Promise<OncePage | null>;
  /** Puts the detection engine into the one frame that asked for it. */
  injectEngine(tabId: number, frameId: number): Promise<void>;
}

/** Where the page side runs: content scripts are registered at run time for granted and enabled sites alone. */
export function createSites(
  settings: SettingsStore,
  /** Match patterns where Dialside stays out: the agent screen shows numbers of its own and dials them itself. */
  keptOut: () => readonly string[],
  /** Patterns whose permission is needed for something else than finding numbers. */
  neededElsewhere: () => readonly string[],
  /** Told of the patterns that the agent has turned off. */
  onDisabled: (patterns: readonly string[]) => Promise<void> = async () => undefined,
): Sites {
  const activePatterns = async (): Promise<readonly string[]> => {
    const { sites } = await settings.read();
    const granted = await Promise.all(sites.map((pattern) => browser.permissions.contains({ origins: [pattern] })));
    return sites.filter((_, index) => granted[index]);
  };

  const inTurn = createSerialQueue();
  const oneChange = createSerialQueue();

  /** Two changes at once would each write a list without the other's. */
  const changeSettings = (change: (settings: Settings) => Partial<Settings>) =>
    oneChange(async () => settings.write(change(await settings.read())));
  const changeSites = (change: (sites: readonly string[]) => readonly string[]) =>
    changeSettings(({ sites }) => ({ sites: change(sites) }));

  const choose = (host: string, mode: ModeOfSite['mode'] | null) =>
    changeSettings(({ siteModes }) => {
      const others = siteModes.filter((site) => site.host !== host);
      return { siteModes: mode === null ? others : [...others, { host, mode }].slice(-MOST_OF_SITES) };
    });

  const siteOfTab = async (tabId: number) => {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    return siteOfUrl(tab?.url);
  };

  const giveBack = async (patterns: readonly string[]) => {
    const { sites } = await settings.read();
    const needed = [...sites, ...neededElsewhere()];
    const returned = patterns.filter((pattern) => !needed.some((one) => isTakenWith(one, pattern)));
    // A later "enable" asks again. What was never granted is no failure.
    if (returned.length > 0) await browser.permissions.remove({ origins: returned }).catch(() => false);
  };

  const registerOnce = async () =>
    registerPageScripts({
      matches: await activePatterns(),
      excludeMatches: keptOut(),
      watchesForms: watchesForms(await settings.read()),
    });

  // Two at once would both register the same id.
  const register = () => inTurn(registerOnce);

  const enter = (tabId: number) => enterPage(tabId, { script: CONTENT_SCRIPT, style: MARKS_STYLE, keptOut: keptOut() });

  const isKeptOut = (url: string | undefined) =>
    url !== undefined && keptOut().some((pattern) => isBelow(url, pattern));

  const injectIntoOpenTabs = async (patterns: readonly string[]) => {
    if (patterns.length === 0) return;
    const tabs = await browser.tabs.query({ url: [...patterns] });
    await Promise.all(tabs.map(({ id, url }) => id !== undefined && !isKeptOut(url) && enter(id)));
  };

  /** Other tabs are left alone: a style sheet that comes a second time would only cost their pages time. */
  const begin = async (patterns: readonly string[]) => {
    await register();
    const active = await activePatterns();
    await injectIntoOpenTabs(patterns.filter((pattern) => active.includes(pattern)));
  };

  const enable = async (patterns: readonly string[]) => {
    await changeSites((sites) => [...new Set([...sites, ...patterns])]);
    await begin(patterns);
  };

  const enableAddress = async (url: string | undefined) => {
    const site = siteOfUrl(url);
    if (!site) return false;
    // Turned off while all sites were on: without this it would stay so.
    if (modeOfSite(await settings.read(), site.host) === 'off') await choose(site.host, null);
    await enable(site.patterns);
    return true;
  };

  const disable = async (patterns: readonly string[]) => {
    await changeSites((sites) => sites.filter((site) => !patterns.includes(site)));
    await onDisabled(patterns);
    await register();
    await giveBack(patterns);
  };

  return {
    register,
    async list() {
      const { sites } = await settings.read();
      const active = await activePatterns();
      const listed = (host: string | null, patterns: readonly string[]): EnabledSite => {
        const isOn = patterns.every((pattern) => active.includes(pattern));
        return { host, patterns, ...(!isOn && { waitsForPermission: true }) };
      };
      const isAll = ALL_SITES.every((pattern) => sites.includes(pattern));
      const single = sites.filter((pattern) => !ALL_SITES.includes(pattern));
      // One entry for each host, as the popup has one switch for it, encrypted or not.
      const hosts = [...new Set(single.map(hostOf))];
      return [
        ...(isAll ? [listed(null, ALL_SITES)] : []),
        ...hosts.map((host) =>
          listed(
            host,
            single.filter((pattern) => hostOf(pattern) === host),
          ),
        ),
      ];
    },
    async state(tabId) {
      const site = await siteOfTab(tabId);
      const current = await settings.read();
      const mode = modeOfSite(current, site?.host);
      const active = await activePatterns();
      const allSitesEnabled = ALL_SITES.every((pattern) => active.includes(pattern));
      const setByCompany = siteLocks(current, site?.patterns ?? [], active);
      return {
        ...(setByCompany.length > 0 && { setByCompany }),
        host: site?.host ?? null,
        originPatterns: site?.patterns ?? [],
        enabled:
          mode !== 'off' && (allSitesEnabled || (site?.patterns.every((pattern) => active.includes(pattern)) ?? false)),
        allSitesEnabled,
        mode: mode === 'off' ? null : mode,
      };
    },
    async setMode(tabId, mode) {
      const site = await siteOfTab(tabId);
      if (site) await choose(site.host, mode);
    },
    async enableSite(tabId) {
      const tab = await browser.tabs.get(tabId).catch(() => null);
      await enableAddress(tab?.url);
    },
    enableAddress,
    async disableSite(tabId) {
      const site = await siteOfTab(tabId);
      if (!site) return;
      const { sites } = await settings.read();
      if (ALL_SITES.every((pattern) => sites.includes(pattern))) await choose(site.host, 'off');
      await disable(site.patterns);
    },
    enable,
    granted: async () => begin(await activePatterns()),
    disable,
    async giveBackAllSites() {
      const { sites } = await settings.read();
      const unused = ALL_SITES.filter((pattern) => !sites.includes(pattern));
      const granted = await Promise.all(unused.map((pattern) => browser.permissions.contains({ origins: [pattern] })));
      await giveBack(unused.filter((_, index) => granted[index]));
    },
    async addNotNumber(url, pattern) {
      const host = siteOfUrl(url)?.host;
      if (host === undefined) return;
      await changeSettings(({ notNumbers }) => {
        const others = notNumbers.filter((each) => each.host !== host || each.pattern !== pattern);
        return { notNumbers: [...others, { host, pattern }].slice(-MOST_OF_SITES) };
      });
    },
    async isNamed(url) {
      const site = siteOfUrl(url);
      const { sites } = await settings.read();
      return site?.patterns.every((pattern) => sites.includes(pattern)) ?? false;
    },
    async isEnabled(url) {
      const site = siteOfUrl(url);
      if (!site || isKeptOut(url)) return false;
      const current = await settings.read();
      if (modeOfSite(current, site.host) === 'off') return false;
      const { sites } = current;
      const isWanted = (patterns: readonly string[]) => patterns.every((pattern) => sites.includes(pattern));
      // One question to the browser: this is asked at each click.
      const wanted = [site.patterns, ALL_SITES].find(isWanted);
      return wanted !== undefined && browser.permissions.contains({ origins: [...wanted] });
    },
    isKeptOut,
    async findOnce(tabId) {
      const tab = await browser.tabs.get(tabId).catch(() => null);
      const origin = readUrl(tab?.url ?? '')?.origin;
      if (origin === undefined || isKeptOut(tab?.url)) return null;
      return { tabId, origin, documents: await enter(tabId) };
    },
    async injectEngine(tabId, frameId) {
      const target = { tabId, frameIds: [frameId] };
      await browser.scripting.executeScript({ target, files: [ENGINE_SCRIPT] });
    },
  };
}

/** Whether a tab may be given another page, so that it has to be known whether something is typed in it. */
export function watchesForms({ screenPops, popWay }: Pick<Settings, 'screenPops' | 'popWay'>): boolean {
  return popWay === 'sameTab' && screenPops.length > 0;
}

/**
 * Whether giving back one pattern takes another along: Chrome takes every narrower one with the pattern of all sites, also
 * those the agent granted one by one.
 */
function isTakenWith(pattern: string, returned: string): boolean {
  const [scheme = ''] = returned.split('*');
  return pattern === returned || (ALL_SITES.includes(returned) && pattern.startsWith(scheme));
}

/** Whether an address is covered by a match pattern of a whole folder, in which the port does not count. */
function isBelow(url: string, folderPattern: string): boolean {
  const address = readUrl(url);
  if (!address) return false;
  const { protocol, hostname, pathname } = address;
  return `${protocol}//${hostname}${pathname}`.startsWith(folderPattern.replace(/\*$/, ''));
}
