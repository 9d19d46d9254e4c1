import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type Benchmark, type BenchmarkRow, median, ofRounds } from './benchmark.ts';
import { bundle, runScript, withBrowser } from './page-browser.ts';
import { contactRows } from './page-contacts.ts';
import { rowsOfPart } from './page-rows.ts';

const STORMS = 9;
const SCANS = 5;
const LIBPHONENUMBER = 'libphonenumber-js max on every text';

/** The page work beside that of its peers, in turns in one browser. */
export async function run(): Promise<Benchmark> {
  const [ours, peers] = [
    await bundleOf('page-bench-entry.ts', 'bench'),
    await bundleOf('page-peers-entry.ts', 'peers'),
  ];
  const rows = await withBrowser(async (open) => {
    const openBoth = async () => {
      const page = await open();
      for (const content of [ours, peers]) await runScript(page, content);
      return page;
    };
    return [
      ...(await rowsOfPart('storm', async () => stormRows(await openBoth()))),
      ...(await rowsOfPart('scan', async () => scanRows(await openBoth()))),
      ...(await rowsOfPart('contacts', () => contactRows(open, bundleOf))),
    ];
  });
  return { name: 'page, beside its peers', rows };
}

function bundleOf(file: string, globalName: string): Promise<string> {
  return bundle(fileURLToPath(new URL(file, import.meta.url)), globalName);
}

/** A storm that Dialside follows, then the same one that libphonenumber-js reads in the observer's callback. */
async function stormRows(page: Page): Promise<BenchmarkRow[]> {
  const rounds = await page.evaluate(async (count) => {
    const { bench, peers } = window;
    const storms = [];
    for (let round = 0; round < count; round++) {
      document.body.replaceChildren();
      const ended = bench.start();
      await bench.pause(100);
      bench.takeStamps();
      await bench.storm();
      await bench.pause(500);
      const ours = { ...bench.takeStamps(), found: bench.countNumbers() };
      ended.abort();
      document.body.replaceChildren();
      await bench.pause(50);
      const end = peers.watchEveryText();
      bench.takeStamps();
      await bench.storm();
      await bench.pause(50);
      storms.push({ ours, theirs: { ...bench.takeStamps(), found: end() } });
    }
    return storms;
  }, STORMS);
  for (const { ours, theirs } of rounds) {
    if (ours.found !== 100) throw new Error(`the storm left ${ours.found} of 100 numbers`);
    if (theirs.found < 100) throw new Error(`libphonenumber-js found ${theirs.found} of 100 numbers`);
    if (ours.slices.length === 0) throw new Error('no slice was timed');
  }
  const callbacks = rounds.map(({ ours }) => sum(ours.observer));
  const all = rounds.map(({ ours }) => sum(ours.observer) + sum(ours.slices));
  const frames = rounds.map(({ ours }) => sum(ours.frames));
  const peer = rounds.map(({ theirs }) => sum(theirs.observer));
  const largest = ofRounds(rounds.map(({ theirs }) => Math.max(...theirs.observer))).value;
  const what = 'storm of 10 000 texts';
  return [
    { what: `${what}: callbacks`, ...beside(callbacks, LIBPHONENUMBER, peer), bar: median(peer) / 15 },
    { what: `${what}: callbacks, and slices after them`, ...beside(all, LIBPHONENUMBER, peer) },
    { what: `${what}: marks and buttons in frames`, ...ofRounds(frames), unit: 'ms', against: 'theirs draws none' },
    {
      what: `${what}: largest callback`,
      ...ofRounds(rounds.map(({ ours }) => Math.max(...ours.observer))),
      unit: 'ms',
      against: `${LIBPHONENUMBER}: ${largest.toFixed(1)}`,
      bar: 3,
    },
  ];
}

/** The whole page, read by Dialside in slices and by libphonenumber-js at a stretch, beside the bare walk. */
async function scanRows(page: Page): Promise<BenchmarkRow[]> {
  const rounds = await page.evaluate(async (count) => {
    const { bench, peers } = window;
    bench.showTable(100_000);
    await bench.pause(300);
    const scans = [];
    for (let round = 0; round < count; round++) {
      const walks = [bench.bareWalkMs()];
      // Each after the same rest: then each finds the page's objects as cold as the other.
      await bench.pause(50);
      bench.takeStamps();
      const ended = bench.start();
      await bench.pause(700);
      const { slices } = bench.takeStamps();
      const found = bench.countNumbers();
      ended.abort();
      await bench.pause(50);
      scans.push({ walks, slices, found, theirs: peers.scanEveryText() });
      await bench.pause(50);
    }
    return scans;
  }, SCANS);
  for (const { found, theirs } of rounds) {
    if (found !== 1000) throw new Error(`the scan found ${found} of 1000 numbers`);
    if (theirs.found < 1000) throw new Error(`libphonenumber-js found ${theirs.found} of 1000 numbers`);
  }
  const walk = rounds.flatMap(({ walks }) => walks);
  const ours = rounds.map(({ slices }) => sum(slices));
  const theirs = rounds.map(({ theirs }) => theirs.ms);
  return [
    { what: 'scan of 100 000 texts', ...beside(ours, 'bare walk', walk) },
    { what: `the same by ${LIBPHONENUMBER}`, ...beside(theirs, 'bare walk', walk) },
    { what: 'scan of 100 000 texts, share of that', ...beside(ours, LIBPHONENUMBER, theirs) },
  ];
}

function beside(ours: readonly number[], name: string, theirs: readonly number[]) {
  const { value, spread } = ofRounds(ours);
  const peer = ofRounds(theirs);
  const [low, high] = peer.spread.map((ms) => ms.toFixed(1));
  return {
    value,
    spread,
    unit: 'ms',
    against: `${name}: ${peer.value.toFixed(1)} (${low} to ${high})`,
    ratio: value / peer.value,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table((await run()).rows);
