import { type Firefox, launchFirefox } from './firefox.ts';
import { type Desk, openDesk } from './fixtures/desk.ts';
import { askFrom } from './fixtures/extension-requests.ts';
import { pressButtonBeside } from './fixtures/page-buttons.ts';
import { allowInPrivateWindows } from './fixtures/site-permission.ts';
import { expect, test } from './fixtures/test.ts';
import type { Tab } from './tab.ts';

const PATIENCE = { timeout: 20_000 };
/** Longer than the numbers of a page take to get their buttons. */
const LONGER_THAN_BUTTONS_MS = 3_000;

test('a private window is left alone unless the agent allows it in the browser, also on a site that is on', async ({
  desk,
}) => {
  const { firefox, crmUrl } = desk;
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await expect.poll(() => crm.inspect(isDialsideThere), PATIENCE).toBe(true);
  const hidden = await privateTab(firefox);
  await hidden.goto(`${crmUrl}/index.html`);
  await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_BUTTONS_MS));
  expect(await hidden.inspect(() => document.location.pathname)).toBe('/index.html');
  expect(await hidden.inspect(isDialsideThere)).toBe(false);
  await hidden.close();
});

test('in a private window that the agent has allowed the session is the one of the others', async () => {
  const own = await launchFirefox();
  let desk: Desk | undefined;
  try {
    await allowInPrivateWindows(own);
    desk = await openDesk(own);
    await desk.openAgentScreen();
    const panel = await desk.signIn();
    await desk.enableSite(await desk.openCrm());
    const hidden = await privateTab(own);
    await hidden.goto(`${desk.crmUrl}/index.html`);
    await pressButtonBeside(hidden, '(415) 555-0132');
    await panel.expectStage('Talking');
    await desk.expectDialRequests(1);
    // The browser forgets that window alone: what is remembered is remembered as ever.
    expect(await askFrom(panel.tab, 'settings.areForgotten')).toBe('{"value":false}');
  } finally {
    await own.close();
    await desk?.close();
  }
}, 240_000);

test('a container tab is a tab of its site: what is turned on there is on in each container', async ({ desk }) => {
  const { firefox, crmUrl } = desk;
  await desk.enableSite(await desk.openCrm());
  const [contained] = await newTabs(firefox, () => firefox.chrome.inspect(openContainerTab, `${crmUrl}/index.html`));
  await expect.poll(() => contained.inspect(isDialsideThere), PATIENCE).toBe(true);
  await contained.close();
});

/** The tab of a new private window, once the page with which the browser opens it is there: it would take the place of another. */
async function privateTab(firefox: Firefox): Promise<Tab> {
  const [tab] = await newTabs(firefox, () => firefox.chrome.inspect(openPrivateWindow));
  const read = () => tab.inspect(() => [document.URL, document.readyState]);
  await expect.poll(read, PATIENCE).toEqual(['about:privatebrowsing', 'complete']);
  return tab;
}

/** The tabs that an action of the browser's own window has opened. */
async function newTabs(firefox: Firefox, open: () => Promise<void>): Promise<[Tab, ...Tab[]]> {
  const before = (await firefox.tabs()).length;
  await open();
  await expect.poll(async () => (await firefox.tabs()).length, PATIENCE).toBeGreaterThan(before);
  const [first, ...others] = (await firefox.tabs()).slice(before);
  if (!first) throw new Error('No tab was opened.');
  return [first, ...others];
}

// The functions below run in the browser's window or in a page, and see nothing of this file.
declare const OpenBrowserWindow: (options: { readonly private: boolean }) => unknown;
declare const gBrowser: {
  addTab(url: string, options: { readonly userContextId: number; readonly triggeringPrincipal: unknown }): unknown;
};
declare const Services: { readonly scriptSecurityManager: { getSystemPrincipal(): unknown } };

function openPrivateWindow(): void {
  OpenBrowserWindow({ private: true });
}

function openContainerTab(url: string): void {
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  // The first of the containers that Firefox comes with.
  gBrowser.addTab(url, { userContextId: 1, triggeringPrincipal });
}

/** All that Dialside adds to a page is one element beside head and body. */
function isDialsideThere(): boolean {
  return [...document.documentElement.children].some(({ localName }) => localName !== 'head' && localName !== 'body');
}
