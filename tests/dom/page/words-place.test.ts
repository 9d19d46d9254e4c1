import { beforeEach, describe, expect, it } from 'vitest';
import { page as browserPage } from 'vitest/browser';
import { type Box, doOverlap } from '../../../lib/page/numbers/box.ts';
import { click, hover, moveTo } from './hand.ts';
import { dialView, type Stage, settle, stage } from './page-stage.ts';

const ROWS = 12;

/** A table as dense as CRMs have them, with a number and one more column in each row. */
function table(extra: (row: number) => string, style = ''): string {
  const rows = Array.from(
    { length: ROWS },
    (_, row) => `<tr><td>Ada Lovelace</td><td class="n">(415) 555-01${10 + row}</td><td>${extra(row)}</td></tr>`,
  );
  return `<style>table{font:13px/16px sans-serif;border-spacing:0;margin-left:40px;${style}}td{padding:4px 60px 4px 12px}</style><table>${rows.join('')}</table>`;
}

const dense = table(() => 'Open');

beforeEach(() => moveTo(950, 650));

function wordsOf(page: Stage): HTMLElement {
  const words = page.root.querySelector<HTMLElement>('.bubble');
  if (words === null || !words.checkVisibility()) throw new Error('no words are shown');
  return words;
}

/** The numbers of the page and the buttons that lie under the words. */
function covered(page: Stage): string[] {
  const words = wordsOf(page).getBoundingClientRect();
  const under: [string, Box][] = [];
  const range = document.createRange();
  for (const cell of document.querySelectorAll('.n')) {
    range.selectNodeContents(cell);
    under.push([cell.textContent ?? '', range.getBoundingClientRect()]);
  }
  for (const button of page.root.querySelectorAll<HTMLElement>('.dial:not([hidden])')) {
    under.push([button.ariaLabel ?? '', button.getBoundingClientRect()]);
  }
  return under.filter(([, box]) => doOverlap(box, words)).map(([what]) => what);
}

const LAYOUTS: readonly [string, string][] = [
  ['a dense table', dense],
  ['a dense table of two columns of numbers', table((row) => `<span class="n">(206) 555-01${10 + row}</span>`)],
  ['a dense table at the right edge', table(() => 'Open', 'margin-left:auto')],
  ['a dense table at 200 %', `<div style="zoom:2">${dense}</div>`],
];

describe.each(LAYOUTS)('in %s no number and no button lies under the words', (_name, html) => {
  it.each(['0110', '0121'])('of a number that is called, (415) 555-%s', async (number) => {
    await using page = await stage(html);
    const button = () => page.button(`555 ${number}`);
    [...document.querySelectorAll('.n')].find((cell) => cell.textContent?.endsWith(number))?.scrollIntoView();
    await settle();
    await click(button());
    page.dialer.showDial(dialView(`+1415555${number}`, 'talking'));
    await settle();
    await moveTo(950, 650);
    expect(covered(page)).toEqual([]);
  });

  it('of a number that is pointed at, with buttons for none but that one', async () => {
    await using page = await stage(html, { mode: 'buttonsOnHover' });
    await hover(document.querySelectorAll('.n')[4] ?? document.body);
    await settle();
    expect(page.labels()).toHaveLength(1);
    expect(covered(page)).toEqual([]);
  });
});

it('long words cover as little as can be, and never their own number and button', async () => {
  const refusal = 'Your administrator does not allow calls to this country. '.repeat(3);
  const labels = {
    ...{ call: (number: string) => `Call ${number}`, stageOf: (stage: string) => stage, numberChanged: 'Changed' },
    ...{ cancel: 'Cancel', notANumber: 'No', dialStage: () => refusal },
  };
  await using page = await stage(dense, { labels });
  const button = page.button('0114');
  await click(button);
  page.dialer.showDial(dialView('+14155550114', 'refused'));
  await settle();
  const words = wordsOf(page).getBoundingClientRect();
  expect(words.height).toBeGreaterThan(60);
  expect(doOverlap(words, button.getBoundingClientRect())).toBe(false);
  expect(covered(page)).toEqual([]);
});

it('in a window smaller than the words the button can still be pressed', async () => {
  await using page = await stage('<p class="n" style="margin:4px;font-size:10px">(415) 555-0110</p>');
  await browserPage.viewport(160, 60);
  await settle();
  await hover(page.button('0110'));
  await settle();
  expect(doOverlap(wordsOf(page).getBoundingClientRect(), page.button('0110').getBoundingClientRect())).toBe(false);
  await browserPage.viewport(1000, 700);
});
