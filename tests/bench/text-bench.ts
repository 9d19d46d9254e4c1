import { fileURLToPath } from 'node:url';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { findNumbers } from '../../lib/phone/find-numbers.ts';
import type { Region } from '../../lib/phone/phone-number.ts';
import { adversarialTexts, crmCells, proseNodes, seededRandom } from './text-samples.ts';

export interface BenchRow {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly against?: string;
  readonly ratio?: number;
  /** What the ratio or value is held to, in words. */
  readonly bar?: string;
}

export interface BenchTable {
  readonly name: string;
  readonly rows: readonly BenchRow[];
}

const PEER = 'libphonenumber-js max findPhoneNumbersInText';
const REGIONS: readonly Region[] = ['US'];
const ROUNDS = 9;

function timeMs(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Ours and the peer's in turns, so that what else runs on the machine hits both. */
function interleaved(ours: () => void, peers: () => void): { ours: number; peers: number } {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS + 2; round++) {
    const pair = [timeMs(ours), timeMs(peers)] as const;
    if (round < 2) continue;
    times[0].push(pair[0]);
    times[1].push(pair[1]);
  }
  return { ours: median(times[0]), peers: median(times[1]) };
}

function nodeRow(what: string, nodes: readonly string[], bar: string): BenchRow {
  const peerNodes = nodes.slice(0, Math.ceil(nodes.length / 10));
  const { ours, peers } = interleaved(
    () => {
      for (const node of nodes) findNumbers(node, REGIONS, null);
    },
    () => {
      for (const node of peerNodes) findPhoneNumbersInText(node, 'US');
    },
  );
  const [oursNs, peerNs] = [(ours * 1e6) / nodes.length, (peers * 1e6) / peerNodes.length];
  return { what, value: Math.round(oursNs), unit: 'ns per node', against: PEER, ratio: peerNs / oursNs, bar };
}

function joinedRow(what: string, text: string, bar: string): BenchRow {
  const { ours, peers } = interleaved(
    () => findNumbers(text, REGIONS, null),
    () => findPhoneNumbersInText(text, 'US'),
  );
  return { what, value: text.length / ours / 1000, unit: 'MB/s', against: PEER, ratio: peers / ours, bar };
}

function adversarialRows(): BenchRow[] {
  const [small, large] = [adversarialTexts(100_000), adversarialTexts(1_000_000)];
  return Object.keys(small).map((name) => {
    const at = (text: string) => median([1, 2, 3].map(() => timeMs(() => findNumbers(text, REGIONS, null))));
    const ms = at(large[name] ?? '');
    // Below 0.2 ms the clock and the first call weigh more than the text.
    const ratio = ms / Math.max(0.2, at(small[name] ?? ''));
    return { what: `1 MB of ${name}`, value: ms, unit: 'ms', against: '100 kB', ratio, bar: 'ratio <= 12, <= 500 ms' };
  });
}

/** Speed of the number engine in plain text, against its peer in the same run. */
export async function run(): Promise<BenchTable> {
  const random = seededRandom(7);
  const crm1 = crmCells(random, 20_000, 0.01);
  return {
    name: 'numbers in text',
    rows: [
      nodeRow('CRM cells, 1 % phones', crm1, 'ratio >= 60'),
      nodeRow('CRM cells, 10 % phones', crmCells(random, 20_000, 0.1), 'ratio >= 50'),
      nodeRow('prose', proseNodes(random, 10_000), 'ratio >= 30'),
      joinedRow('joined CRM cells, 1 % phones', crm1.slice(0, 4_000).join('\n'), 'ratio >= 45'),
      ...adversarialRows(),
    ],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const row of (await run()).rows) {
    const ratio = row.ratio === undefined ? '' : `${row.ratio.toFixed(1)}x ${row.against}`;
    console.log(
      `${row.what.padEnd(34)} ${row.value.toFixed(1).padStart(9)} ${row.unit.padEnd(12)} ${ratio.padEnd(58)} ${row.bar ?? ''}`,
    );
  }
}
