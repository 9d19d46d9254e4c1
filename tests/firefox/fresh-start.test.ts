import { originPattern } from '../../lib/platform/origin-pattern.ts';
import type { Desk } from './fixtures/desk.ts';
import { desktopOf } from './fixtures/desktop-double.ts';
import { givePermission } from './fixtures/site-permission.ts';
import { grantedOrigins, readStorage } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';

/** Tests share a Firefox: whatever one of them leaves there, the next must not find. */

/** All that the browser keeps for the extension, and what pages could tell each other by. */
async function found({ firefox, crmUrl }: Desk) {
  const page = await firefox.openTab(crmUrl);
  const marked = await page.evaluate(() => document.cookie);
  await page.close();
  const own = await firefox.openTab(firefox.url('popup.html'));
  const kept = JSON.parse(await own.inspect(readKept)) as Readonly<Record<'alarms' | 'rules' | 'scripts', string>>;
  const stored = JSON.stringify(await readStorage(own));
  const sites = String(await grantedOrigins(own));
  await own.close();
  return {
    ...{ ...kept, marked, stored, sites },
    notices: String(await desktopOf(firefox).shown()),
    tabs: (await firefox.tabs()).length,
    windows: await firefox.chrome.inspect(countWindows),
  };
}

let untouched: Awaited<ReturnType<typeof found>>;

test('a test that leaves everything behind it', async ({ desk }) => {
  const { firefox } = desk;
  untouched = await found(desk);
  await givePermission(firefox, [originPattern(desk.crmUrl)]);
  const panel = await desk.signIn();
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await crm.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: what a page of the next test would be sent
    document.cookie = 'mark=1; max-age=3600';
  });
  await panel.tab.inspect(leaveBehind);
  const left = await found(desk);
  // Proves that each of them would be found.
  const changed = Object.entries(left).filter(([name, value]) => value !== Reflect.get(untouched, name));
  expect(changed.map(([name]) => name).sort()).toEqual(Object.keys(untouched).sort());
});

test('the next test finds nothing of it', async ({ desk }) => {
  expect(await found(desk)).toEqual(untouched);
});

// The functions run in a page of the extension, whose objects are reached around the wrappers, or in the browser's window, and see
// nothing of this file.

interface ExtensionWindow {
  readonly JSON: typeof JSON;
  readonly browser: {
    readonly alarms: {
      getAll(): Promise<readonly { readonly name: string }[]>;
      create(name: string, info: object): Promise<void>;
    };
    readonly declarativeNetRequest: {
      getSessionRules(): Promise<readonly object[]>;
      updateSessionRules(change: object): Promise<void>;
    };
    readonly notifications: { create(id: string, options: object): Promise<string> };
    readonly scripting: { getRegisteredContentScripts(): Promise<readonly { readonly id: string }[]> };
    readonly storage: Readonly<Record<'local' | 'session' | 'sync', { set(items: object): Promise<void> }>>;
    readonly windows: { create(options: object): Promise<object> };
  };
}

declare const Services: { readonly wm: { getEnumerator(kind: string | null): Iterable<object> } };

async function readKept(): Promise<string> {
  const { browser, JSON: json } = (window as unknown as { readonly wrappedJSObject: ExtensionWindow }).wrappedJSObject;
  const names = async (list: Promise<readonly object[]>) => json.stringify(await list);
  return JSON.stringify({
    alarms: (await browser.alarms.getAll()).length,
    rules: await names(browser.declarativeNetRequest.getSessionRules()),
    scripts: await names(browser.scripting.getRegisteredContentScripts()),
  });
}

async function leaveBehind(): Promise<void> {
  const { browser, JSON: json } = (window as unknown as { readonly wrappedJSObject: ExtensionWindow }).wrappedJSObject;
  const own = (value: object) => json.parse(JSON.stringify(value)) as object;
  const { alarms, declarativeNetRequest, notifications, storage, windows } = browser;
  for (const area of [storage.local, storage.session, storage.sync]) await area.set(own({ mark: 'left' }));
  await alarms.create('left', own({ delayInMinutes: 60 }));
  const notice = { type: 'basic', iconUrl: '/icons/128.png', title: 'Left', message: 'Left' };
  await notifications.create('left', own(notice));
  const rule = { id: 4711, action: { type: 'block' }, condition: { urlFilter: 'crm.example' } };
  await declarativeNetRequest.updateSessionRules(own({ addRules: [rule] }));
  await windows.create(own({ url: 'popup.html', type: 'popup' }));
}

function countWindows(): number {
  return [...Services.wm.getEnumerator('navigator:browser')].length;
}
