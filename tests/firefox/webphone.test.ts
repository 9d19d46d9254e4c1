import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import type { Firefox } from './firefox.ts';
import { createControls } from './fixtures/controls.ts';
import { giveMicrophone, giveWebphone, refuseMicrophone, webphoneTab } from './fixtures/phone.ts';
import { createStepPanel } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';
import { closeWindowOf } from './fixtures/window-close.ts';

const PATIENCE = { timeout: 20_000 };

test('the phone runs in its frame with a microphone, and leaves no trace in the history', async ({ desk }) => {
  await giveWebphone(desk);
  await giveMicrophone(desk.firefox);
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  await panel.press('Webphone');
  const phone = createControls(await webphoneTab(desk.firefox));

  await phone.press('Test microphone');
  // Where there is no sound card, Firefox runs no audio, and the meter stays at silence.
  await phone.expectText(/Say something\.|You are heard well\./);
  await phone.press('Done');
  await phone.press('Ring my phone');
  await expect.poll(() => desk.dialer.telephone.phones.isInSession(AGENT.user), PATIENCE).toBe(true);
  // The log has a request once it is answered, a moment after the phone is in the session.
  await expect.poll(() => desk.dialer.log.requests({ function: 'call_agent' }), PATIENCE).toHaveLength(1);

  const address = desk.dialer.world.agent_sessions.find(({ user }) => user === AGENT.user)?.webphone_url ?? '';
  expect(address).toContain('webphone.php');
  // Proves that it would be found, as what is opened in a tab is.
  await desk.openCrm();
  await expect.poll(() => isInHistory(desk.firefox, `${desk.crmUrl}/index.html`), PATIENCE).toBe(true);
  expect(await isInHistory(desk.firefox, address)).toBe(false);
});

test('closing the phone in the middle of a call has the browser ask first', async ({ desk }) => {
  const { firefox } = desk;
  await giveWebphone(desk);
  await giveMicrophone(firefox);
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  await panel.press('Webphone');
  const tab = await webphoneTab(firefox);
  const phone = createControls(tab);
  await phone.press('Ring my phone');
  await expect.poll(() => desk.dialer.telephone.phones.isInSession(AGENT.user), PATIENCE).toBe(true);
  await createStepPanel(panel).dial('(415) 555-0132');
  await phone.expectText('Talking');
  expect(await closeWindowOf(firefox, firefox.url('webphone.html'))).toBe('asked');
  expect(await tab.url()).toBe(firefox.url('webphone.html'));

  await panel.press('Hang up');
  await phone.expectText('Wrap-up');
  expect(await closeWindowOf(firefox, firefox.url('webphone.html'))).toBe('closed');
  const open = async () => Promise.all((await firefox.tabs()).map((one) => one.url()));
  await expect.poll(open, PATIENCE).not.toContain(firefox.url('webphone.html'));
});

test('a private window is not promised where Firefox opens none for Dialside', async ({ desk }) => {
  await giveWebphone(desk);
  await giveMicrophone(desk.firefox);
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  await panel.press('Webphone');
  const phone = createControls(await webphoneTab(desk.firefox));
  await phone.press('Nothing to be seen? Open it in a private window');
  await phone.expectText('Allow Dialside in private windows');
});

test('a microphone that the browser refuses is told, in the phone’s window and in the test', async ({ desk }) => {
  await giveWebphone(desk);
  const allow = await refuseMicrophone(desk.firefox);
  try {
    await desk.openAgentScreen();
    const panel = await desk.signIn();
    await panel.expectText('Paused');
    await panel.press('Webphone');
    const phone = createControls(await webphoneTab(desk.firefox));
    await phone.expectText('The browser keeps the microphone from your phone');
    await phone.press('Test microphone');
    await phone.expectText('does not let Dialside hear your microphone');
  } finally {
    await allow();
  }
});

function isInHistory({ chrome }: Firefox, url: string): Promise<boolean> {
  return chrome.inspect(async (sought: string) => {
    const { ChromeUtils } = globalThis as unknown as {
      ChromeUtils: {
        importESModule(module: string): { PlacesUtils: { history: { hasVisits(url: string): Promise<boolean> } } };
      };
    };
    const { PlacesUtils } = ChromeUtils.importESModule('resource://gre/modules/PlacesUtils.sys.mjs');
    return PlacesUtils.history.hasVisits(sought);
  }, url);
}
