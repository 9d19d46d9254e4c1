import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type Benchmark, type BenchmarkRow, ofRounds } from './benchmark.ts';
import { bundle, heapBytes, type OpenPage, runScript, withBrowser } from './page-browser.ts';
import { rowsOfPart } from './page-rows.ts';

const GATE = fileURLToPath(new URL('../../lib/page/watch/candidate-watch.ts', import.meta.url));

/** What a page gets where nothing is measured in it. */
const NO_SCRIPT = 'var none';
const SCANS = 9;
const STORMS = 5;
const HEAP_ROUNDS = 3;
/** Marks and buttons come in so many frames; the browser draws as many when the page adds something itself. */
const FRAMES_OF_A_SCAN = 5;

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** The page work in a real Chromium, each figure beside the physical floor or the bar it is held to. */
export async function run(): Promise<Benchmark> {
  const code = await bundle(pathOf('./page-bench-entry.ts'), 'bench');
  const rows = await withBrowser(async (open) => [
    ...(await rowsOfPart('scan', async () => scanRows(await open(), code))),
    ...(await rowsOfPart('storm', async () => stormRows(await open(), code))),
    ...(await rowsOfPart('scroll', async () => scrollRows(await open(), code))),
    ...(await rowsOfPart('heap', () => heapRows(open))),
  ]);
  const gate = { what: 'gate bundle, minified', value: kilobytes(await bundle(GATE, 'gate')), unit: 'kB', bar: 16 };
  return { name: 'page', rows: [...rows, gate] };
}

/** Walks and scans in turns, each after the same rest: then each finds the page's objects as cold as the other. */
async function scanRows(page: Page, code: string): Promise<BenchmarkRow[]> {
  await runScript(page, code);
  const { rounds, longTasks, longTasksOfPage } = await page.evaluate(
    async ([count, frames]) => {
      const { bench } = window;
      bench.showTable(100_000);
      await bench.pause(500);
      const rounds = [];
      const tasks = bench.countLongTasks();
      for (let round = 0; round < count; round++) {
        await bench.pause(50);
        const walk = bench.bareWalkMs();
        await bench.pause(50);
        const least = bench.leastReadMs();
        await bench.pause(50);
        tasks.take();
        bench.takeStamps();
        const ended = bench.start();
        await bench.comeToRest();
        rounds.push({ walk, least, ...bench.takeStamps(), found: bench.countNumbers(), tasks: tasks.take() });
        ended.abort();
      }
      await bench.pause(300);
      tasks.take();
      await bench.addElements(frames);
      return { rounds, longTasks: rounds.map((round) => round.tasks), longTasksOfPage: tasks.take() };
    },
    [SCANS, FRAMES_OF_A_SCAN] as const,
  );
  for (const { found } of rounds) if (found !== 1000) throw new Error(`the scan found ${found} of 1000 numbers`);
  const walk = ofRounds(rounds.map((round) => round.walk));
  const totals = rounds.map(({ slices }) => sum(slices));
  const times = rounds.map((round) => sum(round.slices) / round.walk);
  return [
    { what: 'bare walk, 100 000 texts', ...walk, unit: 'ms' },
    {
      what: 'least: walk, and each text looked through for a digit',
      ...ofRounds(rounds.map(leastShare)),
      unit: 'times',
      against: 'bare walk',
    },
    { what: 'scan, 100 000 texts', ...ofRounds(totals), unit: 'ms' },
    { what: 'scan, share of the walk of its round', ...ofRounds(times), unit: 'times', against: 'bare walk', bar: 3 },
    { what: 'scan, longest slice', ...ofRounds(rounds.map(({ slices }) => Math.max(...slices))), unit: 'ms', bar: 8 },
    { what: 'scan, longest frame', ...ofRounds(rounds.map(({ frames }) => Math.max(...frames))), unit: 'ms', bar: 8 },
    {
      what: 'scan, long tasks',
      ...ofRounds(longTasks),
      unit: 'tasks',
      against: `an element that the page adds in each of ${FRAMES_OF_A_SCAN} frames: ${longTasksOfPage}`,
      bar: 0,
    },
  ];
}

async function stormRows(page: Page, code: string): Promise<BenchmarkRow[]> {
  await runScript(page, code);
  const rounds = await page.evaluate(async (count) => {
    const { bench } = window;
    const rounds = [];
    for (let round = 0; round < count; round++) {
      document.body.replaceChildren();
      const own = await bench.longestOwnFrameMs(bench.storm);
      document.body.replaceChildren();
      const ended = bench.start();
      await bench.comeToRest();
      bench.takeStamps();
      await bench.storm();
      await bench.comeToRest();
      rounds.push({ ...bench.takeStamps(), own, found: bench.countNumbers() });
      ended.abort();
    }
    return rounds;
  }, STORMS);
  for (const { found } of rounds) if (found !== 100) throw new Error(`the storm left ${found} of 100 numbers`);
  const longest = (of: 'observer' | 'slices' | 'frames') => ofRounds(rounds.map((stamps) => Math.max(...stamps[of])));
  const what = 'storm of 10 000 texts';
  return [
    { what: `${what}, largest callback`, ...longest('observer'), unit: 'ms', bar: 3 },
    { what: `${what}, longest slice`, ...longest('slices'), unit: 'ms', bar: 8 },
    { what: `${what}, longest frame of the page alone`, ...ofRounds(rounds.map(({ own }) => own)), unit: 'ms' },
    { what: `${what}, longest frame`, ...longest('frames'), unit: 'ms' },
    {
      what: `${what}, longest frame beyond the page's own`,
      ...ofRounds(rounds.map(({ own, frames }) => Math.max(0, Math.max(...frames) - own))),
      unit: 'ms',
      against: 'the same storm without Dialside, its layout asked for in each frame',
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
    await bench.comeToRest();
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function leastShare({ least, walk }: { least: number; walk: number }): number {
  return least / walk;
}

function kilobytes(code: string): number {
  return Buffer.byteLength(code) / 1024;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table((await run()).rows);
