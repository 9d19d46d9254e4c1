import { readContacts } from '../pages/demo-crm/server.ts';
import { buttonBeside, pageButtons } from './fixtures/page-buttons.ts';
import { answerPermissionPrompt } from './fixtures/permission-prompt.ts';
import { expect, test } from './fixtures/test.ts';
import { openToolbarPopup } from './fixtures/toolbar-popup.ts';

test('enabling a site shows buttons in every open tab and frame of it, without a reload', async ({ desk }) => {
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  const [board, contact] = [await desk.openCrm('board.html'), await desk.openCrm('contact.html')];
  const list = await desk.openCrm();
  expect(await list.evaluate(() => document.documentElement.children.length)).toBe(2);
  await desk.enableSite(list);
  for (const { phone } of await readContacts()) await buttonBeside(list, phone);
  await board.bringToFront();
  await buttonBeside(board, '604.555.0121');
  await contact.bringToFront();
  await expect
    .poll(async () => (await pageButtons(contact)).map(({ label }) => label).sort(), { timeout: 20_000 })
    .toEqual([
      'Call +1 415 555 0132',
      'Call +1 415 555 0158',
      'Call +1 415 555 0163',
      'Call +1 415 555 0174',
      'Call +1 628 555 0116, extension 22',
    ]);
});

test('a site whose permission is refused stays as it was, and can be asked for again', async ({ desk }) => {
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  const crm = await desk.openCrm();
  const popup = await openToolbarPopup(desk.firefox);
  await popup.press(`On ${new URL(desk.crmUrl).host}`);
  expect(await answerPermissionPrompt(desk.firefox, 'Deny')).toContain('crm.example');
  await popup.close();
  expect(await pageButtons(crm)).toEqual([]);
  await desk.enableSite(crm);
  await buttonBeside(crm, '(415) 555-0132');
});
