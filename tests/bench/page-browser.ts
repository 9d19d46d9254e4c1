import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import type * as Gate from '../../lib/page/watch/candidate-watch.ts';
import { findChromium } from '../../scripts/browsers.mjs';
import type * as Bench from './page-bench-entry.ts';
import type * as Dialside from './page-dialside-entry.ts';
import type * as Peers from './page-peers-entry.ts';
import type * as Samples from './page-samples.ts';
import type * as Stamps from './page-stamps.ts';

declare global {
  /** The scripts that a benchmark runs in its pages. */
  interface Window {
    bench: typeof Bench;
    peers: typeof Peers;
    samples: typeof Samples;
    stamps: typeof Stamps;
    dialside?: typeof Dialside;
    gate?: typeof Gate;
  }
}

/** A blank page with nothing in it but what is measured there. */
export type OpenPage = () => Promise<Page>;

/** Runs work in a Chromium of its own, which ends with it. Each page has a process of its own. */
export async function withBrowser<T>(work: (open: OpenPage, browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
  try {
    return await work(async () => {
      const page = await browser.newPage({ viewport: { width: 1200, height: 1500 } });
      await page.goto('about:blank');
      await page.setContent('<!doctype html><title>bench</title><body></body>');
      return page;
    }, browser);
  } finally {
    await browser.close();
  }
}

/** A script for a page, as a release has it: one file, minified. Its exports are a global of that name. */
export async function bundle(entry: string, globalName: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName,
    target: 'es2022',
  });
  const code = outputFiles[0]?.text;
  if (code === undefined) throw new Error(`nothing was bundled from ${entry}`);
  return code;
}

/** Runs a script in a page and leaves no element of it: an extension's has none either, which the page's reader would read. */
export async function runScript(page: Page, content: string): Promise<void> {
  await page.evaluate((code) => {
    const script = document.createElement('script');
    script.textContent = code;
    document.head.append(script);
    script.remove();
  }, content);
}

/** Bytes that a page's scripts and the browser's objects for them hold, once all garbage is collected. */
export async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
