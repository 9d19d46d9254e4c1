import type { Page } from '@playwright/test';
import { AGENT } from './fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import { allowReloading, type ExtensionGlobal, nextWorker, openManager } from './fixtures/extension.ts';
import { pressButtonBeside } from './fixtures/page-buttons.ts';
import { openPopupPage, type PopupPage } from './fixtures/popup-page.ts';
import { expect, testInOwnBrowser as test } from './fixtures/test.ts';

const NUMBER = '(415) 555-0132';
/** Longer than the numbers of a page take to get their buttons. */
const LONGER_THAN_BUTTONS_MS = 3_000;

test('a private window is left alone unless the agent allows it in the browser, also on a site that is on', async ({
  desk,
}) => {
  const popup = await desk.signIn();
  await desk.enableSite(await desk.openCrm());
  const hidden = await openPrivately(desk, popup);
  await hidden.waitForTimeout(LONGER_THAN_BUTTONS_MS);
  expect(await hidden.evaluate(() => document.documentElement.children.length)).toBe(2);
  await hidden.close();
});

test('in a private window that the agent has allowed the session is the one of the others', async ({ desk }) => {
  await desk.openAgentScreen();
  await desk.signIn();
  await desk.enableSite(await desk.openCrm());
  await allowPrivately(desk);
  // For that the browser has loaded it anew, without the session.
  const popup = await openPopupPage(desk.extension);
  await popup.signIn({ server: desk.dialer.url, user: AGENT.user, password: AGENT.password });
  await popup.expectSignedIn();
  const hidden = await openPrivately(desk, popup);
  await pressButtonBeside(hidden, NUMBER);
  await popup.expectStage(/On the call|Talking/);
  await desk.expectDialRequests(1);
});

/** The CRM in a private window, as somebody opens one. */
async function openPrivately({ extension, crmUrl }: Desk, { page: own }: PopupPage): Promise<Page> {
  const opening = extension.context.waitForEvent('page');
  await own.evaluate(async (url) => {
    await (globalThis as ExtensionGlobal).chrome.windows.create({ url, incognito: true });
  }, `${crmUrl}/index.html`);
  const page = await opening;
  await page.waitForURL(`${crmUrl}/index.html`);
  return page;
}

interface ManagerPage {
  readonly chrome: {
    readonly developerPrivate: {
      updateExtensionConfiguration(
        change: { readonly extensionId: string; readonly incognitoAccess: boolean },
        done: () => void,
      ): void;
      getExtensionInfo(id: string, done: (info: { readonly state: string }) => void): void;
    };
  };
}

/** "Allow in Incognito", in the browser's list of extensions. */
async function allowPrivately({ extension }: Desk): Promise<void> {
  const { context, id } = extension;
  const manager = await openManager(context);
  await allowReloading(manager);
  // The browser answers while it still loads the extension anew, and blocks its pages until that is done.
  const again = nextWorker(context);
  await manager.evaluate(
    (extensionId) =>
      new Promise<void>((resolve) => {
        const { developerPrivate } = (globalThis as unknown as ManagerPage).chrome;
        developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true }, resolve);
      }),
    id,
  );
  await again;
  await expect.poll(() => stateOf(manager, id)).toBe('ENABLED');
  await manager.close();
}

function stateOf(manager: Page, id: string): Promise<string> {
  return manager.evaluate(
    (extensionId) =>
      new Promise<string>((resolve) => {
        const { developerPrivate } = (globalThis as unknown as ManagerPage).chrome;
        developerPrivate.getExtensionInfo(extensionId, ({ state }) => resolve(state));
      }),
    id,
  );
}
