import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Benchmark, BenchmarkRow } from './benchmark.ts';
import { readBenchmark } from './benchmark.ts';

/** `npm run bench`: every `*-bench.ts` beside this file, one after the other so that none disturbs another. */
const folder = fileURLToPath(new URL('.', import.meta.url));
const asJson = process.argv.includes('--json');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const files = readdirSync(folder)
  .filter((name) => name.endsWith('-bench.ts') && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
  .sort();

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
