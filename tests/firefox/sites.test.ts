import { MARK_NAME } from '../../lib/page/marks.ts';
import { originPattern } from '../../lib/platform/origin-pattern.ts';
import { readContacts } from '../pages/demo-crm/server.ts';
import { boxOfText, buttonBeside, middleOf, pageButtons } from './fixtures/page-buttons.ts';
import { answerPermissionPrompt } from './fixtures/permission-prompt.ts';
import { takePermission } from './fixtures/site-permission.ts';
import { expect, test } from './fixtures/test.ts';
import { openToolbarPopup } from './fixtures/toolbar-popup.ts';

/** Numbers within a sentence leave no room for a button: it comes when the pointer does. The last stands in a frame. */
const IN_SENTENCES = [
  { text: '555-0174', label: 'Call +1 415 555 0174' },
  { text: 'call-back line', label: 'Call +1 415 555 0158' },
  { text: '+1 415-555-0163', label: 'Call +1 415 555 0163' },
];

test('enabling a site shows buttons in every open tab and frame of it, without a reload', async ({ desk }) => {
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  const [board, contact] = [await desk.openCrm('board.html'), await desk.openCrm('contact.html')];
  const list = await desk.openCrm();
  expect(await list.evaluate(() => document.documentElement.children.length)).toBe(2);
  await desk.enableSite(list);
  const contacts = await readContacts();
  await expect.poll(() => pageButtons(list), { timeout: 20_000 }).toHaveLength(contacts.length);
  expect(await list.evaluate(markOfCells, MARK_NAME)).toBe('underline');
  await board.bringToFront();
  await buttonBeside(board, '604.555.0121');
  await contact.bringToFront();
  await buttonBeside(contact, '(415) 555-0132');
  for (const { text, label } of IN_SENTENCES) {
    await contact.hover(middleOf(await boxOfText(contact, text)));
    const labels = async () => (await pageButtons(contact)).map((button) => button.label);
    await expect.poll(labels, { timeout: 20_000 }).toContain(label);
  }
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
  await desk.enableSiteByPopup(crm);
  await buttonBeside(crm, '(415) 555-0132');
});

test('a permission that is taken back in the browser takes the buttons away at once', async ({ desk }) => {
  await desk.signIn();
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await buttonBeside(crm, '(415) 555-0132');
  await takePermission(desk.firefox, [originPattern(desk.crmUrl)]);
  await expect.poll(() => pageButtons(crm), { timeout: 20_000 }).toEqual([]);
  expect(await crm.evaluate(() => document.documentElement.children.length)).toBe(2);
});

test('the switch of a site in the popup takes its buttons away again', async ({ desk }) => {
  await desk.signIn();
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await buttonBeside(crm, '(415) 555-0132');
  const popup = await openToolbarPopup(desk.firefox);
  await popup.press(`On ${new URL(desk.crmUrl).host}`);
  await popup.close();
  await expect.poll(() => pageButtons(crm), { timeout: 20_000 }).toEqual([]);
});

/** How marked text in a table cell is drawn. */
function markOfCells(name: string): string {
  const cell = document.querySelector('td');
  return cell ? getComputedStyle(cell, `::highlight(${name})`).textDecorationLine : '';
}
