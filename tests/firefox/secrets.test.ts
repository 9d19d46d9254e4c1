import { AGENT, STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import { inContentScript } from './fixtures/content-script.ts';
import type { Desk, PanelTab } from './fixtures/desk.ts';
import { pressButtonBeside } from './fixtures/page-buttons.ts';
import { readStorage } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';
import type { Tab } from './tab.ts';

const SECRETS = [AGENT.password, STATUS_LOGIN.password].flatMap((secret) => [
  secret,
  Buffer.from(secret).toString('base64').replaceAll('=', ''),
  Buffer.from(secret).toString('hex'),
]);

test('no password is stored on disk, on a page, or where its content script can read', async ({ desk }) => {
  const { crm, panel } = await callOnce(desk);
  const stored = await readStorage(panel.tab);
  expect(found(stored.onDisk)).toEqual([]);
  // Proves that the search would find it: this is where it has to be.
  expect(found(stored.inMemory)).toContain(AGENT.password);

  const contents = await crm.inspect(() =>
    [document, ...[...document.querySelectorAll('iframe')].flatMap((frame) => frame.contentDocument ?? [])]
      .map((page) => page.documentElement.outerHTML)
      .join(),
  );
  expect(contents).toContain('Recent activity');
  expect(found(contents)).toEqual([]);
  expect(contents).not.toContain(desk.dialer.url);

  // What is on the disk lies where it cannot look.
  expect(stored.onDisk).toContain(desk.dialer.url);
  expect(await inContentScript(crm, 'browser.storage.local.get().then(JSON.stringify)')).toBe('{}');
  expect(await inContentScript(crm, 'String(browser.storage.session)')).toBe('undefined');
});

test('a content script is refused what only Dialside’s own pages may ask', async ({ desk }) => {
  const { crm } = await callOnce(desk);
  for (const name of ['panel.state', 'agent.hangUp', 'settings.read', 'webphone.takeUrl', 'dial.start']) {
    const message = JSON.stringify({ dialside: name, payload: { text: '+14155550132' } });
    expect(await inContentScript(crm, `browser.runtime.sendMessage(${message}).then(JSON.stringify, String)`)).toBe(
      '{"error":"refused"}',
    );
  }
  await desk.expectDialRequests(1);
});

async function callOnce(desk: Desk): Promise<{ crm: Tab; panel: PanelTab }> {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  const crm = await desk.openCrm('contact.html');
  await desk.enableSite(crm);
  await pressButtonBeside(crm, '(415) 555-0132');
  await panel.expectStage('Talking');
  return { crm, panel };
}

function found(text: string): string[] {
  return SECRETS.filter((secret) => text.includes(secret));
}
