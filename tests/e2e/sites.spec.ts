import type { Frame } from '@playwright/test';
import { readContacts } from '../pages/demo-crm/server.ts';
import { sites } from '../steps/sites.ts';
import { chooseFromMenu, pressCommand } from './fixtures/context-menu.ts';
import { aim, buttonBeside, labels, menuEntry, pageButtons, pointAt, press } from './fixtures/page-buttons.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';
import { openToolbarPopup } from './fixtures/toolbar-popup.ts';

test('a page of a site that is not enabled has nothing of Dialside in it', async ({ desk }) => {
  const crm = await desk.openCrm();
  const elements = await crm.evaluate(() => document.documentElement.children.length);
  expect(elements).toBe(2);
  expect(await pageButtons(crm)).toEqual([]);
});

test('enabling a site shows buttons in every open tab of it, without a reload', async ({ desk }) => {
  await desk.signIn();
  const [first, second] = [await desk.openCrm(), await desk.openCrm('board.html')];
  await desk.enableSite(first);
  for (const { phone } of await readContacts()) await buttonBeside(first, phone);
  await buttonBeside(second, '604.555.0121');
});

/** Numbers within a sentence leave no room for a button: it comes when the pointer does. */
const IN_NOTES = [
  { text: '555-0174', within: 'page', label: 'Call +1 415 555 0174' },
  { text: '+1 (628) 555-0116', within: 'page', label: 'Call +1 628 555 0116, extension 22' },
  { text: 'call-back line', within: 'page', label: 'Call +1 415 555 0158' },
  { text: '+1 415-555-0163', within: 'frame', label: 'Call +1 415 555 0163' },
] as const;

test('numbers in sentences, links and frames have a button where the pointer is', async ({ desk }) => {
  await desk.signIn();
  const crm = await desk.openCrm('contact.html');
  await desk.enableSite(crm);
  await buttonBeside(crm, '(415) 555-0132');
  for (const { text, within, label } of IN_NOTES) {
    await pointAt(crm, text, within === 'frame' ? crm.frameLocator('iframe').owner() : null);
    await expect.poll(() => labels(crm), `a button for ${text}`).toContain(label);
  }
});

test('what the agent says is no phone number has no button on any page of the site, until the options say otherwise', async ({
  desk,
}) => {
  const panel = await desk.signIn();
  const [crm, other] = [await desk.openCrm(), await desk.openCrm()];
  await desk.enableSite(crm);
  await buttonBeside(other, '(415) 555-0132');
  await crm.bringToFront();
  await aim(crm, await buttonBeside(crm, '(415) 555-0132'));
  await crm.mouse.down({ button: 'right' });
  await crm.mouse.up({ button: 'right' });
  await press(crm, await menuEntry(crm, 'Not a phone number'));
  // As long as the agent stays there it can be taken back.
  await crm.mouse.click(8, 8);
  for (const page of [crm, other]) {
    // The page is read anew.
    const { length } = await readContacts();
    const isDenied = (all: readonly string[]) => all.length === length - 1 && !all.includes('Call +1 415 555 0132');
    await expect.poll(async () => isDenied(await labels(page))).toBe(true);
  }
  await panel.page.goto(desk.extension.url('options.html'));
  await panel.page.getByRole('button', { name: /^Remove .*555-0132.* on / }).click();
  await buttonBeside(other, '(415) 555-0132');
  await desk.expectDialRequests(0);
});

test('the popup leads to the side panel, which stays open beside the page', async ({ desk }) => {
  await desk.signIn();
  const crm = await desk.openCrm();
  const popup = await openToolbarPopup(desk.extension, crm);
  // The foot of the popup stays where it is from then on.
  await popup.expectText(`On ${new URL(desk.crmUrl).hostname}`);
  await popup.press('Keep open beside the page');
  const session = await desk.extension.context.newCDPSession(crm);
  const targets = async () => (await session.send('Target.getTargets')).targetInfos.map(({ url }) => url);
  await expect.poll(targets).toContain(desk.extension.url('sidepanel.html'));
});

test('the popup is drawn once it knows the page in front, and nothing in it jumps', async ({ desk }) => {
  const { page } = await desk.signIn();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const panel = document.querySelector('main.panel');
      if (!panel) return;
      document.documentElement.dataset.firstDrawn = panel.querySelector('.sites') ? 'whole' : 'in parts';
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-first-drawn', 'whole');
});

test('disabling a site takes the buttons away again', async ({ desk }) => {
  await desk.signIn();
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await buttonBeside(crm, '(415) 555-0132');
  await desk.disableSite(crm);
  await expect.poll(() => pageButtons(crm)).toEqual([]);
  expect(await crm.evaluate(() => document.documentElement.children.length)).toBe(2);
});

test('"on all sites" reaches a site that was never named, until that one is turned off', async ({ desk }) => {
  await desk.signIn();
  const crm = await desk.openCrm();
  const other = await desk.extension.context.newPage();
  await other.goto(desk.crm.url);
  const popup = await openToolbarPopup(desk.extension, crm);
  await popup.turn('On all sites', 'on');
  await popup.close();
  await buttonBeside(crm, '(415) 555-0132');
  await buttonBeside(other, '(415) 555-0132');
  // The switch of the site in front.
  await desk.disableSite(crm);
  await expect.poll(() => pageButtons(crm)).toEqual([]);
  expect((await pageButtons(other)).length).toBeGreaterThan(0);
  await crm.reload();
  await crm.waitForTimeout(1000);
  expect(await pageButtons(crm)).toEqual([]);
  await desk.enableSite(crm);
  await buttonBeside(crm, '(415) 555-0132');
});

test('turning "on all sites" off takes the buttons away and leaves the agent signed in', async ({ desk }) => {
  const panel = await desk.signIn();
  const crm = await desk.openCrm();
  for (const isOn of [true, false]) {
    const popup = await openToolbarPopup(desk.extension, crm);
    await popup.press('On all sites');
    await expect.poll(async () => (await pageButtons(crm)).length > 0).toBe(isOn);
    await popup.close();
  }
  // Chrome would take the dialer's permission along with that of all sites, and the agent would be signed out.
  await crm.waitForTimeout(1000);
  await panel.expectSignedIn();
  await panel.press('Go ready');
  await expect.poll(() => desk.dialer.log.requests({ function: 'external_pause' }).length).toBe(1);
});

test('"find numbers here once" needs no permission and lasts no longer than the page', async ({ desk }) => {
  await desk.signIn();
  const crm = await desk.openCrm();
  const popup = await openToolbarPopup(desk.extension, crm);
  await popup.press('Find numbers here once');
  await popup.close();
  await buttonBeside(crm, '(415) 555-0132');
  await crm.goto(`${desk.crmUrl}/board.html`);
  await crm.waitForTimeout(1000);
  expect(await pageButtons(crm)).toEqual([]);
});

test('a site that is turned off keeps no button of a page that was asked for once', async ({ desk }) => {
  await desk.signIn();
  const crm = await desk.openCrm();
  const popup = await openToolbarPopup(desk.extension, crm);
  await popup.press('Find numbers here once');
  await popup.close();
  await buttonBeside(crm, '(415) 555-0132');
  // On, and off again.
  await desk.enableSite(crm);
  await desk.disableSite(crm);
  await expect.poll(() => pageButtons(crm)).toEqual([]);
});

test('the agent screen is never read for numbers, also where somebody asks for it', async ({ desk }) => {
  const { page: screen } = await desk.openAgentScreen();
  await desk.signIn();
  await screen.bringToFront();
  // In sight, with room beside it.
  await screen.evaluate(() => document.body.prepend('Call (415) 555-0132'));
  await chooseFromMenu(desk.extension, { menuItemId: 'findOnce' });
  await screen.waitForTimeout(1000);
  expect(await pageButtons(screen)).toEqual([]);
  expect(await screen.evaluate(() => document.documentElement.children.length)).toBe(2);
});

test('a view that draws itself anew keeps a button at each number', async ({ desk }) => {
  await desk.signIn();
  const crm = await desk.openCrm('board.html');
  await desk.enableSite(crm);
  for (let drawn = 0; drawn < 2; drawn += 1) {
    for (const { phone } of await readContacts()) await buttonBeside(crm, phone);
    await crm.waitForTimeout(3000);
  }
  // In the moment between a view and the next one there are none.
  const { length } = await readContacts();
  await expect.poll(async () => (await pageButtons(crm)).length).toBe(length);
});

test('the keyboard walks the numbers of the frame that the person is in, and of no other', async ({ desk }) => {
  await desk.signIn();
  const crm = await desk.openCrm('contact.html');
  await desk.enableSite(crm);
  await buttonBeside(crm, '(415) 555-0132');
  await pointAt(crm, '+1 415-555-0163', crm.frameLocator('iframe').owner());
  await expect.poll(() => labels(crm)).toContain('Call +1 415 555 0163');
  const [top, inner] = [crm.mainFrame(), crm.frames().find((frame) => frame.parentFrame() !== null)];
  if (!inner) throw new Error('The contact has no frame');
  const atDialside = (frame: Frame) =>
    frame.evaluate(
      () =>
        document.activeElement?.parentElement === document.documentElement && document.activeElement !== document.body,
    );

  await pressCommand(desk.extension, 'next-number');
  await expect.poll(() => atDialside(top)).toBe(true);
  expect(await atDialside(inner)).toBe(false);

  await inner.locator('body').click({ position: { x: 2, y: 2 } });
  await pressCommand(desk.extension, 'next-number');
  await expect.poll(() => atDialside(inner)).toBe(true);
  expect(await atDialside(top)).toBe(false);
});

for (const [name, take] of Object.entries(sites)) {
  test(name, ({ desk }) => take(createStepDesk(desk)));
}
