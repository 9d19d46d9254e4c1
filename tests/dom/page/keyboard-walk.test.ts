import { afterEach, expect, it } from 'vitest';
import { type Stage, settle, stage } from './page-stage.ts';

const ALL = ['+1 415 237 1137', '+1 415 237 1138', '+1 415 237 1139'];
const ROW = [
  '<div style="position:relative;width:3000px;height:300px"><p style="width:150px">415-237-1137</p>',
  '<p style="position:absolute;left:2200px">415-237-1138</p><p style="width:150px">415-237-1139</p></div>',
].join('');

afterEach(() => scrollTo(0, 0));

/** What the focus is on, step by step: a number that is scrolled away has another button when it is back. */
async function steps(page: Stage, count: number): Promise<string[]> {
  const labels: string[] = [];
  for (let step = 0; step < count; step++) {
    page.dialer.focusNumber('next');
    await settle();
    labels.push((page.root.activeElement?.ariaLabel ?? 'nothing').replace('Call ', ''));
  }
  return labels;
}

it.each([
  ['a page', ROW],
  ['a list', `<div style="width:500px;overflow:auto">${ROW}</div>`],
  ['a list with its own height', `<div style="width:500px;height:40px;overflow:auto">${ROW}</div>`],
])('reaches every number of %s that is wider than what is seen of it', async (_name, html) => {
  await using page = await stage(html);
  expect(await steps(page, 4)).toEqual([...ALL, ALL[0]]);
});

it('moves nothing where the number can be seen', async () => {
  await using page = await stage(`<div style="height:2000px"><p>415-237-1137</p><p>415-237-1138</p></div>`);
  const scrolled: Event[] = [];
  document.addEventListener('scroll', (event) => scrolled.push(event), {
    capture: true,
    signal: AbortSignal.timeout(5000),
  });
  expect(await steps(page, 2)).toEqual(ALL.slice(0, 2));
  expect(scrolled).toEqual([]);
});
