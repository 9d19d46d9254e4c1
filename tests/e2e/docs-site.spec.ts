import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/browsers.mjs';
import { PAGES } from '../../scripts/site/navigation.ts';
import { renderSite } from '../../scripts/site/render-site.ts';
import { serveSite } from '../../scripts/site/serve-site.ts';
import { expect, test } from './fixtures/test.ts';

/** The documentation as people read it: in every colour and width, by keyboard, with its search, and from its own server alone. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// One browser and one site, rendered once, for all of them.
test.describe.configure({ mode: 'default' });

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;

test.beforeAll(async () => {
  const rendered = renderSite();
  site = await serveSite(() => rendered, 0);
  const executablePath = findChromium();
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
});

test.afterAll(async () => {
  await browser.close();
  site.server.close();
});

async function open(path: string, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  await page.goto(`${site.url}${path}.html`);
  return page;
}

/** Evaluated, because the policy of the pages lets no other script in. */
async function violations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') };
    const found = await axe.run(document, only ? { runOnly: [...only] } : {});
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, rules);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`can be read by everybody, ${colorScheme}`, async () => {
    for (const path of ['index', 'policy', 'states', 'troubleshooting']) {
      const page = await open(path, 1280, colorScheme);
      // In the dark nothing but the colours is another.
      const rules = colorScheme === 'dark' ? ['color-contrast'] : undefined;
      expect(await violations(page, rules), path).toEqual([]);
      await page.close();
    }
  });
}

test('fits a width of 320 pixels, as of a page at 400 %', async () => {
  const page = await open('index', 320);
  for (const { path } of PAGES) {
    await page.goto(`${site.url}${path}.html`, { waitUntil: 'domcontentloaded' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
  await page.close();
});

test('is found by its search, by keyboard alone', async () => {
  const page = await open('index');
  await page.getByRole('searchbox').press('Escape');
  await page.keyboard.type('not paused manual');
  await expect(page.getByRole('status')).toHaveText(/found/);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('list', { name: 'Found' }).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/index\.html/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.close();
});

test('asks no other server for anything, and breaks no rule of its own', async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  for (const path of ['index', 'states']) await page.goto(`${site.url}${path}.html`);
  await page.getByRole('searchbox').fill('dial');
  await expect(page.getByRole('status')).toHaveText(/found/);
  expect(asked.filter((url) => !url.startsWith(site.url))).toEqual([]);
  expect(asked.some((url) => url.endsWith('/search.json'))).toBe(true);
  expect(said).toEqual([]);
  await page.close();
});
