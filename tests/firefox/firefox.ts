import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { eventually } from '../patience.ts';
import { EXTENSION_ID, EXTENSION_UUID, type LookAtProfile, type Preferences, startFirefox } from './firefox-process.ts';
import { createTab, pointerActions, shortcutActions, type Tab, typingActions } from './tab.ts';

/** Of whatever build: one that goes by another name has another address. */
const FIRST_PAGE = /^moz-extension:\/\/[^/]+\/welcome\.html$/;

/** Something a person looks at, points at and types into: a tab, or a popup of the toolbar. */
export type Surface = Pick<Tab, 'inspect' | 'click' | 'hover' | 'type' | 'strike' | 'screenshot'>;

/** A running Firefox with the built extension in it. */
export interface Firefox {
  /** By which it knows the extension. */
  readonly id: string;
  /** Address of a page of the extension, for example `popup.html`. */
  readonly url: (path: string) => string;
  /** Opens a tab in front. */
  openTab(url: string): Promise<Tab>;
  /** Every tab and every window that tests or the extension have opened, popups of the toolbar excepted. */
  tabs(): Promise<Tab[]>;
  /** The browser's own window around the tabs, its menus and prompts; its script has the browser's rights. */
  readonly chrome: Surface;
  /** As if just started: no tab, and the extension newly installed, without permissions and memories. */
  startOver(options?: { readonly keepsFirstPage?: boolean }): Promise<void>;
  /** Installs the extension into a browser that never had it. */
  installFirst(): Promise<void>;
  /** Installs the extension over itself, as an update does: what it has stored on disk and its permissions stay. */
  update(): Promise<void>;
  /** Installs the extension of another folder beside it. */
  installBeside(folder: string): Promise<void>;
  /** Ends the browser; its profile can be looked at before it is gone. */
  close(look?: LookAtProfile): Promise<void>;
}

export const FIREFOX_BUILD = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));

export async function launchFirefox(
  folder = FIREFOX_BUILD,
  preferences: Preferences = {},
  id = EXTENSION_ID,
): Promise<Firefox> {
  if (!existsSync(folder)) throw new Error(`${folder} is missing: run "npm run build" first.`);
  const { marionette, close } = await startFirefox(preferences);
  const { send } = marionette;
  // This tab stays, so that there is always a window to work in.
  const home = await send<{ value: string }>('WebDriver:GetWindowHandle').then(({ value }) => value);

  const inWindow = <T>(task: () => Promise<T>) =>
    marionette.inTurn(async () => {
      await send('WebDriver:SwitchToWindow', { handle: home, focus: false });
      await send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await task();
      } finally {
        await send('Marionette:SetContext', { value: 'content' });
      }
    });
  const chrome: Surface = {
    async inspect(task, ...args) {
      const script = `return (${task}).apply(null, arguments)`;
      return (await inWindow(() => send<{ value: never }>('WebDriver:ExecuteScript', { script, args }))).value;
    },
    click: (point, options) => inWindow(() => send('WebDriver:PerformActions', pointerActions(point, options))),
    hover: (point) => inWindow(() => send('WebDriver:PerformActions', pointerActions(point, { times: 0 }))),
    type: (text) => inWindow(() => send('WebDriver:PerformActions', typingActions(text))),
    strike: (shortcut) => inWindow(() => send('WebDriver:PerformActions', shortcutActions(shortcut))),
    async screenshot(path) {
      const take = () => send<{ value: string }>('WebDriver:TakeScreenshot', { full: false });
      await writeFile(path, Buffer.from((await inWindow(take)).value, 'base64'));
    },
  };
  const handles = async () => {
    const all = await send<string[]>('WebDriver:GetWindowHandles');
    return all.filter((handle) => handle !== home);
  };

  const install = async (path: string) => {
    await send('Addon:Install', { path, temporary: true });
  };

  /** The page with which an install begins. */
  const firstPage = () =>
    eventually(async () => {
      for (const handle of await handles()) {
        const tab = createTab(marionette, handle);
        if (FIRST_PAGE.test(await tab.url())) return tab;
      }
      throw new Error('The page of the first steps has not been opened.');
    });
  const installFirst = async (keepsFirstPage: boolean) => {
    await install(folder);
    const first = await firstPage();
    if (!keepsFirstPage) await first.close();
  };

  return {
    id,
    url: (path) => `moz-extension://${EXTENSION_UUID}/${path}`,
    async openTab(url) {
      const { handle } = await marionette.inTurn(async () => {
        await send('WebDriver:SwitchToWindow', { handle: home, focus: false });
        return send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab', focus: true });
      });
      const tab = createTab(marionette, handle);
      await tab.goto(url);
      return tab;
    },
    tabs: async () => (await handles()).map((handle) => createTab(marionette, handle)),
    chrome,
    async startOver({ keepsFirstPage = false } = {}) {
      for (const handle of await handles()) await createTab(marionette, handle).close();
      await chrome.inspect(clearWindow);
      // Not there before the first test.
      await send('Addon:Uninstall', { id }).catch(() => undefined);
      // Uninstalling forgets the address that tests rely on.
      await chrome.inspect(keepAddress, id, EXTENSION_UUID);
      await installFirst(keepsFirstPage);
    },
    installFirst: () => installFirst(false),
    update: () => install(folder),
    installBeside: install,
    close,
  };
}

// The functions run in the browser's window and see nothing of this file.
declare const CustomizableUI: { hidePanelForNode(node: Element): void };
declare const SidebarController: { hide(): Promise<void> };
declare const Services: {
  readonly cookies: { removeAll(): void };
  readonly prefs: { setStringPref(name: string, value: string): void };
};

function keepAddress(id: string, uuid: string): void {
  Services.prefs.setStringPref('extensions.webextensions.uuids', JSON.stringify({ [id]: uuid }));
}

/** Away with what an earlier test left open, and in front of its windows: popups and prompts need an active window. */
async function clearWindow(): Promise<void> {
  await SidebarController.hide();
  document.querySelector<Element & { hidePopup(): void }>('#contentAreaContextMenu')?.hidePopup();
  const popup = document.querySelector('browser.webextension-popup-browser');
  if (popup) CustomizableUI.hidePanelForNode(popup);
  // Of the CRM, whose name is the same in each test.
  Services.cookies.removeAll();
  window.focus();
}
