import { expect, it } from 'vitest';
import { frames, stage } from './page-stage.ts';

/** More numbers than are asked about in one frame. */
const ROWS = 25;

it('new buttons are drawn together: each frame that shows something new costs the browser a look at its whole page', async () => {
  const rows = Array.from({ length: ROWS }, (_, row) => `<p style="margin:0">Call 415-237-${1000 + row}</p>`);
  await using page = await stage('');
  // Hit tests that take long, as on a page of 100 000 cells.
  const elementFromPoint = document.elementFromPoint.bind(document);
  document.elementFromPoint = (x, y) => {
    for (const end = performance.now() + 0.5; performance.now() < end; );
    return elementFromPoint(x, y);
  };
  document.body.innerHTML = rows.join('');
  const counts = new Set<number>();
  for (const end = performance.now() + 10_000; page.labels().length < ROWS && performance.now() < end; ) {
    await frames(1);
    counts.add(page.labels().length);
  }
  document.elementFromPoint = elementFromPoint;
  expect(Math.max(...counts)).toBe(ROWS);
  expect(counts.size).toBeLessThan(ROWS * 0.8);
});
