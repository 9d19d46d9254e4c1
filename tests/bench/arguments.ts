import { parseArgs } from 'node:util';

export interface BenchArguments {
  /** Of the files there are, those to run. */
  readonly files: readonly string[];
  readonly asJson: boolean;
  readonly help: boolean;
}

/**
 * What the words after `npm run bench --` ask for: all benchmarks, or those with one of the words in their name.
 *
 * @throws on an option or a word that stands for nothing: what runs for minutes should be what was meant
 */
export function readBenchArguments(args: readonly string[], files: readonly string[]): BenchArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  const nothing = positionals.find((part) => !files.some((name) => name.includes(part)));
  if (nothing !== undefined) throw new Error(`"${nothing}" is in the name of no benchmark.`);
  const wanted = files.filter((name) => positionals.length === 0 || positionals.some((part) => name.includes(part)));
  return { files: wanted, asJson: values.json, help: values.help };
}
