import type { CDPSession, Page } from '@playwright/test';
import { AGENT, STATUS_LOGIN } from './fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import type { ExtensionGlobal } from './fixtures/extension.ts';
import { buttonBeside, pressButtonBeside } from './fixtures/page-buttons.ts';
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
  const crm = await callOnce(desk);
  const contents = await Promise.all(crm.frames().map((frame) => frame.content()));
  expect(found(contents.join())).toEqual([]);
  expect(contents.join()).not.toContain(desk.dialer.url);

  const world = await contentScriptWorld(crm, desk.extension.id);
  const local = await world.evaluate('chrome.storage.local.get().then(JSON.stringify)');
  expect(found(local)).toEqual([]);
  expect(await world.evaluate('chrome.storage.session.get().then(JSON.stringify, String)')).toMatch(
    /Access|not allowed/,
  );
});

test('a content script is refused what only Dialside’s own pages may ask', async ({ desk }) => {
  const crm = await callOnce(desk);
  const world = await contentScriptWorld(crm, desk.extension.id);
  for (const name of ['panel.state', 'agent.hangUp', 'settings.read', 'webphone.takeUrl', 'dial.start']) {
    const message = JSON.stringify({ dialside: name, payload: { text: '+14155550132' } });
    expect(await world.evaluate(`chrome.runtime.sendMessage(${message}).then(JSON.stringify, String)`)).toBe(
      '{"error":"refused"}',
    );
  }
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

async function callOnce(desk: Desk): Promise<Page> {
  await desk.openAgentScreen();
  const popup = await desk.signIn();
  const crm = await desk.openCrm('contact.html');
  await desk.enableSite(crm);
  await buttonBeside(crm, '(415) 555-0132');
  await pressButtonBeside(crm, '(415) 555-0132');
  await popup.expectStage('Talking');
  return crm;
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
