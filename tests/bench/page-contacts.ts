import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { transform } from 'esbuild';
import type { Page } from 'playwright-core';
import { MARK_CSS } from '../../lib/page/overlay/marks.ts';
import { type BenchmarkRow, ofRounds } from './benchmark.ts';
import { heapBytes, type OpenPage, runScript } from './page-browser.ts';
import { type ThreadWork, traceThread } from './page-trace.ts';

const PEER = 'ringcentral-c2d 2.0.3';
const ROWS = 5_000;
const LAST = '+14152375999';
const TRACES = 7;
const HEAPS = 3;
/** Lines that the page then adds to itself, one a frame, as a chat does. */
const LINES = 20;
/** The peer waits a second before it reads the page; Dialside is through with it by then. Checked in each round. */
const SETTLE_MS = 3_000;

type Bundle = (file: string, globalName: string) => Promise<string>;
type Figures = Record<keyof Cost, number[]>;

interface Cost extends ThreadWork {
  readonly lineMs: number;
  readonly listeners: number;
  readonly heapKb: number;
}

type WorkCost = Omit<Cost, 'listeners' | 'heapKb'>;

/** One that finds numbers: the script that starts it, and whether it has found the page's last one. */
interface Finder {
  /** What the browser has put into the page before its content. */
  readonly style?: string;
  readonly script: string;
  readonly hasFoundAll: (page: Page) => Promise<boolean>;
}

/** What Dialside and its best peer cost a list of 5 000 contacts: a fresh page for each round, in turns. */
export async function contactRows(open: OpenPage, bundle: Bundle): Promise<BenchmarkRow[]> {
  const ours: Finder = {
    style: MARK_CSS,
    script: await bundle('page-dialside-entry.ts', 'dialside'),
    hasFoundAll: (page) => page.evaluate((last) => window.dialside?.lastFound === last, LAST),
  };
  const theirs: Finder = { script: await ringCentralScript(), hasFoundAll: isLastHeard };
  const none: Finder = { script: 'var none', hasFoundAll: async () => true };
  const least: Finder = { ...none, style: MARK_CSS, script: await bundle('page-least-entry.ts', 'least') };
  const helpers = [await bundle('page-samples.ts', 'samples'), await bundle('page-stamps.ts', 'stamps')];
  const openList = async ({ style }: Finder) => {
    const page = await open();
    if (style !== undefined) await page.addStyleTag({ content: style });
    for (const content of helpers) await runScript(page, content);
    await page.evaluate((rows) => {
      window.stamps.countListeners();
      window.samples.showContacts(rows);
    }, ROWS);
    await page.waitForTimeout(300);
    return page;
  };
  const [our, their, bare, floor] = [noFigures(), noFigures(), noFigures(), noFigures()];
  for (let round = 0; round < TRACES; round++) {
    addWork(our, await workOf(await openList(ours), ours));
    addWork(their, await workOf(await openList(theirs), theirs));
    addWork(bare, await workOf(await openList(none), none));
    addWork(floor, await workOf(await openList(least), least));
  }
  for (let round = 0; round < HEAPS; round++) {
    const without = await heapOf(await openList(none), none);
    for (const [figures, finder] of [
      [our, ours],
      [their, theirs],
    ] as const) {
      const { bytes, listeners } = await heapOf(await openList(finder), finder);
      figures.heapKb.push((bytes - without.bytes) / 1024);
      figures.listeners.push(listeners - without.listeners);
    }
  }
  return rowsOf(our, their, { bare, floor });
}

/** As its documentation starts it on a page: its own bundle, with its own matcher, observer and widget; minified as ours. */
async function ringCentralScript(): Promise<string> {
  const file = createRequire(import.meta.url).resolve('ringcentral-c2d/build/index.js');
  const { code } = await transform(await readFile(file, 'utf8'), { minify: true });
  return `${code};var clickToDial = new RingCentralC2D();`;
}

async function workOf(page: Page, finder: Finder): Promise<WorkCost> {
  const work = await traceThread(page, async () => {
    await runScript(page, finder.script);
    await page.waitForTimeout(SETTLE_MS);
  });
  await checkFound(page, finder);
  const { busyMs } = await traceThread(page, () => page.evaluate((lines) => window.samples.addLines(lines), LINES));
  await page.close();
  return { ...work, lineMs: busyMs / LINES };
}

async function heapOf(page: Page, finder: Finder): Promise<{ bytes: number; listeners: number }> {
  await runScript(page, finder.script);
  await page.waitForTimeout(SETTLE_MS);
  await checkFound(page, finder);
  const { listeners } = await page.evaluate(() => window.stamps.takeStamps());
  const bytes = await heapBytes(page);
  await page.close();
  return { bytes, listeners };
}

async function checkFound(page: Page, { hasFoundAll }: Finder): Promise<void> {
  if (!(await hasFoundAll(page))) throw new Error(`${ROWS} numbers were not all found in ${SETTLE_MS} ms`);
}

/** The peer marks nothing: it listens at the element of each number, from the first to the last. */
async function isLastHeard(page: Page): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', {
    expression: "document.querySelector('tr:last-child td:nth-child(2)')",
  });
  if (result.objectId === undefined) throw new Error('the list has no last number');
  const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
  return listeners.length > 0;
}

function noFigures(): Figures {
  return { scriptMs: [], longestTaskMs: [], busyMs: [], lineMs: [], listeners: [], heapKb: [] };
}

function addWork(figures: Figures, { scriptMs, longestTaskMs, busyMs, lineMs }: WorkCost): void {
  figures.lineMs.push(lineMs);
  figures.scriptMs.push(scriptMs);
  figures.longestTaskMs.push(longestTaskMs);
  figures.busyMs.push(busyMs);
}

function rowsOf(our: Figures, their: Figures, { bare, floor }: { bare: Figures; floor: Figures }): BenchmarkRow[] {
  const row = (what: string, figure: keyof Cost, unit: string): BenchmarkRow => {
    const { value, spread } = ofRounds(our[figure]);
    const peer = ofRounds(their[figure]);
    const [low, high] = peer.spread.map(round);
    return {
      what: `${ROWS} contacts: ${what}`,
      value,
      spread,
      unit,
      against: `${PEER}: ${round(peer.value)} (${low} to ${high})`,
      ratio: value / peer.value,
      bar: peer.value,
    };
  };
  return [
    row('script', 'scriptMs', 'ms'),
    row('longest task', 'longestTaskMs', 'ms'),
    row('all work of the thread', 'busyMs', 'ms'),
    withFloors(row('all work for a line that the page adds', 'lineMs', 'ms'), bare.lineMs, floor.lineMs),
    { ...row('listeners', 'listeners', ''), bar: 20 },
    row('heap', 'heapKb', 'kB'),
  ];
}

function withFloors(row: BenchmarkRow, bare: readonly number[], floor: readonly number[]): BenchmarkRow {
  const [without, least] = [round(ofRounds(bare).value), round(ofRounds(floor).value)];
  return {
    ...row,
    against: `${row.against}; without either: ${without}; as many marks and buttons, never looked at: ${least}`,
  };
}

function round(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0);
}
