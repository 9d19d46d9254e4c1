import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type Benchmark, type BenchmarkRow, median, ofRounds } from './benchmark.ts';
import { bundle, heapBytes, type OpenPage, runScript, withBrowser } from './page-browser.ts';

const GATE = fileURLToPath(new URL('../../lib/page/candidate-watch.ts', import.meta.url));

/** What a page gets where nothing is measured in it. */
const NO_SCRIPT = 'var none';
const HEAP_ROUNDS = 3;

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** The page work in a real Chromium, each figure beside the physical floor or the bar it is held to. */
export async function run(): Promise<Benchmark> {
  const code = await bundle(pathOf('./page-bench-entry.ts'), 'bench');
  const rows = await withBrowser(async (open) => [
    ...(await scanRows(await open(), code)),
    ...(await stormRows(await open(), code)),
    ...(await scrollRows(await open(), code)),
    ...(await heapRows(open)),
  ]);
  const gate = { what: 'gate bundle, minified', value: kilobytes(await bundle(GATE, 'gate')), unit: 'kB', bar: 16 };
  return { name: 'page', rows: [...rows, gate] };
}

async function scanRows(page: Page, code: string): Promise<BenchmarkRow[]> {
  await runScript(page, code);
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
      await bench.pause(700);
      const { slices, frames } = bench.takeStamps();
      totals.push(slices.reduce((sum, ms) => sum + ms, 0));
      longest.push(Math.max(...slices, ...frames));
      found = bench.countNumbers();
      ended.abort();
      await bench.pause(50);
    }
    return { walks, totals, longest, longTasks, found };
  });
  if (result.found !== 1000) throw new Error(`the scan found ${result.found} of 1000 numbers`);
  const walk = median(result.walks);
  const total = ofRounds(result.totals);
  const ratio = total.value / walk;
  return [
    { what: 'bare walk, 100 000 texts', ...ofRounds(result.walks), unit: 'ms' },
    { what: 'scan, 100 000 texts', ...total, unit: 'ms', against: 'bare walk', ratio, bar: 3 * walk },
    { what: 'scan, longest block', ...ofRounds(result.longest), unit: 'ms', bar: 8 },
    { what: 'scan, long tasks', value: result.longTasks.length, unit: 'tasks', bar: 0 },
  ];
}

async function stormRows(page: Page, code: string): Promise<BenchmarkRow[]> {
  await runScript(page, code);
  const stamps = await page.evaluate(async () => {
    const { bench } = window;
    bench.start();
    await bench.pause(200);
    bench.takeStamps();
    await bench.storm();
    await bench.pause(500);
    return { ...bench.takeStamps(), found: bench.countNumbers() };
  });
  if (stamps.found !== 100) throw new Error(`the storm left ${stamps.found} of 100 numbers`);
  return [
    { what: 'storm of 10 000 texts, largest callback', value: Math.max(...stamps.observer), unit: 'ms', bar: 3 },
    {
      what: 'storm of 10 000 texts, longest block',
      value: Math.max(...stamps.slices, ...stamps.frames),
      unit: 'ms',
      bar: 8,
    },
  ];
}

async function scrollRows(page: Page, code: string): Promise<BenchmarkRow[]> {
  await runScript(page, code);
  const result = await page.evaluate(async () => {
    const { bench } = window;
    bench.showList();
    bench.start();
    await bench.pause(1500);
    const perFrame: number[] = [];
    bench.takeStamps();
    for (let step = 0; step < 150; step++) {
      scrollBy(0, 37);
      await bench.pause(20);
      perFrame.push(bench.takeStamps().frames.reduce((sum, ms) => sum + ms, 0));
    }
    for (let wait = 0; wait < 100 && bench.drawnButtons().count < 59; wait++) {
      await bench.pause(200);
    }
    const drawn = bench.drawnButtons();
    const { listeners } = bench.takeStamps();
    await bench.pause(300);
    bench.takeStamps();
    return { perFrame, drawn, listeners };
  });
  await page.waitForTimeout(1500);
  const { wakes } = await page.evaluate(() => window.bench.takeStamps());
  if (result.drawn.count < 55) throw new Error(`only ${result.drawn.count} buttons for 60 numbers in sight`);
  return [
    { what: 'scroll, 1000 numbers, script per frame', ...ofRounds(result.perFrame), unit: 'ms', bar: 1 },
    { what: 'scroll, buttons off their place at rest', value: result.drawn.worstPx, unit: 'px', bar: 2 },
    { what: 'listeners', value: result.listeners, unit: '', bar: 20 },
    { what: 'wake-ups while idle, 1.5 s', value: wakes, unit: '', bar: 0 },
  ];
}

/** What Dialside leaves in a page beyond what the same steps leave there without it. */
async function heapRows(open: OpenPage): Promise<BenchmarkRow[]> {
  const gate = await bundle(GATE, 'gate');
  const dialside = await bundle(pathOf('./page-dialside-entry.ts'), 'dialside');
  const samples = await bundle(pathOf('./page-samples.ts'), 'samples');
  const nothing: number[] = [];
  const numbers: number[] = [];
  for (let round = 0; round < HEAP_ROUNDS; round++) {
    nothing.push((await heapWithoutNumbers(await open(), gate)) - (await heapWithoutNumbers(await open(), NO_SCRIPT)));
    numbers.push(
      (await heapOfList(await open(), samples, dialside)) - (await heapOfList(await open(), samples, NO_SCRIPT)),
    );
  }
  const kilo = (values: readonly number[]) => ofRounds(values.map((bytes) => bytes / 1024));
  return [
    { what: 'heap of a frame without numbers', ...kilo(nothing), unit: 'kB', bar: 300 },
    { what: 'heap of a page with 1 000 numbers', ...kilo(numbers), unit: 'kB', bar: 2048 },
  ];
}

async function heapWithoutNumbers(page: Page, script: string): Promise<number> {
  await page.evaluate(() => {
    document.body.innerHTML = '<p>Nothing to see</p>'.repeat(5000);
  });
  await runScript(page, script);
  await page.evaluate(() => {
    window.gate?.watchForCandidates(document, new AbortController().signal, () => {});
  });
  await page.waitForTimeout(500);
  return heapBytes(page);
}

async function heapOfList(page: Page, samples: string, script: string): Promise<number> {
  await runScript(page, samples);
  await page.evaluate(() => window.samples.showList());
  await runScript(page, script);
  await page.waitForTimeout(1_500);
  const found = await page.evaluate(() => window.dialside?.lastFound);
  if (script !== NO_SCRIPT && found !== '+14152371999') throw new Error('not all of the 1000 numbers were found');
  return heapBytes(page);
}

function kilobytes(code: string): number {
  return Buffer.byteLength(code) / 1024;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table((await run()).rows);
