import { fileURLToPath } from 'node:url';
import Autolinker from 'autolinker';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { findNumbers } from '../../lib/phone/find-numbers.ts';
import type { Region } from '../../lib/phone/phone-number.ts';
import { seededRandom } from '../seeded-random.ts';
import { type Benchmark, type BenchmarkRow, median } from './benchmark.ts';
import { adversarialTexts, crmCells, proseNodes } from './text-samples.ts';

/** Knows no numbering plan, and marks what is written like a number. */
const FAST_PEER = 'autolinker, phone numbers alone';
const PEER = 'libphonenumber-js max findPhoneNumbersInText';
/** Whose numbers are looked for, the first also by the peer, and how much faster each kind of text has to be read. */
const PLANS: readonly { readonly regions: readonly Region[]; readonly bars: Bars }[] = [
  { regions: ['US'], bars: { cells1: 60, cells10: 50, prose: 30, joined: 45 } },
  { regions: ['GB'], bars: { cells1: 20, cells10: 20, prose: 20, joined: 15 } },
  { regions: ['DE'], bars: { cells1: 10, cells10: 10, prose: 14, joined: 5 } },
  { regions: ['DE', 'AT', 'CH'], bars: { cells1: 7, cells10: 7, prose: 13, joined: 3.5 } },
];
type Bars = Readonly<Record<'cells1' | 'cells10' | 'prose' | 'joined', number>>;
const HOME: readonly Region[] = ['US'];
const ROUNDS = 9;

/** Processor time of this process, not time on the clock: other processes on the machine leave it alone. */
function cpuMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The medians of several rounds, ours and the other in turns, after two that warm up. */
function inTurns(ours: () => void, theirs: () => void): [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS + 2; round++) {
    const [first, second] = [cpuMs(ours), cpuMs(theirs)];
    if (round < 2) continue;
    times[0].push(first);
    times[1].push(second);
  }
  return [median(times[0]), median(times[1])];
}

/** Two rows: the time for one text, and its share of the peer's, which is held to a bar. */
function rows(what: string, count: number, [ours, theirs]: [number, number], leastRatio: number): BenchmarkRow[] {
  const share = { what: `${what}, share of the peer's time`, value: (100 * ours) / theirs, unit: '%', against: PEER };
  return [
    { what, value: (ours * 1e6) / count, unit: 'ns per text' },
    { ...share, ratio: ours / theirs, bar: 100 / leastRatio },
  ];
}

function findAll(nodes: readonly string[], regions: readonly Region[]): void {
  for (const node of nodes) findNumbers(node, regions, null);
}

function peerFindAll(nodes: readonly string[], region: Region | undefined): void {
  for (const node of nodes) findPhoneNumbersInText(node, region);
}

const PHONES_ALONE = { urls: false, email: false, phone: true, mention: false, hashtag: false } as const;

function fastPeerFindAll(nodes: readonly string[]): void {
  for (const node of nodes) Autolinker.parse(node, PHONES_ALONE);
}

/** Ours goes through the texts ten times, so that both sides take long enough to be timed. */
const OFTEN = 10;

function textRows(
  what: string,
  texts: readonly string[],
  regions: readonly Region[],
  leastRatio: number,
): BenchmarkRow[] {
  const [ours, theirs] = inTurns(
    () => {
      for (let time = 0; time < OFTEN; time++) findAll(texts, regions);
    },
    () => peerFindAll(texts, regions[0]),
  );
  return rows(`${regions.join()}: ${what}`, texts.length, [ours / OFTEN, theirs], leastRatio);
}

/** Beside what is fast because it knows no country: what it knows of is North America's. */
function fastPeerRow(what: string, texts: readonly string[]): BenchmarkRow {
  const [ours, theirs] = inTurns(
    () => findAll(texts, ['US']),
    () => fastPeerFindAll(texts),
  );
  const share = { what: `US: ${what}, share of autolinker's time`, value: (100 * ours) / theirs, unit: '%' };
  return { ...share, against: FAST_PEER, ratio: ours / theirs, bar: 100 };
}

function adversarialRows(): BenchmarkRow[] {
  const [small, large] = [adversarialTexts(100_000), adversarialTexts(1_000_000)];
  return Object.keys(small).flatMap((name) => {
    const [one, ten] = [[small[name] ?? ''], [large[name] ?? '']];
    const [tenMs, oneMs] = inTurns(
      () => findAll(ten, HOME),
      () => {
        for (let time = 0; time < OFTEN; time++) findAll(one, HOME);
      },
    );
    const what = `1 MB of ${name}`;
    return [
      { what, value: tenMs, unit: 'ms', bar: 500 },
      // Below 0.5 ms a collection of garbage outweighs the text.
      { what: `${what}, against 100 kB`, value: tenMs / Math.max(0.5, oneMs / OFTEN), unit: 'times', bar: 12 },
    ];
  });
}

/** Speed of the number engine in plain text, against its peer in the same run. */
export async function run(): Promise<Benchmark> {
  const random = seededRandom(7);
  const cells1 = crmCells(random, 4_000, 0.01);
  const cells10 = crmCells(random, 4_000, 0.1);
  const prose = proseNodes(random, 4_000);
  const ofPlans = PLANS.flatMap(({ regions, bars }) => [
    ...textRows('CRM cells, 1 % phones', cells1, regions, bars.cells1),
    ...textRows('CRM cells, 10 % phones', cells10, regions, bars.cells10),
    ...textRows('prose', prose, regions, bars.prose),
    ...textRows('joined CRM cells, 1 % phones', [cells1.join('\n')], regions, bars.joined),
  ]);
  const besideFast = [
    fastPeerRow('CRM cells, 1 % phones', cells1),
    fastPeerRow('CRM cells, 10 % phones', cells10),
    fastPeerRow('prose', prose),
  ];
  return { name: 'numbers in text', rows: [...ofPlans, ...besideFast, ...adversarialRows()] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { what, value, unit, ratio, bar } of (await run()).rows) {
    const times = ratio === undefined ? '' : `${(1 / ratio).toFixed(1)} times as fast`;
    const verdict = bar === undefined ? '' : `${value <= bar ? 'kept' : 'MISSED'}: at most ${bar.toFixed(1)}`;
    console.log(`${what.padEnd(54)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(12)} ${times.padEnd(22)} ${verdict}`);
  }
}
