import type { Page } from '@playwright/test';
import { MARK_NAME } from '../../lib/page/overlay/marks.ts';
import { readContacts } from '../pages/demo-crm/server.ts';
import { labels, pointAt } from './fixtures/page-buttons.ts';
import { expect, test } from './fixtures/test.ts';
import { openToolbarPopup } from './fixtures/toolbar-popup.ts';

const NUMBER = '(415) 555-0132';
const LABEL = 'Call +1 415 555 0132';
const ALL = (await readContacts()).length;

/** What a page shows: numbers marked, buttons while nothing is pointed at, and at the number that is. */
interface Shown {
  readonly marks: number;
  readonly atRest: number;
  readonly pointedAt: boolean;
}

const MODES: readonly (readonly [entry: string, shown: Shown])[] = [
  ['Never, mark numbers only', { marks: ALL, atRest: 0, pointedAt: false }],
  ['When I point at a number', { marks: ALL, atRest: 0, pointedAt: true }],
  ['Always, where there is room', { marks: ALL, atRest: ALL, pointedAt: true }],
];

/** What the browser paints as marks is told to every script of the page. */
function marksOf(page: Page): Promise<number> {
  return page.evaluate((name) => CSS.highlights.get(name)?.size ?? 0, MARK_NAME);
}

async function shownOn(page: Page): Promise<Shown> {
  await page.mouse.move(4, 4);
  await page.waitForTimeout(500);
  const [marks, { length: atRest }] = [await marksOf(page), await labels(page)];
  await pointAt(page, NUMBER, null);
  await page.waitForTimeout(500);
  return { marks, atRest, pointedAt: (await labels(page)).includes(LABEL) };
}

test('how numbers are shown on a site is chosen in the popup, and seen on its open pages', async ({ desk }) => {
  await desk.signIn();
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await expect.poll(() => marksOf(crm)).toBe(ALL);
  for (const [entry, shown] of MODES) {
    const popup = await openToolbarPopup(desk.extension, crm);
    await popup.choose('Buttons here', entry);
    await popup.close();
    await expect.poll(() => shownOn(crm), { message: entry }).toEqual(shown);
  }
  // And none where the site's switch is off.
  await desk.disableSite(crm);
  await expect.poll(() => shownOn(crm)).toEqual({ marks: 0, atRest: 0, pointedAt: false });
});

test('a page that comes later shows numbers as was chosen for its site, until the options decide again', async ({
  desk,
}) => {
  await desk.signIn();
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  const first = await openToolbarPopup(desk.extension, crm);
  await first.choose('Buttons here', 'Never, mark numbers only');
  await first.close();
  await expect.poll(() => labels(crm)).toEqual([]);
  await crm.reload();
  await expect.poll(() => shownOn(crm)).toEqual({ marks: ALL, atRest: 0, pointedAt: false });
  const second = await openToolbarPopup(desk.extension, crm);
  await second.choose('Buttons here', 'As in the options');
  await second.close();
  await expect.poll(() => shownOn(crm)).toEqual({ marks: ALL, atRest: ALL, pointedAt: true });
});
