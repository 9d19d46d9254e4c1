/** What a `*-bench.ts` file reports. */
export interface Benchmark {
  readonly name: string;
  readonly rows: readonly BenchmarkRow[];
}

export interface BenchmarkRow {
  readonly what: string;
  /** Of several rounds the median. */
  readonly value: number;
  readonly unit: string;
  /** Between these lay the middle half of the rounds. */
  readonly spread?: readonly [low: number, high: number];
  /** What it was measured beside, in the same run, in words. */
  readonly against?: string;
  /** Our value divided by theirs. */
  readonly ratio?: number;
  /** The value that is still good enough. */
  readonly bar?: number;
}

export interface BenchmarkFile {
  readonly run: () => Promise<Benchmark>;
}

/** The exports of a benchmark file. Throws a sentence naming the file when there is no `run`. */
export function readBenchmark(exports: unknown, file: string): BenchmarkFile {
  const run = typeof exports === 'object' && exports !== null && 'run' in exports ? exports.run : undefined;
  if (typeof run !== 'function') throw new Error(`${file} exports no function "run".`);
  return { run: run as BenchmarkFile['run'] };
}

/** The middle value; of an even number of values the mean of the two in the middle. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** What half of the values lie between: their first and third quartile, interpolated. NaN for none. */
export function middleHalf(values: readonly number[]): [low: number, high: number] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)] ?? Number.NaN;
    const high = sorted[Math.ceil(place)] ?? low;
    return low + (high - low) * (place - Math.floor(place));
  };
  return [at(0.25), at(0.75)];
}

/** Median and spread of the rounds, as a row holds them. */
export function ofRounds(values: readonly number[]): Required<Pick<BenchmarkRow, 'value' | 'spread'>> {
  return { value: median(values), spread: middleHalf(values) };
}
