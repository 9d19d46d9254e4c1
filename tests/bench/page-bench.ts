import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import type { watchForCandidates } from '../../lib/page/candidate-watch.ts';
import { findChromium } from '../../scripts/browsers.mjs';
import { type Benchmark, type BenchmarkRow, median } from './benchmark.ts';
import type * as Inside from './page-bench-entry.ts';

declare global {
  interface Window {
    bench: typeof Inside;
    gate?: { watchForCandidates: typeof watchForCandidates };
  }
}

const ENTRY = fileURLToPath(new URL('./page-bench-entry.ts', import.meta.url));
const GATE = fileURLToPath(new URL('../../lib/page/candidate-watch.ts', import.meta.url));

/** The page work in a real Chromium, each figure beside the physical floor or the bar it is held to. */
export async function run(): Promise<Benchmark> {
  const code = await bundle(ENTRY, 'bench');
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--js-flags=--expose-gc'],
  });
  try {
    const open = async () => {
      const page = await browser.newPage({ viewport: { width: 1200, height: 1500 } });
      await page.goto('about:blank');
      await page.setContent('<!doctype html><title>bench</title><body></body>');
      return page;
    };
    const rows = [
      ...(await scanRows(await open(), code)),
      ...(await stormRows(await open(), code)),
      ...(await scrollRows(await open(), code)),
      ...(await frameRows(open)),
      { what: 'gate bundle, minified', value: kilobytes(await bundle(GATE, 'gate')), unit: 'kB', bar: 16 },
    ];
    return { name: 'page', rows };
  } finally {
    await browser.close();
  }
}

async function bundle(entry: string, globalName: string): Promise<string> {
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

async function scanRows(page: Page, code: string): Promise<BenchmarkRow[]> {
  await page.addScriptTag({ content: code });
  const result = await page.evaluate(async () => {
    const { bench } = window;
    const longTasks: number[] = [];
    bench.showTable(100_000);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300)));
    new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
    });
    const walks: number[] = [];
    const totals: number[] = [];
    const longest: number[] = [];
    let found = 0;
    for (let round = 0; round < 7; round++) {
      for (let walk = 0; walk < 3; walk++) walks.push(bench.bareWalkMs());
      bench.takeStamps();
      const ended = bench.start();
      await new Promise((resolve) => setTimeout(resolve, 700));
      const { slices, frames } = bench.takeStamps();
      totals.push(slices.reduce((sum, ms) => sum + ms, 0));
      longest.push(Math.max(...slices, ...frames));
      found = bench.countNumbers();
      ended.abort();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return { walks, totals, longest, longTasks, found };
  });
  if (result.found !== 1000) throw new Error(`the scan found ${result.found} of 1000 numbers`);
  const walk = median(result.walks);
  const total = median(result.totals);
  return [
    { what: 'bare walk, 100 000 texts', value: walk, unit: 'ms' },
    { what: 'scan, 100 000 texts', value: total, unit: 'ms', against: 'bare walk', ratio: total / walk, bar: 3 * walk },
    { what: 'scan, longest block', value: median(result.longest), unit: 'ms', bar: 8 },
    { what: 'scan, long tasks', value: result.longTasks.length, unit: 'tasks', bar: 0 },
  ];
}

async function stormRows(page: Page, code: string): Promise<BenchmarkRow[]> {
  await page.addScriptTag({ content: code });
  const stamps = await page.evaluate(async () => {
    const { bench } = window;
    bench.start();
    await new Promise((resolve) => setTimeout(resolve, 200));
    bench.takeStamps();
    await bench.storm();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { ...bench.takeStamps(), found: bench.countNumbers() };
  });
  if (stamps.found !== 50) throw new Error(`the storm left ${stamps.found} of 50 numbers`);
  return [
    { what: 'storm of 10 000 nodes, largest callback', value: Math.max(...stamps.observer), unit: 'ms', bar: 3 },
    {
      what: 'storm of 10 000 nodes, longest block',
      value: Math.max(...stamps.slices, ...stamps.frames),
      unit: 'ms',
      bar: 8,
    },
  ];
}

async function scrollRows(page: Page, code: string): Promise<BenchmarkRow[]> {
  await page.addScriptTag({ content: code });
  const result = await page.evaluate(async () => {
    const { bench } = window;
    bench.showList();
    bench.start();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const perFrame: number[] = [];
    bench.takeStamps();
    for (let step = 0; step < 150; step++) {
      scrollBy(0, 37);
      await new Promise((resolve) => setTimeout(resolve, 20));
      perFrame.push(bench.takeStamps().frames.reduce((sum, ms) => sum + ms, 0));
    }
    for (let wait = 0; wait < 100 && bench.drawnButtons().count < 59; wait++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const drawn = bench.drawnButtons();
    const { listeners } = bench.takeStamps();
    await new Promise((resolve) => setTimeout(resolve, 300));
    bench.takeStamps();
    return { perFrame, drawn, listeners };
  });
  await page.waitForTimeout(1500);
  const { wakes } = await page.evaluate(() => window.bench.takeStamps());
  if (result.drawn.count < 55) throw new Error(`only ${result.drawn.count} buttons for 60 numbers in sight`);
  return [
    { what: 'scroll, 1000 numbers, script per frame', value: median(result.perFrame), unit: 'ms', bar: 1 },
    { what: 'scroll, buttons off their place at rest', value: result.drawn.worstPx, unit: 'px', bar: 2 },
    { what: 'listeners', value: result.listeners, unit: '', bar: 20 },
    { what: 'wake-ups while idle, 1.5 s', value: wakes, unit: '', bar: 0 },
  ];
}

/** What the gate leaves in a frame without a number, beyond what the same steps leave there without it. */
async function frameRows(open: () => Promise<Page>): Promise<BenchmarkRow[]> {
  const [bare, gated] = [
    await heapAfter(await open(), 'var gate'),
    await heapAfter(await open(), await bundle(GATE, 'gate')),
  ];
  return [{ what: 'heap of a frame without numbers', value: (gated - bare) / 1024, unit: 'kB', bar: 300 }];
}

async function heapAfter(page: Page, script: string): Promise<number> {
  await page.evaluate(() => {
    document.body.innerHTML = '<p>Nothing to see</p>'.repeat(5000);
  });
  await page.addScriptTag({ content: script });
  await page.evaluate(async () => {
    window.gate?.watchForCandidates(
      document,
      new AbortController().signal,
      () => {},
      (text) => text.includes('7'),
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

function kilobytes(code: string): number {
  return Buffer.byteLength(code) / 1024;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table((await run()).rows);
