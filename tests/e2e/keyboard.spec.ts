import { forceNoPauseCodes, isFocused, workByKeyboard } from '../steps/keyboard.ts';
import { pressCommand } from './fixtures/context-menu.ts';
import type { ExtensionGlobal } from './fixtures/extension.ts';
import { openPopupPage } from './fixtures/popup-page.ts';
import { expect, test } from './fixtures/test.ts';

test('signing in, pausing, dialling and hanging up take no mouse', async ({ desk }) => {
  forceNoPauseCodes(desk.dialer);
  await desk.openAgentScreen();
  const popup = await openPopupPage(desk.extension);
  const { page } = popup;
  await page.bringToFront();
  const keys = {
    press: (key: string) => page.keyboard.press(key),
    type: (text: string) => page.keyboard.type(text),
    isAt: (name: string) => page.evaluate(isFocused, name),
  };
  await workByKeyboard(keys, popup, desk.dialer);
  await expect(page.getByRole('button', { name: 'Hang up' })).toBeHidden({ timeout: 30_000 });
  await desk.expectDialRequests(1);
  await expect.poll(() => desk.dialer.log.requests({ function: 'external_hangup' }).length).toBe(1);
});

test('the browser gives every key that Dialside suggests, and keeps none for itself', async ({ desk }) => {
  const { worker } = desk.extension;
  const [given, suggested] = await worker.evaluate(async () => {
    const { commands, runtime } = (globalThis as ExtensionGlobal).chrome;
    const asked = Object.values(runtime.getManifest().commands ?? {}).flatMap(({ suggested_key }) =>
      typeof suggested_key === 'object' ? (suggested_key.default ?? []) : [],
    );
    return [(await commands.getAll()).flatMap(({ shortcut }) => shortcut || []), asked];
  });
  expect(suggested).toHaveLength(4);
  expect(given.sort()).toEqual(suggested.sort());
});

test('keys hang up no call that the agent does not see, and the one he sees', async ({ desk }) => {
  await desk.openAgentScreen();
  const popup = await desk.signIn();
  await popup.dial('+1 415 555 0132');
  await popup.expectStage('Talking');
  const hangUps = () => desk.dialer.log.requests({ function: 'external_hangup' }).length;
  // Each page of a headless browser says that it can be seen.
  // A window that asks about another call shows this one no more than an empty page does.
  await popup.page.goto(desk.extension.url('confirm.html#another'));
  await expect(popup.page.getByText('This question is no longer open.')).toBeVisible();
  const crm = await desk.openCrm();
  await crm.bringToFront();
  await pressCommand(desk.extension, 'hang-up');
  await crm.waitForTimeout(1_000);
  expect(hangUps()).toBe(0);
  await popup.page.goto(desk.extension.url('popup.html'));
  await popup.expectStage('Talking');
  await pressCommand(desk.extension, 'hang-up');
  await expect.poll(hangUps).toBe(1);
});

test('a number selected on a page is dialled by key once Dialside has shown it and the agent has agreed', async ({
  desk,
}) => {
  await desk.openAgentScreen();
  const popup = await desk.signIn();
  const crm = await desk.openCrm('contact.html');
  await desk.enableSite(crm);
  await crm.bringToFront();
  await crm.evaluate(() => {
    const line = Object.assign(document.createElement('p'), { textContent: '(415) 555-0132' });
    document.body.append(line);
    getSelection()?.selectAllChildren(line);
  });
  const opening = desk.extension.context.waitForEvent('page');
  await pressCommand(desk.extension, 'dial-selection');
  const window = await opening;
  await expect(window.getByText('+1 415 555 0132')).toBeVisible();
  await expect(window.getByText('You asked by key for the number that is selected.')).toBeVisible();
  await desk.expectDialRequests(0);
  await window.getByRole('button', { name: 'Dial', exact: true }).click();
  await popup.expectStage('Talking');
  await desk.expectDialRequests(1);
});
