import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TEXT_END } from '../../../lib/phone/characters.ts';
import { findNumbers } from '../../../lib/phone/find-numbers.ts';
import type { CorpusText } from '../../corpus/score.ts';
import { seededRandom } from '../../seeded-random.ts';

const BATCH = 40;

/** Every text of a corpus under one region, so that each stands once between two that have nothing to do with it. */
function shuffledTexts(corpus: string): CorpusText[] {
  const file = readFileSync(new URL(`../../corpus/${corpus}.json`, import.meta.url), 'utf8');
  const { text } = JSON.parse(file) as { text: CorpusText[] };
  const random = seededRandom(11);
  return text
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function startsIn(text: string, regions: readonly CorpusText['region'][], offset = 0): number[] {
  return findNumbers(text, regions, 'phone').map(({ start }) => start + offset);
}

describe.each(['crm-corpus', 'second-corpus', 'third-corpus'])('texts of %s, joined', (corpus) => {
  const items = shuffledTexts(corpus);

  it.each([['US'], ['DE'], ['FR'], ['DK'], ['BR'], ['JP']] as const)('hold in %s what each holds alone', (region) => {
    for (let from = 0; from < items.length; from += BATCH) {
      const texts = items.slice(from, from + BATCH).map(({ text }) => text);
      let offset = 0;
      const alone = texts.flatMap((text) => {
        const starts = startsIn(text, [region], offset);
        offset += text.length + TEXT_END.length;
        return starts;
      });
      expect(startsIn(texts.join(TEXT_END), [region])).toEqual(alone);
    }
  });
});

describe('the end of a text', () => {
  it.each([
    ['a unit after it', '4155552671', 'kg'],
    ['money after it', '415-555-2671', '$25'],
    ['a word before it', 'Invoice', '4155552671'],
    ['an address before it', 'https://crm.example/', '415-555-2671'],
    ['a file name after it', '415-555-2671', '.pdf'],
    ['letters before it', 'A-', '4155552671'],
  ])('keeps %s from a number', (_what, before, after) => {
    expect(startsIn(before + TEXT_END + after, ['US'])).toHaveLength(1);
  });

  it('parts the digits of two texts', () => {
    expect(startsIn(`415 555${TEXT_END}2671`, ['US'])).toEqual([]);
  });
});
