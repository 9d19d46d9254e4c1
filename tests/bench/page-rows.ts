import type { BenchmarkRow } from './benchmark.ts';

const OPTION = '--rows=';

/** The rows of one part of a benchmark; none where the command line asks for others (`--rows=scan,storm`). */
export async function rowsOfPart(part: string, measure: () => Promise<BenchmarkRow[]>): Promise<BenchmarkRow[]> {
  const asked = process.argv
    .find((argument) => argument.startsWith(OPTION))
    ?.slice(OPTION.length)
    .split(',');
  return asked === undefined || asked.includes(part) ? measure() : [];
}
