import { describe, expect, it } from 'vitest';
import { joinedEnds } from '../../../lib/page/joined-texts.ts';
import { batchesOf, indexAt, joinedText, type TextBatch } from '../../../lib/page/text-batch.ts';

function batchesIn(html: string): { batches: TextBatch[]; long: Text[] } {
  const root = document.createElement('div');
  root.innerHTML = html;
  const next = batchesOf(document.createNodeIterator(root, NodeFilter.SHOW_TEXT));
  const batches: TextBatch[] = [];
  const long: Text[] = [];
  for (let batch = next(long); batch !== null; batch = next(long)) batches.push(batch);
  return { batches, long };
}

/** What stands in the texts in which a number may end that begins before them. */
function endsIn(html: string): (string | null)[] {
  return batchesIn(html).batches.flatMap((batch) =>
    [...joinedEnds(batch, joinedText(batch))].map((index) => batch.nodes[index]?.nodeValue ?? null),
  );
}

describe('texts in batches', () => {
  it('come in their order, each fresh once', () => {
    const html = Array.from({ length: 1000 }, (_, index) => `<p>Line ${index}</p>`).join('');
    const { batches } = batchesIn(html);
    const texts = batches.flatMap(({ nodes, fresh }) => nodes.slice(fresh).map((node) => node.nodeValue));
    expect(batches.length).toBeGreaterThan(3);
    expect(texts).toEqual(Array.from({ length: 1000 }, (_, index) => `Line ${index}`));
  });

  it('leave out programs, and what is too long for one step', () => {
    const { batches, long } = batchesIn(
      `<script>${'const id = 4152371137;'.repeat(300)}</script><p>Hello</p><p>${'4152371137 '.repeat(500)}</p>`,
    );
    expect(batches.map(joinedText).join()).not.toContain('415');
    expect(long.map((text) => text.parentElement?.localName)).toEqual(['p']);
  });

  it('come without the indents of the markup', () => {
    const [batch] = batchesIn('<p>\n      Ann Lee\n    </p>\n    <p>415-237-1137</p>').batches;
    expect(batch?.parts).toEqual(['Ann Lee', ' ', '415-237-1137']);
  });

  it('know the text of each offset', () => {
    const [batch] = batchesIn('<p>One</p><p> </p><p>(650) 253-0000</p>').batches;
    if (batch === undefined) throw new Error('there is no batch');
    const joined = joinedText(batch);
    expect([...'One ('].map((sign) => indexAt(batch, joined.indexOf(sign)))).toEqual([0, 0, 0, 1, 2]);
  });
});

describe('a number over several texts', () => {
  it.each([
    ['of words', 'Hello'],
    ['of figures, which it might go on from', '17'],
  ])('is seen wherever a batch ends among texts %s', (_what, filler) => {
    for (let before = 240; before < 280; before++) {
      const cells = `<td>${filler}</td>`.repeat(before);
      const html = `<table><tr>${cells}<td>Call <b>(650)</b> <i>253</i><u>-</u><i>0000</i></td></tr></table>`;
      expect(endsIn(html), `after ${before}`).toContain('0000');
    }
  });

  it.each([
    ['a plus before', '<b>+</b><i>44 20 7946 0958</i>', '44 20 7946 0958'],
    ['a bracket before, over blanks', '<b>(</b>\n   <i>415) 237-1137</i>', '415) 237-1137'],
    ['half a label before', 'mob<b>ile 0171 1234567</b>', 'ile 0171 1234567'],
    ['a toll-free prefix before', '<b>1-800-</b>FLOWERS', 'FLOWERS'],
    ['digits of another script before', '<b>٤١٥</b> ٢٣٧ ١١٣٧', ' ٢٣٧ ١١٣٧'],
    ['digits after', '<b>415-237-1137</b><i>1</i>', '415-237-1137'],
  ])('is seen with %s', (_what, html, end) => {
    expect(endsIn(`<p>Hello</p><p>${html}</p>`)).toContain(end);
  });

  it.each([
    ['cells', '<table><tr><td>650 253</td><td>0000</td></tr></table>'],
    ['words', '<p><b>650 25</b> or <b>3 0000</b></p>'],
    ['letters that no toll-free prefix leads', '<p><b>650 253 1</b>FLOWERS</p>'],
  ])('is not seen where %s part them', (_what, html) => {
    expect(endsIn(`<p>Hello</p>${html}`)).toEqual([]);
  });
});
