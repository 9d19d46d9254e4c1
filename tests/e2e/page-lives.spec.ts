import type { Page } from '@playwright/test';
import type { Desk } from './fixtures/desk.ts';
import { buttonBeside, labels, pressButtonBeside } from './fixtures/page-buttons.ts';
import { expect, test } from './fixtures/test.ts';

/** How pages begin, go on and end in ways of their own: policies, frames, documents written anew, history. */

const STRICT = "default-src 'none'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** An agent's CRM, enabled, with a page of the test's own in it. */
async function openOwnPage(desk: Desk, html: string, headers: Record<string, string> = {}): Promise<Page> {
  await desk.signIn();
  const page = await desk.openCrm('edit.html');
  await desk.enableSite(page);
  await servePage(page, `${desk.crmUrl}/own.html`, html, headers);
  await page.goto(`${desk.crmUrl}/own.html`);
  return page;
}

async function servePage(page: Page, url: string, html: string, headers: Record<string, string> = {}): Promise<void> {
  const body = `<!doctype html><meta charset="utf-8"><title>Own</title><body>${html}</body>`;
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body, headers }));
}

/** Dialside's elements in the document of the page: one, whatever happened to it. */
const hosts = (page: Page) => page.evaluate(() => document.documentElement.children.length - 2);

test('a page with the strictest content policy and Trusted Types is served, and its policy not broken', async ({
  desk,
}) => {
  const page = await openOwnPage(desk, '<p>Call 415-555-0132</p>', { 'content-security-policy': STRICT });
  const refusals: string[] = [];
  page.on('console', (message) => refusals.push(message.text()));
  await pressButtonBeside(page, '415-555-0132');
  await desk.expectDialRequests(1);
  expect(refusals.filter((text) => /policy|trusted/i.test(text))).toEqual([]);
});

test('a document that a script opens and writes anew has buttons for what it says then', async ({ desk }) => {
  const page = await openOwnPage(desk, '<p>Call 415-555-0132</p>');
  await buttonBeside(page, '415-555-0132');
  await page.evaluate(() => {
    document.open();
    document.write('<!doctype html><title>New</title><body><p>Call 206-555-0147</p>');
    document.close();
  });
  await buttonBeside(page, '206-555-0147');
  await expect.poll(() => labels(page)).toEqual(['Call +1 206 555 0147']);
  expect(await hosts(page)).toBe(1);
  await pressButtonBeside(page, '206-555-0147');
  await expect.poll(() => desk.dialRequests().length).toBe(1);
});

test('going back and forth shows the buttons of the page that is there', async ({ desk }) => {
  const page = await openOwnPage(desk, '<p>Call 415-555-0132</p>');
  await servePage(page, `${desk.crmUrl}/other.html`, '<p>Call 206-555-0147</p>');
  await page.goto(`${desk.crmUrl}/other.html`);
  await buttonBeside(page, '206-555-0147');
  await page.goBack();
  await buttonBeside(page, '415-555-0132');
  await expect.poll(() => labels(page)).toEqual(['Call +1 415 555 0132']);
  await page.goForward();
  await buttonBeside(page, '206-555-0147');
  await expect.poll(() => labels(page)).toEqual(['Call +1 206 555 0147']);
  expect(await hosts(page)).toBe(1);
});

test('a route change by the history API takes the old buttons and brings the new', async ({ desk }) => {
  const page = await openOwnPage(desk, '<p>Call 415-555-0132</p>');
  await buttonBeside(page, '415-555-0132');
  await page.evaluate(() => {
    history.pushState(null, '', '/contacts/2');
    document.body.innerHTML = '<p>Call 206-555-0147</p>';
    addEventListener('popstate', () => {
      document.body.innerHTML = '<p>Call 303-555-0118</p>';
    });
  });
  await expect.poll(() => labels(page)).toEqual(['Call +1 206 555 0147']);
  await page.evaluate(() => history.back());
  await expect.poll(() => labels(page)).toEqual(['Call +1 303 555 0118']);
});

test('frames of the site and frames written inline have buttons of their own; a frame of another site has none', async ({
  desk,
}) => {
  const other = desk.crm.url;
  const frames = `<p>Call 415-555-0132</p>
    <iframe srcdoc="<p>Call 206-555-0147</p>"></iframe><iframe src="/inner.html"></iframe><iframe src="${other}/inner.html"></iframe>`;
  await desk.signIn();
  const page = await desk.openCrm('edit.html');
  await desk.enableSite(page);
  await servePage(page, `${desk.crmUrl}/own.html`, frames);
  await servePage(page, `${desk.crmUrl}/inner.html`, '<p>Call 303-555-0118</p>');
  await servePage(page, `${other}/inner.html`, '<p>Call 617-555-0145</p>');
  await page.goto(`${desk.crmUrl}/own.html`);
  await expect
    .poll(async () => (await labels(page)).sort())
    .toEqual(['Call +1 206 555 0147', 'Call +1 303 555 0118', 'Call +1 415 555 0132']);
  const foreign = page.frames().find((frame) => frame.url().startsWith(other));
  expect(await foreign?.evaluate(() => document.documentElement.children.length)).toBe(2);
});

test('frames in frames, and empty ones that a script fills, have buttons of their own', async ({ desk }) => {
  await desk.signIn();
  const page = await desk.openCrm('edit.html');
  await desk.enableSite(page);
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
  const page = await openOwnPage(desk, html);
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
