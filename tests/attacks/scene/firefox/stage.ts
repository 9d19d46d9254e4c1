import { originPattern } from '../../../../lib/platform/origin-pattern.ts';
import { launchFirefox } from '../../../firefox/firefox.ts';
import { EXTENSION_ID, EXTENSION_UUID } from '../../../firefox/firefox-process.ts';
import { chooseFromMenu } from '../../../firefox/fixtures/context-menu.ts';
import { stopEventPage } from '../../../firefox/fixtures/event-page.ts';
import { idOfTab } from '../../../firefox/fixtures/extension-requests.ts';
import { givePermission } from '../../../firefox/fixtures/site-permission.ts';
import { trustFirstCertificate } from '../../../firefox/fixtures/trusted-certificate.ts';
import type { Tab } from '../../../firefox/tab.ts';
import { baitHtml } from '../bait.ts';
import type { HostileWeb } from '../hostile-web.ts';
import { OTHER_EXTENSION } from '../other-extension.ts';
import type { Stage } from '../scene.ts';
import type { ScenePage } from '../scene-page.ts';
import { scenePageOf } from './scene-page.ts';

const OTHER_ID = 'other@dialside.example';
const OTHER_UUID = '5d1a51de-0000-4000-8000-07e307e30000';

const HOSTS = ['crm', 'other', 'evil', 'ad', 'thief', 'rebound', 'phone.evil', 'secure', 'left'].map(
  (name) => `${name}.example`,
);

const PREFERENCES = {
  'network.dns.localDomains': HOSTS.join(),
  'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: EXTENSION_UUID, [OTHER_ID]: OTHER_UUID }),
  // Else http pictures of a page of the extension's are asked for by https, and nobody sees that they were.
  'security.mixed_content.upgrade_display_content': false,
  // As on a machine with a touch screen.
  'dom.w3c_touch_events.enabled': 1,
  // The browser's own words over a page in fullscreen or with the pointer take seconds.
  'full-screen-api.warning.timeout': 0,
  'full-screen-api.transition-duration.enter': '0 0',
  'full-screen-api.transition-duration.leave': '0 0',
  'pointer-lock-api.warning.timeout': 0,
};

/** Firefox with the build of a folder, which may ask for the dialer. */
export async function openFirefox(folder: string, dialerUrl: string, web: HostileWeb): Promise<Stage> {
  const firefox = await launchFirefox(folder, PREFERENCES);
  await firefox.installFirst();
  await firefox.installBeside(OTHER_EXTENSION);
  await givePermission(firefox, [originPattern(dialerUrl)]);

  const known = new Map<string, ScenePage>();
  const tabs = new WeakMap<ScenePage, Tab>();
  const wrap = (tab: Tab): ScenePage => {
    const page = known.get(tab.handle) ?? scenePageOf(tab, firefox);
    known.set(tab.handle, page);
    tabs.set(page, tab);
    return page;
  };
  const open = async (address: string) => wrap(await firefox.openTab(address));
  const panelTab = await firefox.openTab(firefox.url('popup.html'));
  const panel = wrap(panelTab);
  const request = (name: string, payload: object) =>
    panel.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ dialside: name, payload })}).then(JSON.stringify)`);
  /** Right-clicks in the middle of what stands on a page of its own. */
  const choose = async (html: string, entry: RegExp, before = '') => {
    const page = await open(web.publish(baitHtml(html)));
    await page.evaluate(before);
    const box = (await page.evaluate(`document.getElementById('number').getBoundingClientRect().toJSON()`)) as DOMRect;
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await chooseFromMenu(firefox, tabs.get(page) ?? panelTab, at, entry);
  };
  return {
    ...{ panel, open, id: EXTENSION_ID, url: firefox.url },
    pages: async () => (await firefox.tabs()).map(wrap),
    openOther: () => open(`moz-extension://${OTHER_UUID}/page.html`),
    async switchSite(page) {
      const address = await page.url();
      await givePermission(firefox, [originPattern(address)]);
      const tabId = await idOfTab(panelTab, address);
      const state = String(await request('site.state', { tabId }));
      const isOn = /"enabled":true/.test(state);
      const reply = await request(isOn ? 'site.disable' : 'site.enable', { tabId, scope: 'site' });
      if (reply !== '{"value":null}') throw new Error(`The site could not be switched: ${state}, ${reply}`);
    },
    givePermission: (address) => givePermission(firefox, [originPattern(address)]),
    trustFirstCertificate: (port) => trustFirstCertificate(firefox, 'secure.example', port),
    restartBackground: () => stopEventPage(firefox),
    chooseAtLink: (href) => choose(`<a href="${href}">Call us</a>`, /^Call this number/),
    chooseAtSelection: (text) =>
      choose(text, /^Call /, `getSelection().selectAllChildren(document.getElementById('number'))`),
    close: firefox.close,
  };
}
