import { expect, it } from 'vitest';
import { type Stage, settle, stage } from './page-stage.ts';

const ONE = ['Call +1 415 237 1137'];

type Change = (page: HTMLElement) => void;
const say =
  (words: string, selector = '.l'): Change =>
  (page) => {
    page.querySelector(selector)!.textContent = words;
  };

const PLACES: readonly (readonly [name: string, html: string, toPhone: Change, toOrder: Change])[] = [
  [
    'a column heading',
    '<table><thead><tr><th>Name</th><th class="l">Order no.</th></tr></thead><tbody><tr><td>Ada</td><td>4152371137</td></tr></tbody></table>',
    say('Phone'),
    say('Order no.'),
  ],
  [
    'the words in a column heading',
    '<table><tr><th><button>Sort <i class="l">Order no.</i></button></th></tr><tr><td>4152371137</td></tr></table>',
    (page) => {
      page.querySelector('.l')!.firstChild!.nodeValue = 'Phone';
    },
    (page) => {
      page.querySelector('.l')!.firstChild!.nodeValue = 'Order no.';
    },
  ],
  [
    'a row heading',
    '<table><tr><td>x</td></tr><tr><th class="l">Order no.</th><td>4152371137</td></tr></table>',
    say('Phone'),
    say('Order no.'),
  ],
  ['a term', '<dl><dt class="l">Invoice number</dt><dd>4152371137</dd></dl>', say('Phone'), say('Invoice number')],
  [
    'a label before its value',
    '<div><label class="l">Order no.</label><div><div><span>4152371137</span></div></div></div>',
    say('Phone'),
    say('Order no.'),
  ],
  [
    'a label in the same element',
    '<div><label class="l" style="display:block">Account number</label>4152371137</div>',
    say('Phone'),
    say('Account number'),
  ],
  [
    'words that get their colon late',
    '<div><b class="l">Clock</b><p>see 4152371137</p></div>',
    say('Phone:'),
    say('Order no.:'),
  ],
  [
    'the first of two elements',
    '<div><p class="l">Clock</p><p>see 4152371137</p></div>',
    say('Mobile'),
    say('Order no.'),
  ],
  [
    'the label of a field',
    '<label class="l" for="f">Order no.</label><p><input id="f" readonly value="4152371137"></p>',
    say('Phone'),
    say('Order no.'),
  ],
  [
    'the first of two cells',
    '<table><tr><td class="l">Lead ID</td><td>4152371137</td></tr></table>',
    say('Phone'),
    say('Lead ID'),
  ],
  [
    'a heading of a grid',
    '<div role="grid"><div role="row"><b role="columnheader" aria-colindex="2" class="l">Lead ID</b></div><div role="row"><i role="gridcell" aria-colindex="2">4152371137</i></div></div>',
    say('Phone'),
    say('Lead ID'),
  ],
  [
    'an aria-label',
    '<span class="l" aria-label="Account number">4152371137</span>',
    (page) => page.querySelector('.l')!.setAttribute('aria-label', 'Phone'),
    (page) => page.querySelector('.l')!.setAttribute('aria-label', 'Account number'),
  ],
];

async function after(page: Stage, change: Change): Promise<string[]> {
  change(document.body);
  await settle();
  return page.labels();
}

it.each(PLACES)('a number is judged anew when %s changes', async (_name, html, toPhone, toOrder) => {
  await using page = await stage(html);
  expect(page.labels()).toEqual([]);
  expect(await after(page, toPhone)).toEqual(ONE);
  expect(await after(page, toOrder)).toEqual([]);
  expect(await after(page, toPhone)).toEqual(ONE);
});

const NEW_LABELS: readonly (readonly [name: string, html: string, come: Change, go: Change])[] = [
  [
    'a heading is put above its column',
    '<table><tbody><tr><td>4152371137</td><td>a</td><td>b</td></tr></tbody></table>',
    (page) =>
      page
        .querySelector('table')!
        .insertAdjacentHTML('afterbegin', '<thead class="l"><tr><th>Order no.</th></tr></thead>'),
    (page) => page.querySelector('.l')!.remove(),
  ],
  [
    'a label is put before its value',
    '<div><p>4152371137</p></div>',
    (page) => page.querySelector('div')!.insertAdjacentHTML('afterbegin', '<label class="l">Order no.</label>'),
    (page) => page.querySelector('.l')!.remove(),
  ],
  [
    'a term is put before its value',
    '<dl><dd>4152371137</dd></dl>',
    (page) => page.querySelector('dl')!.insertAdjacentHTML('afterbegin', '<dt class="l">Order no.</dt>'),
    (page) => page.querySelector('.l')!.remove(),
  ],
  [
    'words come into an empty label',
    '<table><tr><th class="l"></th></tr><tr><td>4152371137</td></tr></table>',
    say('Order no.'),
    say(''),
  ],
];

it.each(NEW_LABELS)('a number is judged anew when %s, and when it goes', async (_name, html, come, go) => {
  await using page = await stage(html);
  expect(page.labels()).toEqual(ONE);
  expect(await after(page, come)).toEqual([]);
  expect(await after(page, go)).toEqual(ONE);
});
