import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createTextGate, GOES_ON, IS_LED, MAY_END } from '../../../lib/page/text/text-gate.ts';

/** What the gate says of each text of the page, in order. */
function seen(html: string): number[] {
  const root = document.createElement('div');
  root.innerHTML = html;
  const gate = createTextGate();
  const texts = document.createNodeIterator(root, NodeFilter.SHOW_TEXT);
  const said: number[] = [];
  for (let text = texts.nextNode(); text instanceof Text; text = texts.nextNode()) said.push(gate.look(text));
  return said;
}

function asked(html: string): boolean[] {
  return seen(html).map((bits) => (bits & MAY_END) !== 0);
}

describe('a number may end', () => {
  it.each([
    ['in the text that holds it', '<p>Call 415-237-1137</p>'],
    ['in the second of two parts', '<p><b>(650)</b> 253-0000</p>'],
    ['in the last of many parts', '<p><b>4</b><b>1</b><b>5</b>-<i>23</i>7-<u>1137</u></p>'],
    ['after signs of their own', '<p><b>650</b><i>-</i><b>253</b><i> </i>0000</p>'],
    ['in digits of another script', '<p><b>٤١٥</b> ٢٣٧ ١١٣٧</p>'],
    ['in letters after a toll-free prefix', '<p><b>1-800-</b>FLOWERS</p>'],
    ['in a part of a cell', '<table><tr><td>9</td><td>+1 <b>650</b> 253-0000</td></tr></table>'],
  ])('%s', (_where, html) => {
    expect(asked(html).at(-1)).toBe(true);
  });
});

describe('no number may end', () => {
  it.each([
    ['in words', '<p>Nothing <b>here</b> to see</p>'],
    ['in a cell, of digits of the one before', '<table><tr><td>650 253</td><td>0000</td></tr></table>'],
    ['in an item, of digits of the one before', '<ul><li>650 253</li><li>0000</li></ul>'],
    ['in digits after words that part them', '<p><b>650 25</b> or <b>3 0000</b></p>'],
    ['in letters after any other digits', '<p><b>650 253 1</b>FLOWERS</p>'],
  ])('%s', (_where, html) => {
    expect(asked(html).at(-1)).toBe(false);
  });
});

describe('of the text before it is said', () => {
  it.each([
    ['nothing, where words part them', '<p>Hello</p><p>415-237-1137</p>', MAY_END],
    ['nothing, where a cell parts them', '<table><tr><td>650 253</td><td>415-237-1137</td></tr></table>', MAY_END],
    ['nothing, where its word ends with a cell', '<table><tr><td>Ann</td><td>B4152371137</td></tr></table>', MAY_END],
    ['that its word may go on', '<p>mob<b>ile 4152371137</b></p>', MAY_END | IS_LED],
    ['that its digits may go on', '<p><b>650</b> 415-237-1137</p>', MAY_END | GOES_ON],
    ['that they may, to no end yet', '<p><b>650</b> 25</p>', GOES_ON],
    ['that its plus may lead', '<p><b>+</b><i>44 20 7946 0958</i></p>', MAY_END | IS_LED],
    ['that its bracket may lead, over blanks', '<p><b>(</b> <i>415) 237-1137</i></p>', MAY_END | IS_LED],
    ['that it is not known', '<p>415-237-1137</p>', MAY_END | IS_LED],
  ])('%s', (_what, html, bits) => {
    expect(seen(html).at(-1)).toBe(bits);
  });
});

it('asks for no parent of the dates, amounts, addresses and orders of a table', () => {
  const cells = [
    'SO-2026-004512',
    'A. Novak',
    '2026-03-12 14:32',
    'B. Rossi',
    '$12.50',
    'C. Tanaka',
    '192.168.7.49',
    'D. Dubois, on leave.',
  ];
  document.body.innerHTML = `<table>${`<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`.repeat(9)}</table>`;
  const asked = vi.spyOn(Node.prototype, 'parentNode', 'get');
  onTestFinished(() => asked.mockRestore());
  const gate = createTextGate();
  const texts = document.createNodeIterator(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) gate.look(text);
  expect(asked).not.toHaveBeenCalled();
});
