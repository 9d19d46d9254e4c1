import type { Page } from '@playwright/test';
import type { Desk } from './fixtures/desk.ts';
import { labels } from './fixtures/page-buttons.ts';
import { expect, test } from './fixtures/test.ts';

/** A page on which nothing changes, looked at for this long: what repeats itself at all does so within a second or two. */
const WATCHED_MS = 2_000;

/** Where a page's own script has none, all that runs is Dialside's: timers, observers, frames and messages alike begin with a call. */
interface TraceEvent {
  readonly name: string;
  readonly args?: { readonly data?: { readonly url?: string; readonly functionName?: string } };
}

/** Every call that the browser made into scripts of Dialside in pages, while `work` was done. */
async function callsDuring(desk: Desk, page: Page, work: () => Promise<unknown>): Promise<string[]> {
  const browser = desk.extension.context.browser();
  if (!browser) throw new Error('The browser takes no commands.');
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await work();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { readonly traceEvents: TraceEvent[] };
  const ours = new RegExp(`${desk.extension.id}/(?:frame|page-engine)`);
  return traceEvents
    .filter(({ name, args }) => name === 'FunctionCall' && ours.test(args?.data?.url ?? ''))
    .map(({ args }) => `${args?.data?.functionName} ${args?.data?.url}`);
}

for (const [what, file, shown] of [
  ['with numbers', 'contact.html', true],
  ['without any', 'empty.html', false],
] as const) {
  test(`in a page ${what} nothing of Dialside runs until something happens there`, async ({ desk }) => {
    await desk.signIn();
    const page = await desk.openCrm();
    await desk.enableSite(page);
    await page.route('**/empty.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><body><p>Nothing to call here</p>' }),
    );
    await page.goto(`${desk.crmUrl}/${file}`);
    if (shown) await expect.poll(() => labels(page)).not.toEqual([]);
    // What was begun comes to its end: also what looks once more after a moment.
    await page.waitForTimeout(WATCHED_MS);
    expect(await callsDuring(desk, page, () => page.waitForTimeout(WATCHED_MS))).toEqual([]);
    // And what runs would have been seen.
    const change = () => page.evaluate(() => document.body.append('Call 415-555-0132'));
    const calls = await callsDuring(desk, page, async () => {
      await change();
      await expect.poll(() => labels(page)).toContain('Call +1 415 555 0132');
    });
    expect(calls).not.toEqual([]);
  });
}
