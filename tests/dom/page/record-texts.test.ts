import { afterEach, expect, it } from 'vitest';
import { readRecordTexts } from '../../../lib/page/records/record-texts.ts';

const PAGE = `
  <p id="id"> C-42
    <b>of 2026</b></p>
  <input id="lead" value="2001"><select id="kind"><option>x<option selected>y</select><textarea id="text">t</textarea>
  <input id="secret" type="password" value="geheim"><p id="none"></p><p class="name">Ann</p><p class="name">Bob</p>
  <div id="long">${'x'.repeat(1001)}</div>`;

afterEach(() => document.body.replaceChildren());

it.each([
  ['#id', 'C-42 of 2026'],
  ['#lead', '2001'],
  ['#kind', 'y'],
  ['#text', 't'],
  ['.name', 'Ann'],
  ['#secret', null],
  ['#none', null],
  ['#absent', null],
  ['#long', null],
  ['p[', null],
])('what %s shows is %s, and the page stays as it is', (selector, text) => {
  document.body.innerHTML = PAGE;
  const before = document.documentElement.outerHTML;
  expect(readRecordTexts(document, [selector])).toEqual(text === null ? [] : [[selector, text]]);
  expect(document.documentElement.outerHTML).toBe(before);
});

it('what is typed and not yet stored counts', () => {
  document.body.innerHTML = PAGE;
  const field = document.querySelector('#lead') as HTMLInputElement;
  field.value = '2002';
  expect(readRecordTexts(document, ['#lead', '#id'])).toEqual([
    ['#lead', '2002'],
    ['#id', 'C-42 of 2026'],
  ]);
});
