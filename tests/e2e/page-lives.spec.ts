import type { Page } from '@playwright/test';
import { pageLives } from '../steps/page-lives.ts';
import type { Desk } from './fixtures/desk.ts';
import { buttonBeside, labels } from './fixtures/page-buttons.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';

/** As the browser of a person does: only so a page comes back whole. */
test.use({ keepsPages: true });

/** What the test does itself at the end, and what the browser asks of every page. */
const OF_THE_TEST = /last\.png|favicon\.ico/;

for (const [name, take] of Object.entries(pageLives)) {
  test(name, async ({ desk }) => {
    // What Dialside breaks in its own world the browser reports to no page, and says in the console, from the page's first moment on.
    const said: string[] = [];
    desk.extension.context.on('console', (message) => said.push(message.text()));
    await take(createStepDesk(desk));
    expect(said.filter((text) => /policy|trusted/i.test(text) && !OF_THE_TEST.test(text))).toEqual([]);
  });
}

/** An agent's CRM, enabled. */
async function openEnabled(desk: Desk): Promise<Page> {
  await desk.signIn();
  const page = await desk.openCrm('edit.html');
  await desk.enableSite(page);
  return page;
}

async function servePage(page: Page, url: string, html: string): Promise<void> {
  const body = `<!doctype html><meta charset="utf-8"><title>Own</title><body>${html}</body>`;
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body }));
}

test('frames in frames, and empty ones that a script fills, have buttons of their own', async ({ desk }) => {
  const page = await openEnabled(desk);
  await servePage(page, `${desk.crmUrl}/own.html`, '<iframe src="/outer.html"></iframe><iframe id="empty"></iframe>');
  await servePage(page, `${desk.crmUrl}/outer.html`, '<p>Call 415-555-0132</p><iframe src="/inner.html"></iframe>');
  await servePage(page, `${desk.crmUrl}/inner.html`, '<p>Call 303-555-0118</p>');
  await page.goto(`${desk.crmUrl}/own.html`);
  await page.evaluate(() => {
    const empty = document.querySelector('iframe#empty');
    const inner = empty instanceof HTMLIFrameElement ? empty.contentDocument : null;
    if (inner) inner.body.innerHTML = '<p>Call 206-555-0147</p>';
  });
  await expect
    .poll(async () => (await labels(page)).sort())
    .toEqual(['Call +1 206 555 0147', 'Call +1 303 555 0118', 'Call +1 415 555 0132']);
});

test('what is printed is the page', async ({ desk }) => {
  const html = '<p>Call 415-555-0132</p>';
  const page = await openEnabled(desk);
  await servePage(page, `${desk.crmUrl}/own.html`, html);
  await page.goto(`${desk.crmUrl}/own.html`);
  await buttonBeside(page, '415-555-0132');
  const shown = await page.screenshot();
  // The debugger's look at the buttons would end this again: nothing comes between it and the picture.
  await page.emulateMedia({ media: 'print' });
  const printed = await page.screenshot();
  const plain = await desk.extension.context.newPage();
  await servePage(plain, `${desk.crm.url}/own.html`, html);
  await plain.goto(`${desk.crm.url}/own.html`);
  await plain.emulateMedia({ media: 'print' });
  const without = await plain.screenshot();
  expect(printed.equals(without)).toBe(true);
  expect(shown.equals(without)).toBe(false);
});
