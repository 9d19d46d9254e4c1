import { describe, expect, it } from 'vitest';
import { readBenchArguments } from '../../bench/arguments.ts';

const FILES = ['page-bench.ts', 'page-peers-bench.ts', 'text-bench.ts'];

describe('what npm run bench is asked for', () => {
  it('is everything, where nothing is said', () => {
    expect(readBenchArguments([], FILES)).toEqual({ files: FILES, asJson: false, help: false });
  });

  it.each([
    [['text'], ['text-bench.ts']],
    [['page'], ['page-bench.ts', 'page-peers-bench.ts']],
    [
      ['page-bench', 'text'],
      ['page-bench.ts', 'text-bench.ts'],
    ],
  ])('%o', (words, files) => {
    expect(readBenchArguments([...words, '--json'], FILES)).toEqual({ files, asJson: true, help: false });
  });

  it('is help, before anything runs', () => {
    expect(readBenchArguments(['--help'], FILES).help).toBe(true);
  });

  it.each([['--jsn'], ['tetx']])('is refused where it stands for nothing: %s', (word) => {
    expect(() => readBenchArguments([word], FILES)).toThrow(word);
  });
});
