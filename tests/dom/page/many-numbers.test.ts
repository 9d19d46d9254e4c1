import { expect, it } from 'vitest';
import { MARK_NAME } from '../../../lib/page/overlay/marks.ts';
import { stage } from './page-stage.ts';

const marks = () => CSS.highlights.get(MARK_NAME)?.size ?? 0;

const paragraph = (id: string, count: number, prefix: string) => {
  const numbers = Array.from({ length: count }, (_, at) => `(${prefix}) 555-${1000 + at}`);
  return `<p id="${id}" style="font-size:2px;margin:0">${numbers.join(', ')}</p>`;
};

it('of numbers beyond count a thousand are marked, and others in their place once those are gone', async () => {
  await using page = await stage(paragraph('first', 800, '415') + paragraph('second', 800, '206'), {
    mode: 'marksOnly',
  });
  await expect.poll(marks).toBe(1000);
  document.querySelector('#first')?.remove();
  await expect.poll(marks).toBe(800);
  expect(page.labels()).toEqual([]);
});
