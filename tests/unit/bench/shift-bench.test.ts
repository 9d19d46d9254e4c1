import { beforeAll, describe, expect, it } from 'vitest';
import type { BenchmarkRow } from '../../bench/benchmark.ts';
import { run } from '../../bench/shift-bench.ts';

/** A twentieth of the agents of `npm run bench -- shift`, drawn from the same seed, on its virtual clock. */
const AGENTS = 25;

let rows: readonly BenchmarkRow[];
beforeAll(async () => {
  ({ rows } = await run(AGENTS));
  // A quarter of a minute of one processor, many times as long where it is shared.
}, 240_000);

describe.each(['screen watched', 'API alone'])('a shift, %s', (mode) => {
  const row = (what: string) => {
    const found = rows.find((each) => each.what === `${mode}: ${what}`);
    if (!found) throw new Error(`No row ${what}`);
    return found;
  };

  it.each(['all traffic, of the screen’s own', 'worst minute', 'status requests of one agent at once'])(
    'keeps the bar of %s',
    (what) => {
      const { value, bar } = row(what.replace('’', "'"));
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThanOrEqual(bar ?? Number.NaN);
    },
  );

  it('is one in which every call was placed, hung up and given a disposition', () => {
    expect(row('commands').value).toBeGreaterThan(2.5);
  });
});

it('a watched screen is asked about half a time a dial at most, an unseen one far more often', () => {
  const status = (mode: string) => rows.find(({ what }) => what === `${mode}: status requests`);
  const watched = status('screen watched');
  expect(watched?.value).toBeLessThanOrEqual(watched?.bar ?? Number.NaN);
  expect(status('API alone')?.value).toBeGreaterThan(3);
});
