import type { Buffer } from 'node:buffer';
import { writeFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';

export type ColorScheme = 'light' | 'dark';

/** What both stores take; Mozilla's shows other sizes, too. */
export const STORE_SIZE = { width: 1280, height: 800 } as const;
const PANEL_WIDTH = 360;

/** A page alone, as large as a store wants it. */
export async function takeWhole(page: Page, scheme: ColorScheme): Promise<Buffer> {
  await page.setViewportSize(STORE_SIZE);
  return take(page, scheme);
}

/** A page with the side panel beside it, as a browser shows them: two pictures, because no page shows both. */
export async function takeBeside(
  context: BrowserContext,
  page: Page,
  panel: Page,
  scheme: ColorScheme,
): Promise<Buffer> {
  const { width, height } = STORE_SIZE;
  await page.setViewportSize({ width: width - PANEL_WIDTH - 1, height });
  await panel.setViewportSize({ width: PANEL_WIDTH, height });
  const left = await take(page, scheme);
  const right = await take(panel, scheme);
  const both = await context.newPage();
  await both.setViewportSize(STORE_SIZE);
  const line = scheme === 'light' ? '#c9ced6' : '#4a515b';
  await both.setContent(
    `<style>body { margin: 0; display: flex; gap: 1px; background: ${line} }</style>${[left, right]
      .map((picture) => `<img alt="" src="data:image/png;base64,${picture.toString('base64')}">`)
      .join('')}`,
  );
  const picture = await both.screenshot();
  await both.close();
  return picture;
}

/** Both colours of one picture, as `name-light.png` and `name-dark.png`. */
export async function writeBoth(
  folder: string,
  name: string,
  shoot: (scheme: ColorScheme) => Promise<Buffer>,
): Promise<void> {
  for (const scheme of ['light', 'dark'] as const)
    await writeFile(`${folder}${name}-${scheme}.png`, await shoot(scheme));
}

async function take(page: Page, colorScheme: ColorScheme): Promise<Buffer> {
  await page.bringToFront();
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // Marks and buttons follow the new size within a few frames.
  await page.waitForTimeout(600);
  const picture = await page.screenshot();
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return picture;
}
