import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { panelRequestSchemas } from '../../lib/messages/requests.ts';
import { filesHolding } from '../steps/profile-search.ts';
import { AGENT, STATUS_LOGIN } from './fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import { answerSiteQuestionsWithYes, type ExtensionGlobal, launchExtension } from './fixtures/extension.ts';
import { buttonBeside, pressButtonBeside } from './fixtures/page-buttons.ts';
import { openPopupPage, type PopupPage } from './fixtures/popup-page.ts';
import { expect, test } from './fixtures/test.ts';

const SECRETS = [AGENT.password, STATUS_LOGIN.password].flatMap((secret) => [
  secret,
  Buffer.from(secret).toString('base64').replaceAll('=', ''),
  Buffer.from(secret).toString('hex'),
]);

test('no password is stored on disk or synchronised', async ({ desk }) => {
  await callOnce(desk);
  const stored = await desk.extension.worker.evaluate(async () => {
    const { storage } = (globalThis as ExtensionGlobal).chrome;
    const [local, sync, session] = await Promise.all([storage.local.get(), storage.sync.get(), storage.session.get()]);
    return { onDisk: JSON.stringify([local, sync]), inMemory: JSON.stringify(session) };
  });
  expect(found(stored.onDisk)).toEqual([]);
  // Proves that the search would find it: this is where it has to be.
  expect(found(stored.inMemory)).toContain(AGENT.password);
});

test('a page, its frames and the content script in it see no secret and no dialer', async ({ desk }) => {
  const { crm, popup } = await callOnce(desk);
  const contents = await Promise.all(crm.frames().map((frame) => frame.content()));
  expect(found(contents.join())).toEqual([]);
  expect(contents.join()).not.toContain(desk.dialer.url);

  const world = await contentScriptWorld(crm, desk.extension.id);
  const local = await world.evaluate('chrome.storage.local.get().then(JSON.stringify)');
  expect(found(local)).toEqual([]);
  expect(await world.evaluate('chrome.storage.session.get().then(JSON.stringify, String)')).toMatch(
    /Access|not allowed/,
  );

  // What the background tells script and panels of the rest of the call.
  await world.evaluate('globalThis.told = []; chrome.runtime.onMessage.addListener((one) => void told.push(one)); 0');
  await popup.page.evaluate(listenAsPanel);
  await popup.press('Hang up');
  await popup.expectStage('Wrap-up');
  const told = await world.evaluate('JSON.stringify(told)');
  const fed = await popup.page.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'fed')));
  for (const [heard, of] of [
    [told, 'page.dialChanged'],
    [fed, 'connection'],
  ] as const) {
    expect(heard).toContain(of);
    expect(found(heard)).toEqual([]);
  }
  expect(told).not.toContain(desk.dialer.url);
});

function listenAsPanel(): void {
  const fed: unknown[] = [];
  Object.assign(globalThis, { fed });
  (globalThis as ExtensionGlobal).chrome.runtime.connect({ name: 'panel' }).onMessage.addListener((one) => {
    fed.push(one);
  });
}

test('a content script is refused what only Dialside’s own pages may ask', async ({ desk }) => {
  const { crm } = await callOnce(desk);
  const world = await contentScriptWorld(crm, desk.extension.id);
  // Whatever is added to the protocol is among them.
  const names = Object.keys(panelRequestSchemas);
  const messages = names.map((name) => ({ dialside: name, payload: { text: '+14155550132' } }));
  const send = `${JSON.stringify(messages)}.map((message) => chrome.runtime.sendMessage(message).catch(String))`;
  const replies = await world.evaluate(`Promise.all(${send}).then(JSON.stringify)`);
  expect(JSON.parse(replies)).toEqual(names.map(() => ({ error: 'refused' })));
  await desk.expectDialRequests(1);
});

test('no password is written to a console, an address or a query', async ({ desk }) => {
  const written: string[] = [];
  desk.extension.context.on('console', (message) => written.push(message.text()));
  desk.extension.context.on('request', (request) => written.push(request.url()));
  await callOnce(desk);
  expect(written.length).toBeGreaterThan(0);
  expect(found(written.filter((line) => !line.startsWith(desk.dialer.url)).join('\n'))).toEqual([]);
});

test('of a whole session no secret is in the profile of the browser, wherever that has put what it knows', async ({
  desk,
}) => {
  // The agent screen, which has secrets of its own, is in another browser.
  const address = await giveWebphone(desk);
  await desk.openAgentScreen();
  const profile = await mkdtemp(join(tmpdir(), 'dialside-profile-'));
  const extension = await launchExtension({ profile });
  try {
    await answerSiteQuestionsWithYes(extension);
    const popup = await openPopupPage(extension);
    await popup.page.getByLabel('Remember on this device').check();
    await popup.page.getByLabel('PIN for this device', { exact: true }).fill(PIN);
    await popup.signIn({ server: desk.dialer.url, ...AGENT, status: STATUS_LOGIN });
    await popup.expectSignedIn();
    const opening = extension.context.waitForEvent('page');
    await popup.press('Webphone');
    await expect((await opening).frameLocator('iframe').locator('#webphone-status')).not.toBeEmpty();
    // As a person closes it, and not as Playwright does.
    await popup.page.evaluate(closePhone);
    await popup.dial('(415) 555-0132');
    await popup.expectStage('Talking');
    await extension.close();
    await expectNoSecretIn(profile, desk, address());
  } finally {
    await extension.close();
    await rm(profile, { recursive: true, maxRetries: 5 });
  }
});

const PIN = 'Larkspur-493817';

async function expectNoSecretIn(profile: string, { dialer }: Desk, phone: URL): Promise<void> {
  const passwords = { password: AGENT.password, 'status password': STATUS_LOGIN.password, PIN };
  const secrets = { ...passwords, 'phone address': phone.search, 'SIP secret': AGENT.phonePassword };
  expect(await filesHolding(profile, secrets)).toEqual([]);
  // Proves that they would be found: the server of the last sign-in is kept, and so is the sealed one.
  expect(await filesHolding(profile, { server: dialer.url, vault: '"sealed"' })).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^server in .*Settings/),
      expect.stringMatching(/^vault in .*Settings/),
    ]),
  );
}

/** A phone that the agent screen does not open by itself; its address once the agent is there. */
async function giveWebphone({ dialer }: Desk): Promise<() => URL> {
  const answer = await fetch(`${dialer.url}/control/screen/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: AGENT.user, webphone: 'Y_API_LAUNCH', joins: 'always' }),
  });
  expect(answer.ok).toBe(true);
  return () => new URL(dialer.world.agent_sessions.find(({ user }) => user === AGENT.user)?.webphone_url ?? '');
}

async function closePhone(): Promise<void> {
  const { windows } = (globalThis as ExtensionGlobal).chrome;
  const phone = (await windows.getAll()).find(({ type }) => type === 'popup');
  if (phone?.id === undefined) throw new Error('The phone has no window.');
  await windows.remove(phone.id);
}

async function callOnce(desk: Desk): Promise<{ readonly crm: Page; readonly popup: PopupPage }> {
  await desk.openAgentScreen();
  const popup = await desk.signIn();
  const crm = await desk.openCrm('contact.html');
  await desk.enableSite(crm);
  await buttonBeside(crm, '(415) 555-0132');
  await pressButtonBeside(crm, '(415) 555-0132');
  await popup.expectStage('Talking');
  return { crm, popup };
}

function found(text: string): string[] {
  return SECRETS.filter((secret) => text.includes(secret));
}

interface World {
  evaluate(expression: string): Promise<string>;
}

/** The isolated world in which the extension's content script of a page runs. */
async function contentScriptWorld(page: Page, extensionId: string): Promise<World> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const contextId = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${extensionId}`) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  const id = await contextId;
  return {
    async evaluate(expression) {
      const answer = await session.send('Runtime.evaluate', { expression, contextId: id, awaitPromise: true });
      return String(answer.result.value);
    },
  };
}
