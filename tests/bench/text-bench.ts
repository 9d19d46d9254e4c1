import { fileURLToPath } from 'node:url';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { findNumbers } from '../../lib/phone/find-numbers.ts';
import type { Region } from '../../lib/phone/phone-number.ts';
import type { Benchmark, BenchmarkRow } from './benchmark.ts';
import { adversarialTexts, crmCells, proseNodes, seededRandom } from './text-samples.ts';

const PEER = 'libphonenumber-js max findPhoneNumbersInText';
const REGIONS: readonly Region[] = ['US'];
const ROUNDS = 11;
/** Texts timed at one go: short enough that another process seldom comes between. */
const CHUNK = 100;

function timeMs(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The fastest of many rounds of each chunk, ours and the peer's in turns: what else runs on the machine hits both, and is left out. */
function fastest<T>(chunks: readonly T[], ours: (chunk: T) => void, theirs: (chunk: T) => void): [number, number] {
  const sums: [number, number] = [0, 0];
  for (const chunk of chunks) {
    const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < ROUNDS; round++) {
      best[0] = Math.min(
        best[0],
        timeMs(() => ours(chunk)),
      );
      best[1] = Math.min(
        best[1],
        timeMs(() => theirs(chunk)),
      );
    }
    sums[0] += best[0];
    sums[1] += best[1];
  }
  return sums;
}

function chunksOf(nodes: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(nodes.length / CHUNK) }, (_, index) =>
    nodes.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}

/** Two rows: the time for one text, and its share of the peer's, which is held to a bar. */
function rows(what: string, count: number, [ours, theirs]: [number, number], leastRatio: number): BenchmarkRow[] {
  const share = { what: `${what}, share of the peer's time`, value: (100 * ours) / theirs, unit: '%', against: PEER };
  return [
    { what, value: (ours * 1e6) / count, unit: 'ns per text' },
    { ...share, ratio: ours / theirs, bar: 100 / leastRatio },
  ];
}

function findAll(nodes: readonly string[]): void {
  for (const node of nodes) findNumbers(node, REGIONS, null);
}

function peerFindAll(nodes: readonly string[]): void {
  for (const node of nodes) findPhoneNumbersInText(node, 'US');
}

function nodeRows(what: string, nodes: readonly string[], leastRatio: number): BenchmarkRow[] {
  findAll(nodes);
  findAll(nodes);
  return rows(what, nodes.length, fastest(chunksOf(nodes), findAll, peerFindAll), leastRatio);
}

function joinedRows(what: string, nodes: readonly string[], leastRatio: number): BenchmarkRow[] {
  const texts = chunksOf(nodes).map((chunk) => [chunk.join('\n')]);
  return rows(what, texts.length, fastest(texts, findAll, peerFindAll), leastRatio);
}

function adversarialRows(): BenchmarkRow[] {
  const [small, large] = [adversarialTexts(100_000), adversarialTexts(1_000_000)];
  return Object.keys(small).flatMap((name) => {
    const [one, ten] = [[small[name] ?? ''], [large[name] ?? '']];
    for (let round = 0; round < 3; round++) findAll(one);
    const [tenMs, oneMs] = fastest([ten], findAll, () => findAll(one));
    const what = `1 MB of ${name}`;
    return [
      { what, value: tenMs, unit: 'ms', bar: 500 },
      // Below 0.5 ms a single interruption outweighs the text.
      { what: `${what}, against 100 kB`, value: tenMs / Math.max(0.5, oneMs), unit: 'times', bar: 12 },
    ];
  });
}

/** Speed of the number engine in plain text, against its peer in the same run. */
export async function run(): Promise<Benchmark> {
  const random = seededRandom(7);
  const crm1 = crmCells(random, 3_000, 0.01);
  return {
    name: 'numbers in text',
    rows: [
      ...nodeRows('CRM cells, 1 % phones', crm1, 60),
      ...nodeRows('CRM cells, 10 % phones', crmCells(random, 3_000, 0.1), 50),
      ...nodeRows('prose', proseNodes(random, 3_000), 30),
      ...joinedRows('joined CRM cells, 1 % phones', crm1, 45),
      ...adversarialRows(),
    ],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { what, value, unit, ratio, bar } of (await run()).rows) {
    const times = ratio === undefined ? '' : `${(1 / ratio).toFixed(1)} times as fast`;
    const verdict = bar === undefined ? '' : `${value <= bar ? 'kept' : 'MISSED'}: at most ${bar.toFixed(1)}`;
    console.log(`${what.padEnd(54)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(12)} ${times.padEnd(22)} ${verdict}`);
  }
}
