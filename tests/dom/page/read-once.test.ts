import { expect, it } from 'vitest';
import type { FindNumbers } from '../../../lib/page/page-contract.ts';
import { findNumbers } from '../../../lib/phone/find-numbers.ts';
import { stage } from './page-stage.ts';

const NUMBER = '(415) 237-1137';
const BARE = '4152371137';

/** How often the finder was asked of a cell that stands under a heading, and what was found there. */
async function readCell(cell: string, heading: string | null) {
  let asked = 0;
  const find: FindNumbers = (text, ...others) => {
    if (text === cell) asked++;
    return findNumbers(text, ...others);
  };
  const head = heading === null ? '' : `<tr><th>Who</th><th>${heading}</th><th>Age</th></tr>`;
  const table = `<table cellspacing="40">${head}<tr><td>Ann</td><td>${cell}</td><td>42</td></tr></table>`;
  await using page = await stage(table, { findNumbers: find });
  return { asked, labels: page.labels() };
}

it.each([
  ['a number under no heading', NUMBER, null],
  ['a number under a heading that says nothing of numbers', NUMBER, 'City'],
])('%s is searched for once', async (_what, cell, heading) => {
  const { asked, labels } = await readCell(cell, heading);
  expect(labels).toHaveLength(1);
  expect(asked).toBe(1);
});

it('a code is not searched at all', async () => {
  expect(await readCell('SO-2026-000017', null)).toEqual({ asked: 0, labels: [] });
});

it.each([
  ['Phone', 1],
  ['Order no.', 0],
])('what a heading says of the digits under it decides: %s', async (heading, buttons) => {
  expect((await readCell(BARE, heading)).labels).toHaveLength(buttons);
});

it('digits that are a number only where a heading says so have a button under that heading', async () => {
  const odd = '41-523-711-37';
  expect((await readCell(odd, 'City')).labels).toEqual([]);
  expect((await readCell(odd, 'Phone')).labels).toHaveLength(1);
});

it('a text with blanks in a row is read as it is shown', async () => {
  expect((await readCell(`415\n      237\n      1137`, null)).labels).toHaveLength(1);
});
