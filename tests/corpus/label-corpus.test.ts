import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findNumbers } from '../../lib/phone/find-numbers.ts';
import { type CorpusText, score } from './score.ts';

const { text } = JSON.parse(readFileSync(new URL('label-corpus.json', import.meta.url), 'utf8')) as {
  text: readonly CorpusText[];
};

it('finds the numbers of people, departments and companies that are called as ids are, and none that is numbered', () => {
  const { misses, falseHits, wrongExtensions, hits, negatives } = score(text, (item) =>
    findNumbers(item.text, [item.region], null),
  );
  expect({ misses, falseHits, wrongExtensions }).toEqual({ misses: [], falseHits: [], wrongExtensions: [] });
  expect(hits).toBeGreaterThanOrEqual(174);
  expect(negatives).toBeGreaterThanOrEqual(50);
});
