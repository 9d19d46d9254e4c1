import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BenchArguments, readBenchArguments } from './arguments.ts';
import type { Benchmark, BenchmarkRow } from './benchmark.ts';
import { readBenchmark } from './benchmark.ts';

/** `npm run bench`: every `*-bench.ts` beside this file, one after the other so that none disturbs another. */
const HELP = `npm run bench: speed against peers and against the least possible. It fails where a bar is missed.

  text      those with "text" in their name alone
  --json    for machines
  --help    this text

Two dashes come before the first: npm run bench -- text`;

const folder = fileURLToPath(new URL('.', import.meta.url));
const all = readdirSync(folder)
  .filter((name) => name.endsWith('-bench.ts'))
  .sort();
const NAMES = `There are ${all.map((name) => name.replace(/-bench\.ts$/, '')).join(', ')}.`;

const { files, asJson, help } = readArguments();
if (help) {
  console.log(`${HELP}\n${NAMES}`);
  process.exit(0);
}

const results: Benchmark[] = [];
for (const file of files) {
  const { run } = readBenchmark(await import(new URL(file, import.meta.url).href), file);
  const result = await run();
  results.push(result);
  if (!asJson) print(result);
}

if (asJson) console.log(JSON.stringify(results, null, 2));
const missed = results.flatMap(({ rows }) => rows).filter(({ bar, value }) => bar !== undefined && value > bar);
process.exitCode = missed.length === 0 && results.length > 0 ? 0 : 1;

function readArguments(): BenchArguments {
  try {
    return readBenchArguments(process.argv.slice(2), all);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${NAMES} --help tells more.`);
    process.exit(2);
  }
}

function print({ name, rows }: Benchmark): void {
  console.log(`\n${name}`);
  console.table(Object.fromEntries(rows.map((row) => [row.what, columns(row)])));
}

function columns({ value, unit, spread, against, ratio, bar }: BenchmarkRow) {
  return {
    value: `${round(value)} ${unit}`,
    'middle half': spread === undefined ? '' : spread.map(round).join(' to '),
    against: against ?? '',
    ratio: ratio === undefined ? '' : `${round(ratio)} x`,
    bar: bar === undefined ? '' : `${value <= bar ? 'kept' : 'MISSED'}: at most ${round(bar)} ${unit}`,
  };
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
