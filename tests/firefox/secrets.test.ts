import { panelRequestSchemas } from '../../lib/messages/requests.ts';
import { AGENT, STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import { filesHolding } from '../steps/profile-search.ts';
import { FIREFOX_BUILD, launchFirefox } from './firefox.ts';
import type { LookAtProfile } from './firefox-process.ts';
import { openAgentScreen } from './fixtures/agent-screen.ts';
import { inContentScript } from './fixtures/content-script.ts';
import { type Desk, openDesk, type PanelTab } from './fixtures/desk.ts';
import { unpackFirefoxFile } from './fixtures/packed-files.ts';
import { pressButtonBeside } from './fixtures/page-buttons.ts';
import { giveWebphone, phoneAddress, webphoneTab } from './fixtures/phone.ts';
import { createStepPanel } from './fixtures/step-desk.ts';
import { readStorage } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';
import { closeWindowOf } from './fixtures/window-close.ts';
import { listenToWords } from './fixtures/written-words.ts';
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
  // Whatever is added to the protocol is among them.
  const names = Object.keys(panelRequestSchemas);
  const messages = names.map((name) => ({ dialside: name, payload: { text: '+14155550132' } }));
  const send = `${JSON.stringify(messages)}.map((message) => browser.runtime.sendMessage(message).catch(String))`;
  const replies = await inContentScript(crm, `Promise.all(${send}).then(JSON.stringify)`);
  expect(JSON.parse(replies)).toEqual(names.map(() => ({ error: 'refused' })));
  await desk.expectDialRequests(1);
});

test('no password is written to a console, an address or a query', async ({ desk }) => {
  const listening = await listenToWords(desk.firefox);
  const { crm, panel } = await callOnce(desk);
  // Proves that they are heard: of the script in the page, and of the extension, whose pages share a process with its background.
  await inContentScript(crm, 'console.log("A word of the script")');
  await panel.tab.inspect(() => console.log('A word of the panel'));
  const both = expect.arrayContaining(['A word of the script', 'A word of the panel']);
  await expect.poll(async () => (await listening.read()).lines, PATIENCE).toEqual(both);
  const { lines, ownAddresses, otherAddresses } = await listening.read();
  await listening.end();
  expect(found(lines.join('\n'))).toEqual([]);
  expect(ownAddresses).toContain(`${desk.dialer.url}/agc/api.php`);
  expect(found(ownAddresses.join('\n'))).toEqual([]);
  // The agent screen writes its password into addresses of its own dialer.
  const elsewhere = otherAddresses.filter((address) => !address.startsWith(desk.dialer.url));
  expect(elsewhere).toContain(`${desk.crmUrl}/contact.html`);
  expect(found(elsewhere.join('\n'))).toEqual([]);
});

test('of a whole session no secret is in the profile of the browser, wherever that has put what it knows', async ({
  firefox,
}) => {
  // As Firefox is where no test runs it.
  const own = await launchFirefox(FIREFOX_BUILD, KEEPS_EVERYTHING);
  const desk = await openDesk(own);
  let look: LookAtProfile | undefined;
  try {
    // The agent screen, which has secrets of its own, is in another browser.
    await giveWebphone(desk, 'always');
    await openAgentScreen(firefox, desk.dialer.url, AGENT.user);
    const panel = await desk.signInByForm({ pin: PIN });
    await panel.expectText('Sign out');
    await panel.press('Webphone');
    await webphoneTab(own);
    const loaded = () => desk.dialer.log.requests({ path: phone.pathname }).some(({ method }) => method === 'GET');
    const phone = phoneAddress(desk);
    await expect.poll(loaded, PATIENCE).toBe(true);
    expect(await closeWindowOf(own, own.url('webphone.html'))).toBe('closed');
    await createStepPanel(panel).dial('(415) 555-0132');
    await panel.expectStage('Talking');
    look = (profile) => expectNoSecretIn(profile, desk, phone);
  } finally {
    await own.close(look);
    await desk.close();
  }
});

const PIN = 'Larkspur-493817';
const PATIENCE = { timeout: 20_000 };

/** What other tests have switched off, so as to be quick. */
const KEEPS_EVERYTHING = { 'browser.cache.disk.enable': true, 'browser.sessionstore.resume_from_crash': true };

async function expectNoSecretIn(profile: string, { dialer }: Desk, phone: URL): Promise<void> {
  const passwords = { password: AGENT.password, 'status password': STATUS_LOGIN.password, PIN };
  const secrets = { ...passwords, 'phone address': phone.search, 'SIP secret': AGENT.phonePassword };
  expect(await filesHolding(profile, secrets, unpackFirefoxFile)).toEqual([]);
  // Proves that they would be found: the server of the last sign-in, the sealed one, and what was in tabs.
  const kept = { server: dialer.url, vault: 'sealed', tab: 'popup.html' };
  expect(await filesHolding(profile, kept, unpackFirefoxFile)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^server in storage.*sqlite/),
      expect.stringMatching(/^vault in storage.*sqlite/),
      expect.stringMatching(/^tab in sessionstore.*lz4/),
    ]),
  );
}

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
