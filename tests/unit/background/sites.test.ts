import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSites, siteOfUrl } from '../../../lib/background/sites/sites.ts';
import { ALL_SITES, MOST_OF_SITES, parseSettings } from '../../../lib/settings/schema.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { fake } from './sites-browser.ts';
import { CRM, createDesk, DIALER, forgetAll, running } from './sites-rig.ts';

vi.mock('../../../lib/platform/extension-api.ts', async () => ({
  browser: (await import('./sites-browser.ts')).fake.browser,
}));

beforeEach(forgetAll);

describe('a site that is enabled', () => {
  it('waits for its permission, and begins when that comes', async () => {
    const { sites } = createDesk();
    await sites.enable([CRM]);
    expect(running()).toEqual([]);
    expect(await sites.isEnabled('https://crm.example/contact/1')).toBe(false);
    fake.granted.add(CRM);
    await sites.granted();
    expect(running()).toEqual([CRM]);
    expect(await sites.isEnabled('https://crm.example/contact/1')).toBe(true);
    expect(await sites.isEnabled('https://other.example/')).toBe(false);
  });

  it('brings the style of the marks into its open tabs and before its later pages, and touches no other tab', async () => {
    const { sites } = createDesk();
    const other = 'https://other.example/*';
    fake.tabs.set(CRM, [{ id: 7, url: 'https://crm.example/contact/1' }]);
    fake.tabs.set(other, [{ id: 8, url: 'https://other.example/' }]);
    fake.granted.add(CRM).add(other);
    await sites.enable([CRM]);
    expect(fake.entered).toEqual(['style 7', 'script 7']);
    expect([...fake.scripts.values()]).toEqual([expect.objectContaining({ css: ['/page-marks.css'] })]);
    await sites.enable([other]);
    expect(fake.entered).toEqual(['style 7', 'script 7', 'style 8', 'script 8']);
  });

  it('is entered in all its frames, also those without an address of their own', async () => {
    const { sites } = createDesk();
    fake.granted.add(CRM);
    await sites.enable([CRM]);
    expect([...fake.scripts.values()]).toEqual([
      expect.objectContaining({ matches: [CRM], allFrames: true, matchOriginAsFallback: true }),
    ]);
  });

  it('is entered without a break while another is turned on: no page of it loads in between', async () => {
    const { sites } = createDesk();
    const other = 'https://other.example/*';
    fake.granted.add(CRM).add(other);
    await sites.enable([CRM]);
    const moments: string[][] = [];
    for (const name of ['registerContentScripts', 'updateContentScripts', 'unregisterContentScripts'] as const) {
      const really = fake.browser.scripting[name] as (what: unknown) => Promise<void>;
      vi.spyOn(fake.browser.scripting, name).mockImplementation(async (what: unknown) => {
        await really(what);
        moments.push(running());
      });
    }
    await sites.enable([other]);
    vi.restoreAllMocks();
    expect(moments.length).toBeGreaterThan(0);
    for (const moment of moments) expect(moment).toContain(CRM);
    expect(running()).toEqual([CRM, other]);
  });

  it('is given back when it is disabled', async () => {
    const { sites } = createDesk();
    fake.granted.add(CRM);
    await sites.enable([CRM]);
    await sites.disable([CRM]);
    expect(running()).toEqual([]);
    expect([...fake.granted]).toEqual([]);
    expect(await sites.isEnabled('https://crm.example/contact/1')).toBe(false);
  });

  it('keeps its permission when that is the dialer’s as well', async () => {
    const { sites } = createDesk();
    fake.granted.add(DIALER);
    await sites.enable([DIALER]);
    await sites.disable([DIALER]);
    expect([...fake.granted]).toEqual([DIALER]);
  });

  it('is never the agent screen itself', async () => {
    const { sites } = createDesk();
    fake.granted.add(DIALER);
    await sites.enable([DIALER]);
    expect(await sites.isEnabled('https://dialer.example/agc/vicidial.php')).toBe(false);
    expect(await sites.isEnabled('https://dialer.example/crm/')).toBe(true);
    expect([...fake.scripts.values()][0]?.excludeMatches).toEqual(['https://dialer.example/agc/*']);
  });

  it('does not enter the agent screen where that is open', async () => {
    const { sites } = createDesk();
    fake.granted.add(DIALER);
    fake.tabs.set(DIALER, [
      { id: 8, url: 'https://dialer.example/crm/' },
      { id: 9, url: 'https://dialer.example:8443/agc/vicidial.php?x=1' },
    ]);
    await sites.enable([DIALER]);
    expect(fake.entered).toEqual(['style 8', 'script 8']);
  });

  it('is not lost when another is enabled at the same moment', async () => {
    const { sites, settings } = createDesk();
    await Promise.all([sites.enable([CRM]), sites.enable(['https://desk.example/*'])]);
    expect((await settings.read()).sites).toEqual([CRM, 'https://desk.example/*']);
  });
});

it('names what is enabled, all sites as one, and says what the browser has not allowed yet', async () => {
  const { sites } = createDesk();
  const waitsForPermission = true;
  await sites.enable([CRM, 'http://old.example/*']);
  fake.granted.add(CRM);
  expect(await sites.list()).toEqual([
    { host: 'crm.example', patterns: [CRM] },
    { host: 'old.example', patterns: ['http://old.example/*'], waitsForPermission },
  ]);
  await sites.enable(ALL_SITES);
  expect((await sites.list())[0]).toEqual({ host: null, patterns: ALL_SITES, waitsForPermission });
  for (const pattern of ALL_SITES) fake.granted.add(pattern);
  expect(await sites.list()).toEqual([
    { host: null, patterns: ALL_SITES },
    { host: 'crm.example', patterns: [CRM] },
    { host: 'old.example', patterns: ['http://old.example/*'] },
  ]);
});

it('names a host once that is enabled with and without encryption, and takes both away together', async () => {
  const { sites, settings } = createDesk();
  const patterns = ['http://old.example/*', 'https://old.example/*'];
  await sites.enable(patterns);
  for (const pattern of patterns) fake.granted.add(pattern);
  expect(await sites.list()).toEqual([{ host: 'old.example', patterns }]);
  await sites.disable(patterns);
  expect((await settings.read()).sites).toEqual([]);
});

describe('one site', () => {
  const TAB = 1;

  it('is turned off while all are on, until it is turned on again', async () => {
    const { sites, settings } = createDesk();
    for (const pattern of ALL_SITES) fake.granted.add(pattern);
    await sites.enable(ALL_SITES);
    expect(await sites.state(TAB)).toMatchObject({ enabled: true, allSitesEnabled: true });
    await sites.disableSite(TAB);
    expect(await sites.state(TAB)).toMatchObject({ enabled: false, allSitesEnabled: true });
    expect(await sites.isEnabled('https://crm.example/contact/1')).toBe(false);
    expect(await sites.isEnabled('https://desk.example/')).toBe(true);
    await sites.enableSite(TAB);
    expect(await sites.isEnabled('https://crm.example/contact/1')).toBe(true);
    expect((await settings.read()).siteModes).toEqual([]);
  });

  it('that was enabled by itself gives its permission back, and leaves no note', async () => {
    const { sites, settings } = createDesk();
    fake.granted.add(CRM);
    await sites.enableSite(TAB);
    expect(running()).toEqual([CRM]);
    await sites.disableSite(TAB);
    expect([running(), [...fake.granted], (await settings.read()).siteModes]).toEqual([[], [], []]);
  });

  it('is named without its port, as in the options: what is granted holds for every port', async () => {
    const { sites } = createDesk();
    expect(siteOfUrl('https://crm.example:8443/contact/1')).toEqual({ host: 'crm.example', patterns: [CRM] });
    fake.granted.add(CRM);
    await sites.enableAddress('https://crm.example:8443/contact/1');
    expect((await sites.list()).map(({ host }) => host)).toEqual(['crm.example']);
  });

  it('shows its numbers as chosen for it', async () => {
    const { sites, settings } = createDesk();
    await sites.setMode(TAB, 'marksOnly');
    await sites.setMode(TAB, 'buttonsOnHover');
    expect((await sites.state(TAB)).mode).toBe('buttonsOnHover');
    expect((await settings.read()).siteModes).toEqual([{ host: 'crm.example', mode: 'buttonsOnHover' }]);
    await sites.setMode(TAB, null);
    expect((await settings.read()).siteModes).toEqual([]);
  });
});

it('what was chosen for sites never fills the storage, where it could not be read any more', async () => {
  const { sites, settings } = createDesk();
  const chosen = Array.from(
    { length: MOST_OF_SITES },
    (_, index) => ({ host: `${index}.example`, mode: 'off' }) as const,
  );
  await settings.write({ siteModes: chosen });
  await sites.setMode(1, 'marksOnly');
  const { siteModes } = await settings.read();
  expect([siteModes.length, siteModes[0]?.host, siteModes.at(-1)?.host]).toEqual([
    MOST_OF_SITES,
    '1.example',
    'crm.example',
  ]);
  expect(parseSettings({ siteModes }).siteModes).toEqual(siteModes);
});

describe('what is no phone number', () => {
  const CONTACT = 'https://crm.example/contact/1';

  it('is remembered once, by site', async () => {
    const { sites, settings } = createDesk();
    for (const url of [CONTACT, 'https://crm.example/board', 'https://desk.example/'])
      await sites.addNotNumber(url, 'Slot: ###');
    expect((await settings.read()).notNumbers).toEqual([
      { host: 'crm.example', pattern: 'Slot: ###' },
      { host: 'desk.example', pattern: 'Slot: ###' },
    ]);
  });

  it('never fills the storage: the oldest goes', async () => {
    const { sites, settings } = createDesk();
    for (let index = 0; index <= MOST_OF_SITES; index++) await sites.addNotNumber(CONTACT, `${index}`);
    const { notNumbers } = await settings.read();
    expect([notNumbers.length, notNumbers[0]?.pattern]).toEqual([MOST_OF_SITES, '1']);
  });

  it('is not remembered of what is no web page', async () => {
    const { sites, settings } = createDesk();
    await sites.addNotNumber('chrome://settings', '415');
    expect((await settings.read()).notNumbers).toEqual([]);
  });
});

describe('a page that is asked for once', () => {
  it('is entered in all its frames, and told with its documents', async () => {
    const { sites } = createDesk();
    fake.frames.all = [0, 4];
    expect(await sites.findOnce(7)).toEqual({ tabId: 7, origin: 'https://crm.example', documents: ['D0', 'D4'] });
    expect(fake.entered).toEqual(['style 7', 'script 7']);
  });

  it('is left alone where it is the agent screen', async () => {
    const { sites } = createDesk();
    expect(await sites.findOnce(9)).toBeNull();
    expect(fake.entered).toEqual([]);
  });

  it('is not entered in a frame with the agent screen', async () => {
    const { sites } = createDesk();
    Object.assign(fake.frames, { all: [0, 4, 5], keptOut: [4] });
    expect((await sites.findOnce(7))?.documents).toEqual(['D0', 'D5']);
    expect(fake.entered.toSorted()).toEqual(['script 7:0', 'script 7:5', 'style 7:0', 'style 7:5']);
  });
});

it('who turns a site off is told to the pages that were asked for once', async () => {
  const off: (readonly string[])[] = [];
  const settings = createSettingsStore({
    get: async () => ({}),
    set: async () => undefined,
    remove: async () => undefined,
  });
  const sites = createSites(
    settings,
    () => [],
    () => [],
    async (patterns) => void off.push(patterns),
  );
  await sites.disable([CRM]);
  expect(off).toEqual([[CRM]]);
});

it('a site that is turned on by its address is on, also where it was turned off while all sites were on', async () => {
  const { sites, settings } = createDesk();
  fake.granted.add(CRM);
  for (const pattern of ALL_SITES) fake.granted.add(pattern);
  await settings.write({ sites: ALL_SITES, siteModes: [{ host: 'crm.example', mode: 'off' }] });
  expect(await sites.enableAddress('https://crm.example/contact/1')).toBe(true);
  expect(await sites.isEnabled('https://crm.example/contact/1')).toBe(true);
  expect(await sites.enableAddress('file:///etc/passwd')).toBe(false);
  expect((await settings.read()).sites).toEqual([...ALL_SITES, CRM]);
});
