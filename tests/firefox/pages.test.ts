import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createControls } from './fixtures/controls.ts';
import { askFrom } from './fixtures/extension-requests.ts';
import { buttonBeside, pressButtonBeside } from './fixtures/page-buttons.ts';
import { openSidebar } from './fixtures/sidebar.ts';
import { expect, test } from './fixtures/test.ts';
import { readToolbarButton } from './fixtures/toolbar-button.ts';
import { openToolbarPopup } from './fixtures/toolbar-popup.ts';

/** Dialside takes no key for meant on a button that has only just come. */
const SEEN_MS = 500;
const PICTURES = fileURLToPath(new URL('../../.output/firefox', import.meta.url));

test('popup, sidebar, options and page buttons are drawn, with pictures of them to look at', async ({ desk }) => {
  await mkdir(PICTURES, { recursive: true });
  const { firefox } = desk;
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  const options = await firefox.openTab(firefox.url('options.html'));
  await createControls(options).expectText('Pause codes');
  await options.screenshot(`${PICTURES}/options.png`);

  const looks = () => panel.tab.inspect(() => document.documentElement.dataset.appearance ?? 'system');
  await askFrom(options, 'settings.write', { appearance: 'dark' });
  await expect.poll(looks, { timeout: 20_000 }).toBe('dark');
  await askFrom(options, 'settings.write', { appearance: 'system' });
  await expect.poll(looks, { timeout: 20_000 }).toBe('system');

  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await pressButtonBeside(crm, '(415) 555-0132');
  await panel.expectStage('Talking');
  await expect
    .poll(async () => (await buttonBeside(crm, '(415) 555-0132')).label, { timeout: 20_000 })
    .toContain('Talking');
  await crm.screenshot(`${PICTURES}/page.png`);

  const popup = await openToolbarPopup(firefox);
  await popup.expectStage('Talking');
  await popup.screenshot(`${PICTURES}/popup.png`);
  await popup.close();

  const sidebar = await openSidebar(firefox);
  await createControls(sidebar).expectStage('Talking');
  await sidebar.screenshot(`${PICTURES}/sidebar.png`);
  await firefox.chrome.screenshot(`${PICTURES}/window.png`);
});

test('the toolbar button stands beside the address, with the agent’s state on it', async ({ desk }) => {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  await expect
    .poll(() => readToolbarButton(desk.firefox), { timeout: 20_000 })
    .toEqual({ badge: 'II', title: expect.stringMatching(/^Dialside.* – Paused$/) });
});

test('real keys walk to a number and dial it', async ({ desk }) => {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await buttonBeside(crm, '(415) 555-0132');
  await crm.bringToFront();
  await desk.firefox.chrome.strike('Alt+Shift+J');
  // Dialside's own element, beside head and body, holds the button that has the focus.
  const isAtButton = () =>
    crm.evaluate(() => {
      const { activeElement, body, documentElement } = document;
      return activeElement !== body && activeElement?.parentElement === documentElement;
    });
  await expect.poll(isAtButton, { timeout: 20_000 }).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, SEEN_MS));
  await crm.strike('Enter');
  await desk.expectDialRequests(1);
  expect(desk.dialRequests()[0]?.parameters).toMatchObject({ phone_code: '1', value: '4155550132' });
});
