import { afterEach, expect, it, vi } from 'vitest';
import { labelOf } from '../../../lib/page/text/dom-label.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const cells = (count: number) =>
  Array.from({ length: count }, (_, at) => `<i role="gridcell" aria-colindex="2">${4152371000 + at}</i>`);

const grid = (heads: string, count: number) => {
  const rows = cells(count).map((cell) => `<div role="row">${cell}</div>`);
  document.body.innerHTML = `<div role="grid"><div role="row">${heads}</div>${rows.join('')}</div>`;
  return document.querySelectorAll('[role="gridcell"]');
};

it('a cell is headed by the first head of its column', () => {
  const [cell] = grid(
    ['1|Name', '2|Mobile', '2|Filter']
      .map((head) => head.split('|'))
      .map(([column, words]) => `<b role="columnheader" aria-colindex="${column}">${words}</b>`)
      .join(''),
    1,
  );
  expect(labelOf(cell!)).toBe('Mobile');
});

it('a head that came meanwhile counts', async () => {
  const [cell] = grid('', 1);
  expect(labelOf(cell!)).toBeNull();
  document.querySelector('[role="row"]')!.innerHTML = '<b role="columnheader" aria-colindex="2">Mobile</b>';
  await Promise.resolve();
  expect(labelOf(cell!)).toBe('Mobile');
});

it('a grid without heads is looked through once for all of its cells', () => {
  const all = grid('', 100);
  const looks = vi.spyOn(document.querySelector('[role="grid"]')!, 'querySelectorAll');
  const single = vi.spyOn(document.querySelector('[role="grid"]')!, 'querySelector');
  for (const cell of all) expect(labelOf(cell)).toBeNull();
  expect(looks.mock.calls.length + single.mock.calls.length).toBe(1);
});
