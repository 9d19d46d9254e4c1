import { expect, it } from 'vitest';
import { BUTTON_SIZE } from '../../../lib/page/overlay/overlay-style.ts';
import type { Contact, Framework } from '../../pages/frameworks/contact-list.ts';
import { describeFramework } from './framework-scenarios.ts';
import { startStage } from './page-stage.ts';
import { rest } from './rest.ts';

/** Height of a line of text, at least. */
const LINE_PX = 15;

const THOUSAND = Array.from(
  { length: 1000 },
  (_, id): Contact => ({ id, name: `No. ${id}`, phone: `(415) 237-${1000 + id}` }),
);

/** The phone numbers drawn whose whole line is so far inside the part that scrolls. */
function phonesInSight(scroller: Element, insetPx: number): string[] {
  const frame = scroller.getBoundingClientRect();
  // Some grids keep their heading inside the part that scrolls, stuck to its top.
  const heading = scroller.querySelector('[role="columnheader"]')?.getBoundingClientRect();
  const edge = Math.max(frame.top, heading?.bottom ?? 0);
  const range = document.createRange();
  const texts = document.createNodeIterator(scroller, NodeFilter.SHOW_TEXT);
  const phones: string[] = [];
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    range.selectNode(text);
    const { top, bottom } = range.getBoundingClientRect();
    const phone = /\(415\) 237-(\d{4})/.exec(text.nodeValue ?? '')?.[1];
    if (phone && top >= edge + insetPx && bottom <= frame.bottom - insetPx) phones.push(phone);
  }
  return phones;
}

function scrollerOf(page: Element): Element {
  const scrollers = [...page.querySelectorAll('*')].filter(
    (element) =>
      element.scrollHeight > 3000 &&
      element.textContent.includes('237-') &&
      /auto|scroll/.test(getComputedStyle(element).overflowY),
  );
  return scrollers.at(-1)!;
}

/** What holds for every framework, and that a grid's buttons are those of the rows it has drawn in sight. */
export function describeGrid(grid: Framework): void {
  describeFramework(grid);

  it(`${grid.name} shows buttons for exactly the rows in sight, wherever it is scrolled`, async () => {
    document.body.innerHTML = '<div id="app"></div>';
    const view = await grid.mount(document.querySelector('#app')!);
    await view.show({ contacts: THOUSAND, wrapper: 'section', detail: null, portal: null, note: '', route: 'list' });
    await using page = await startStage();
    await rest();
    const scroller = scrollerOf(document.querySelector('#app')!);
    for (const top of [0, 40, 700, 20_000, 19_900, 35_000]) {
      scroller.scrollTop = top;
      await rest();
      const shown = () => page.labels().map((label) => label.slice(-4));
      // Whole rows have one; of rows that are cut off it depends on how much of them is seen.
      await expect.poll(shown).toEqual(expect.arrayContaining(phonesInSight(scroller, BUTTON_SIZE / 2)));
      expect(phonesInSight(scroller, -LINE_PX)).toEqual(expect.arrayContaining(shown()));
      expect(shown().length).toBeGreaterThanOrEqual(5);
    }
    view.unmount();
  });
}
