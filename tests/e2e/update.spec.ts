import type { Page } from '@playwright/test';
import { reloadExtension } from './fixtures/extension.ts';
import { buttonBeside, pageButtons, pressButtonBeside } from './fixtures/page-buttons.ts';
import { expect, testInOwnBrowser as test } from './fixtures/test.ts';

const NUMBER = '(415) 555-0132';

/** Dialside's elements in the document of the page. */
const hosts = (page: Page) => page.evaluate(() => document.documentElement.children.length - 2);

test('an update in the middle of a call takes over in open tabs, and leaves nothing of the old version there', async ({
  desk,
}) => {
  await desk.openAgentScreen();
  const popup = await desk.signIn();
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  const errors: string[] = [];
  crm.on('pageerror', (error) => errors.push(error.message));
  await pressButtonBeside(crm, NUMBER);
  await popup.expectStage('Talking');
  await crm.evaluate(() => document.documentElement.lastElementChild?.setAttribute('data-old', ''));
  const buttons = (await pageButtons(crm)).length;

  await reloadExtension(desk.extension);
  const old = () => crm.locator('[data-old]').count();
  await expect.poll(async () => [await old(), await hosts(crm)]).toEqual([0, 1]);
  await buttonBeside(crm, NUMBER);
  await expect.poll(async () => (await pageButtons(crm)).length).toBe(buttons);

  const again = await desk.signIn();
  await again.expectText('Talking');
  expect(desk.dialRequests()).toHaveLength(1);
  expect(errors).toEqual([]);
});
