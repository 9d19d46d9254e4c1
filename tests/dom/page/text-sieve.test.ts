import { describe, expect, it } from 'vitest';
import { createTextSieve, type SiftedText } from '../../../lib/page/text/text-sieve.ts';
import { findNumbers } from '../../../lib/phone/find-numbers.ts';

interface Sifted {
  readonly steps: (readonly SiftedText<true>[])[];
  readonly long: Text[];
  /** What fell through. */
  readonly none: Node[];
}

function sift(html: string): Sifted {
  const root = document.createElement('div');
  root.innerHTML = html;
  document.body.append(root);
  const none: Node[] = [];
  const texts = document.createNodeIterator(root, NodeFilter.SHOW_TEXT);
  const readAlone = (text: string) => (findNumbers(text, ['US'], 'phone').length > 0 ? true : null);
  const sieve = createTextSieve(texts, readAlone, (text) => none.push(text));
  const steps: (readonly SiftedText<true>[])[] = [];
  const long: Text[] = [];
  for (let kept = sieve.next(long); kept !== null; kept = sieve.next(long)) steps.push(kept);
  root.remove();
  return { steps, long, none };
}

function keptOf(html: string): string[] {
  return sift(html).steps.flatMap((kept) => kept.map(({ node }) => node.data));
}

describe('of the texts of a page', () => {
  const cells = Array.from({ length: 3000 }, (_, index) => (index % 100 === 7 ? `(415) 237-${1000 + index}` : 'Ann'));
  const { steps, none } = sift(`<p>${cells.join('</p><p>')}</p>`);

  it('those with a number stay, in their order', () => {
    const kept = steps.flatMap((step) => step.map(({ node }) => node.data));
    expect(kept).toEqual(cells.filter((cell) => cell !== 'Ann'));
    expect(none).toHaveLength(cells.length - kept.length);
  });

  it('so many pass in a step as take 0.1 ms', () => {
    expect(steps.length).toBeGreaterThan(5);
  });

  it.each([
    ['a date', '2026-03-12 14:32'],
    ['an order', 'SO-2026-000017'],
    ['an amount', '$1,250.50'],
    ['an address of a machine', '192.168.17.250'],
  ])('%s falls through', (_what, cell) => {
    expect(keptOf(`<table><tr><td>Ann</td><td>${cell}</td><td>Lee</td></tr></table>`)).toEqual([]);
  });

  it('programs fall through, and what is too long for one step is kept apart', () => {
    const log = '4152371137 '.repeat(500);
    const { steps, long } = sift(
      `<script>${'const id = 4152371137;'.repeat(100)}</script><p>Hello</p><p>${log}</p><p>415-237-1137</p>`,
    );
    expect(steps.flat().map(({ node }) => node.data)).toEqual(['415-237-1137']);
    expect(long.map((text) => text.data)).toEqual([log]);
  });

  it('few pass in a step where they are full of digits', () => {
    const { steps } = sift(`<p>${'4152371137 '.repeat(300)}</p>`.repeat(20));
    expect(steps.length).toBeGreaterThanOrEqual(10);
  });
});

describe('a number over several texts', () => {
  it.each([
    ['of words', 'Hello'],
    ['of figures, which it might go on from', '17'],
  ])('stays wherever a step ends among texts %s', (_what, filler) => {
    for (let before = 495; before < 515; before++) {
      const html = `<table><tr>${`<td>${filler}</td>`.repeat(before)}<td>Call <b>(650)</b> <i>253</i><u>-</u><i>0000</i></td></tr></table>`;
      expect(keptOf(html), `after ${before}`).toContain('0000');
    }
  });

  it.each([
    ['a plus before', '<b>+</b><i>44 20 7946 0958</i>', '44 20 7946 0958'],
    ['a bracket before, over blanks', '<b>(</b>\n   <i>415) 237-1137</i>', '415) 237-1137'],
    ['half a label before', 'mob<b>ile 0171 1234567</b>', 'ile 0171 1234567'],
    ['the end of a label before', 'Tel<b>.030 1234567</b>', '.030 1234567'],
    ['half a word of other letters before', 'τη<b>λ 2101234567</b>', 'λ 2101234567'],
    ['a toll-free prefix before', '<b>1-800-</b>FLOWERS', 'FLOWERS'],
    ['digits of another script before', '<b>٤١٥</b> ٢٣٧ ١١٣٧', ' ٢٣٧ ١١٣٧'],
    ['words between that are not displayed', 'Call <b>(650)</b><span hidden>area code</span> 253-0000', ' 253-0000'],
    [
      'such words with blanks around',
      '<b>+49</b> <span style="display:none">Germany</span>\n<i>30 1234 567</i>',
      '30 1234 567',
    ],
    ['a plus before what alone is an address', '<b>+</b><i>172.16.201.123</i>', '172.16.201.123'],
  ])('stays with %s', (_what, html, end) => {
    expect(keptOf(`<p>Hello</p><p>${html}</p>`)).toContain(end);
  });

  it.each([
    ['cells', '<table><tr><td>650 253</td><td>0000</td></tr></table>'],
    ['words', '<p><b>650 25</b> or <b>3 0000</b></p>'],
    ['words of their own element', '<p><b>650 25</b> <i>or</i> <b>3 0000</b></p>'],
    ['words and then such as are not displayed', '<p><b>650 25</b> or <i hidden>of</i> <b>3 0000</b></p>'],
    ['letters that no toll-free prefix leads', '<p><b>650 253 1</b>FLOWERS</p>'],
  ])('is none where %s part them', (_what, html) => {
    expect(keptOf(`<p>Hello</p>${html}`)).toEqual([]);
  });
});
