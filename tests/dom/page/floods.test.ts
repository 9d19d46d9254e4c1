import { expect, it } from 'vitest';
import type { FindNumbers } from '../../../lib/page/page-contract.ts';
import { middleOf, moveTo, press } from './hand.ts';
import { pause, stage } from './page-stage.ts';

/** So many texts, each of which takes so long to read: some ten seconds of work, whatever the machine. */
const TEXTS = 2_000;
const EACH_MS = 5;

it('a page that gives Dialside more to read than it ever can has its clicks meanwhile, and the end is the end', async () => {
  let read = 0;
  const find: FindNumbers = () => {
    for (const end = performance.now() + EACH_MS; performance.now() < end; );
    read++;
    return [];
  };
  await using page = await stage('<button id="own">Own</button><div id="all" hidden></div>', { findNumbers: find });
  const own = document.querySelector('#own') ?? document.body;
  const [x, y] = middleOf(own);
  await moveTo(x, y);
  let readAtClick = TEXTS;
  own.addEventListener('click', () => {
    readAtClick = read;
  });
  const line = (_: unknown, at: number) => `<p>Call (415) 555-${1000 + at}</p>`;
  document.querySelector('#all')?.insertAdjacentHTML('beforeend', Array.from({ length: TEXTS }, line).join(''));
  await expect.poll(() => read).toBeGreaterThan(0);
  await press(x, y);
  expect(readAtClick).toBeLessThan(TEXTS);
  page.end();
  const readAtEnd = read;
  await pause(10 * EACH_MS);
  expect(read).toBe(readAtEnd);
});
