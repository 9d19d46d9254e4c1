import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium } from '../../../scripts/browsers.mjs';
import { bundle, runScript } from '../../bench/page-browser.ts';

/** The page side alone in a Chromium that keeps pages for going back, which test browsers are told not to do. */

const PAGE = '<!doctype html><meta charset="utf-8"><title>Page</title><p>Call 415-237-1137</p>';

const server = createServer((_, response) => {
  response.setHeader('content-type', 'text/html');
  response.end(PAGE);
});
let browser: Browser;
let origin = '';
let code = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  code = await bundle(fileURLToPath(new URL('../../bench/page-dialside-entry.ts', import.meta.url)), 'dialside');
  const executablePath = findChromium();
  browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  server.close();
});

const lastFound = (page: Page) => page.evaluate(() => window.dialside?.lastFound);

it('goes on in a page that the browser has kept and brings back', { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/one`);
  await runScript(page, code);
  await expect.poll(() => lastFound(page), { timeout: 20_000 }).toBe('+14152371137');
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => {
      document.title = persisted ? 'kept' : 'new';
    });
  });
  await page.goto(`${origin}/two`);
  expect(await lastFound(page)).toBeUndefined();
  await page.goBack({ waitUntil: 'commit' });
  await expect.poll(() => page.title(), { timeout: 20_000 }).toBe('kept');
  await page.evaluate(() => document.body.append('Call 206-555-0147'));
  await expect.poll(() => lastFound(page), { timeout: 20_000 }).toBe('+12065550147');
});
