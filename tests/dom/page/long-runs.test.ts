import { describe, expect, it } from 'vitest';
import { MARK_NAME } from '../../../lib/page/overlay/marks.ts';
import { seededRandom } from '../../seeded-random.ts';
import { settle, stage } from './page-stage.ts';

const FIRST = '415-237-1137';
const OTHER = '206-895-5016';

function marked(): string[] {
  return Array.from(CSS.highlights.get(MARK_NAME) ?? [], wordsOf).sort();
}

function wordsOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): string {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.toString();
}

const spans = (texts: readonly string[]) => texts.map((text) => `<span>${text}</span>`).join(', ');
const numbersFrom = (count: number) => Array.from({ length: count }, (_, at) => `415-237-${1100 + at}`);

describe('a line of words in more elements than are read at once', () => {
  it.each([20, 40, 120])('has each of %i numbers marked', async (count) => {
    const numbers = numbersFrom(count);
    await using _page = await stage(`<p>${spans(numbers)}</p>`);
    await expect.poll(marked).toEqual(numbers);
  });

  it('has numbers marked that are far from each other', async () => {
    const between = ' <b>some words of a comment that goes on</b> '.repeat(9);
    await using _page = await stage(`<p>${[FIRST, OTHER, '303-902-5153'].join(between)}</p>`);
    await expect.poll(marked).toEqual([OTHER, '303-902-5153', FIRST]);
  });

  it.each([
    ['other words', 'room 12 ', [FIRST]],
    ['a number', `or ${OTHER} `, [OTHER, FIRST]],
  ])('keeps its first number while a text further on becomes %s', async (_what, words, expected) => {
    await using _page = await stage(`<p>Call <b>${FIRST}</b> ${'<i>w </i>'.repeat(80)}</p>`);
    for (const at of [20, 40, 60]) {
      const text = document.querySelectorAll('i')[at]!.firstChild!;
      text.nodeValue = words;
      await settle();
      expect(marked()).toEqual(expected);
      text.nodeValue = 'w ';
      await settle();
      expect(marked()).toEqual([FIRST]);
    }
  });

  it('has just those marked that stand there, whatever changes', async () => {
    const random = seededRandom(20261121);
    const pick = (count: number) => Math.floor(random() * count);
    const text = () => (pick(3) === 0 ? 'and words' : `415-237-${1000 + pick(9000)}`);
    const texts = Array.from({ length: 90 }, text);
    await using _page = await stage(`<p>${spans(texts)}</p>`);
    const shown = document.querySelectorAll('p > span');
    for (let round = 0; round < 12; round++) {
      for (let change = pick(4); change >= 0; change--) {
        const at = pick(texts.length);
        texts[at] = text();
        shown[at]!.textContent = texts[at];
      }
      await settle();
      expect(marked(), `round ${round}`).toEqual(texts.filter((one) => one.startsWith('415')).sort());
    }
  });
});
