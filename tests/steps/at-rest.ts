import { deepEqual, notDeepEqual, ok } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../patience.ts';
import { withPages } from './own-pages.ts';
import type { StepDesk, StepPage, Steps } from './step-desk.ts';

/** A page on which nothing changes, looked at for this long: what repeats itself at all does so within a second or two. */
const WATCHED_MS = 2_000;

/** Timers, observers, frames and messages alike begin with a call into the script. */
export const atRest: Steps = {
  async 'in a page with numbers nothing of Dialside runs until something happens there'(desk) {
    const page = await openEnabled(desk);
    await page.goto(`${desk.crmUrl}/contact.html`);
    await eventually(async () => notDeepEqual(await page.labels(), []));
    await expectRest(page);
  },

  'in a page without any nothing of Dialside runs until something happens there': (desk) =>
    withPages(async (pages) => {
      pages.publish('/empty.html', '<p>Nothing to call here</p>');
      const page = await openEnabled(desk);
      await page.goto(pages.url('/empty.html'));
      await expectRest(page);
    }),
};

async function openEnabled(desk: StepDesk): Promise<StepPage> {
  await desk.signIn();
  const page = await desk.openCrm();
  await desk.enableSite(page);
  return page;
}

async function expectRest(page: StepPage): Promise<void> {
  // What was begun comes to its end: also what looks once more after a moment.
  await sleep(WATCHED_MS);
  deepEqual(await page.callsDuring(() => sleep(WATCHED_MS)), []);
  // And what runs would have been seen.
  const calls = await page.callsDuring(async () => {
    await page.evaluate(() => document.body.append('Call 415-555-0199'));
    await eventually(async () => ok((await page.labels()).includes('Call +1 415 555 0199')));
  });
  notDeepEqual(calls, []);
}
