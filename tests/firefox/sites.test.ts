import { MARK_NAME } from '../../lib/page/overlay/marks.ts';
import { originPattern } from '../../lib/platform/origin-pattern.ts';
import { readContacts } from '../pages/demo-crm/server.ts';
import { sites } from '../steps/sites.ts';
import type { Firefox } from './firefox.ts';
import { chooseFromMenu } from './fixtures/context-menu.ts';
import { createControls } from './fixtures/controls.ts';
import { boxOfText, buttonBeside, middleOf, pageButtons } from './fixtures/page-buttons.ts';
import { answerPermissionPrompt } from './fixtures/permission-prompt.ts';
import { readSidebar } from './fixtures/sidebar.ts';
import { takePermission } from './fixtures/site-permission.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';
import { openToolbarPopup } from './fixtures/toolbar-popup.ts';
import type { Point, Tab } from './tab.ts';

const PATIENCE = { timeout: 20_000 };
/** Longer than the numbers of a page take to get their buttons. */
const LONGER_THAN_BUTTONS_MS = 2_000;
const NEXT_NUMBER = 'Alt+Shift+J';

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
  await expect.poll(() => pageButtons(list), PATIENCE).toHaveLength(contacts.length);
  expect(await list.evaluate(markOfCells, MARK_NAME)).toBe('underline');
  await board.bringToFront();
  await buttonBeside(board, '604.555.0121');
  await contact.bringToFront();
  await buttonBeside(contact, '(415) 555-0132');
  for (const { text, label } of IN_SENTENCES) {
    await contact.hover(middleOf(await boxOfText(contact, text)));
    await expect.poll(() => labelsOf(contact), PATIENCE).toContain(label);
  }
});

test('a site whose permission is refused stays as it was, and can be asked for again', async ({ desk }) => {
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  const crm = await desk.openCrm();
  const popup = await openToolbarPopup(desk.firefox);
  await popup.press(`On ${new URL(desk.crmUrl).hostname}`);
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
  await expect.poll(() => pageButtons(crm), PATIENCE).toEqual([]);
  expect(await crm.evaluate(() => document.documentElement.children.length)).toBe(2);
});

test('the switch of a site in the popup takes its buttons away again', async ({ desk }) => {
  await desk.signIn();
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await buttonBeside(crm, '(415) 555-0132');
  const popup = await openToolbarPopup(desk.firefox);
  await popup.press(`On ${new URL(desk.crmUrl).hostname}`);
  await popup.close();
  await expect.poll(() => pageButtons(crm), PATIENCE).toEqual([]);
});

test('"on all sites" reaches a site that was never named, until that one is turned off', async ({ desk }) => {
  await desk.signIn();
  const other = await desk.firefox.openTab(desk.crmUrl.replace('crm.example', 'other.example'));
  const crm = await desk.openCrm();
  const popup = await openToolbarPopup(desk.firefox);
  await popup.press('On all sites');
  await answerPermissionPrompt(desk.firefox, 'Allow');
  await popup.close();
  await buttonBeside(crm, '(415) 555-0132');
  await other.bringToFront();
  await buttonBeside(other, '(415) 555-0132');
  // The switch of the site in front.
  await crm.bringToFront();
  await pressInPopup(desk.firefox, `On ${new URL(desk.crmUrl).hostname}`);
  await expect.poll(() => pageButtons(crm), PATIENCE).toEqual([]);
  expect((await pageButtons(other)).length).toBeGreaterThan(0);
  await crm.goto(`${desk.crmUrl}/index.html?again`);
  await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_BUTTONS_MS));
  expect(await pageButtons(crm)).toEqual([]);
  await pressInPopup(desk.firefox, `On ${new URL(desk.crmUrl).hostname}`);
  await buttonBeside(crm, '(415) 555-0132');
});

test('turning "on all sites" off takes the buttons away and leaves the agent signed in', async ({ desk }) => {
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  const crm = await desk.openCrm();
  const popup = await openToolbarPopup(desk.firefox);
  await popup.press('On all sites');
  await answerPermissionPrompt(desk.firefox, 'Allow');
  await popup.close();
  await buttonBeside(crm, '(415) 555-0132');
  await pressInPopup(desk.firefox, 'On all sites');
  await expect.poll(() => pageButtons(crm), PATIENCE).toEqual([]);
  await panel.tab.bringToFront();
  await panel.press('Go ready');
  await expect.poll(() => desk.dialer.log.requests({ function: 'external_pause' }).length, PATIENCE).toBe(1);
});

test('what the agent says is no phone number has no button on any page of the site, until the options say otherwise', async ({
  desk,
}) => {
  await desk.signIn();
  const [other, crm] = [await desk.openCrm(), await desk.openCrm()];
  await desk.enableSite(crm);
  await other.bringToFront();
  await buttonBeside(other, '(415) 555-0132');
  await crm.bringToFront();
  await crm.click(middleOf((await buttonBeside(crm, '(415) 555-0132')).box), { button: 'right' });
  const entry = async () => (await pageButtons(crm)).find(({ label }) => label === 'Not a phone number');
  await expect.poll(entry, PATIENCE).toBeDefined();
  const { box } = (await entry()) ?? expect.fail('The menu has closed again.');
  await crm.click(middleOf(box));
  // As long as the agent stays there it can be taken back.
  await crm.click({ x: 8, y: 8 });
  const { length } = await readContacts();
  for (const page of [crm, other]) {
    await page.bringToFront();
    const isDenied = (all: readonly string[]) => all.length === length - 1 && !all.includes('Call +1 415 555 0132');
    await expect.poll(async () => isDenied(await labelsOf(page)), PATIENCE).toBe(true);
  }
  const options = createControls(await desk.firefox.openTab(desk.firefox.url('options.html')));
  await options.press(/^Remove .*555-0132.* on /);
  await other.bringToFront();
  await buttonBeside(other, '(415) 555-0132');
  await desk.expectDialRequests(0);
});

test('the popup leads to the sidebar, which stays open beside the page', async ({ desk }) => {
  await desk.signIn();
  await desk.openCrm();
  expect(await readSidebar(desk.firefox)).toBeNull();
  // It closes by itself: Firefox opens no sidebar for a page that is gone.
  await (await openToolbarPopup(desk.firefox)).press('Keep open beside the page');
  await expect.poll(async () => String(await readSidebar(desk.firefox)), PATIENCE).toContain('Recent calls');
});

test('the agent screen is never read for numbers, also where somebody asks for it', async ({ desk }) => {
  const { tab: screen } = await desk.openAgentScreen();
  await desk.signIn();
  await screen.bringToFront();
  // In sight, with room beside it.
  await screen.evaluate(() => document.body.prepend('Call (415) 555-0132'));
  await chooseFromMenu(desk.firefox, screen, await screen.evaluate(middleOfPage), /here once/);
  await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_BUTTONS_MS));
  expect(await pageButtons(screen)).toEqual([]);
  expect(await screen.evaluate(() => document.documentElement.children.length)).toBe(2);
});

test('the keyboard walks the numbers of the frame that the person is in, and of no other', async ({ desk }) => {
  await desk.signIn();
  const crm = await desk.openCrm('contact.html');
  await desk.enableSite(crm);
  await buttonBeside(crm, '(415) 555-0132');
  await crm.hover(middleOf(await boxOfText(crm, '+1 415-555-0163')));
  await expect.poll(() => labelsOf(crm), PATIENCE).toContain('Call +1 415 555 0163');

  await desk.firefox.chrome.strike(NEXT_NUMBER);
  await expect.poll(() => crm.inspect(holdersOfFocus), PATIENCE).toEqual({ top: true, inner: false });

  // Beside the words, where nothing takes the click but the frame.
  const box = await boxOfText(crm, '+1 415-555-0163');
  await crm.click({ x: box.x - 3, y: box.y + box.height / 2 });
  await expect.poll(() => crm.inspect(() => document.activeElement?.localName), PATIENCE).toBe('iframe');
  await desk.firefox.chrome.strike(NEXT_NUMBER);
  await expect.poll(() => crm.inspect(holdersOfFocus), PATIENCE).toEqual({ top: false, inner: true });
});

async function pressInPopup(firefox: Firefox, name: string): Promise<void> {
  const popup = await openToolbarPopup(firefox);
  await popup.press(name);
  await popup.close();
}

async function labelsOf(tab: Tab): Promise<readonly string[]> {
  return (await pageButtons(tab)).map(({ label }) => label);
}

function middleOfPage(): Point {
  return { x: innerWidth / 2, y: innerHeight / 2 };
}

/** In which of a page and its frame Dialside's own element, beside head and body, holds the focus. */
function holdersOfFocus(): { top: boolean; inner: boolean } {
  const isHeld = (page: Document | null | undefined) =>
    page?.activeElement !== page?.body && page?.activeElement?.parentElement === page?.documentElement;
  const frame = document.querySelector('iframe');
  return { top: isHeld(document), inner: isHeld(frame?.contentDocument) };
}

/** How marked text in a table cell is drawn. */
function markOfCells(name: string): string {
  const cell = document.querySelector('td');
  return cell ? getComputedStyle(cell, `::highlight(${name})`).textDecorationLine : '';
}

for (const [name, take] of Object.entries(sites)) {
  test(name, ({ desk }) => take(createStepDesk(desk)));
}
