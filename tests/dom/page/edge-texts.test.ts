import { afterEach, expect, it, vi } from 'vitest';
import { joinedEdges } from '../../../lib/page/text/edge-texts.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

it.each([
  ['in the middle', '<b>12</b><i id="x">34</i><b>56</b>', ['34', '34']],
  ['of more than one text', '<b>12</b><i id="x">3<s></s>4</i><b>56</b>', ['3', '4']],
  ['with its text deep inside', '<b>12</b><i id="x"><s></s><s><u>34</u></s><s></s></i><p></p>', ['34']],
  ['with nothing beside it', '<i id="x">34</i>', []],
  ['without text', '<b>12</b><i id="x"><s></s></i><b>34</b>', []],
])('the edges of an element %s', (_which, html, expected) => {
  document.body.innerHTML = html;
  expect(joinedEdges(document.querySelector('#x')!).map(({ data }) => data)).toEqual(expected);
});

it('are looked for in the element alone where it holds no text, however far the next text is', () => {
  document.body.innerHTML = '<i></i>'.repeat(100);
  const walks = vi.spyOn(document, 'createTreeWalker');
  for (const element of document.querySelectorAll('i')) {
    expect(joinedEdges(element)).toEqual([]);
    expect(walks.mock.calls.map(([root]) => root)).toEqual([element]);
    walks.mockClear();
  }
});
