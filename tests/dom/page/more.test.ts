import { beforeEach, expect, it } from 'vitest';
import type { PageDial } from '../../../lib/page/page-contract.ts';
import { click, key, moveTo, rightClick } from './hand.ts';
import { type Stage, settle, stage } from './page-stage.ts';

const LINE = '<p>Ada <b id="phone">415-237-1137</b></p>';
const LABELS = {
  ...{ call: (number: string) => `Call ${number}`, dialStage: () => '', stageOf: () => '', cancel: 'Cancel' },
  ...{ more: 'More', notANumber: 'Not a phone number', undo: 'Undo', numberChanged: 'The number has changed' },
};

const entry = (page: Stage, words: string) =>
  [...page.root.querySelectorAll('button')].find((button) => button.textContent === words && button.checkVisibility());

/** A stage that remembers of which numbers more is wanted. */
async function open() {
  const wanted: PageDial[] = [];
  const page = await stage(LINE, {
    ...{ labels: LABELS, onNotNumber: () => undefined, onMore: (number) => wanted.push(number) },
  });
  return { page, wanted };
}

beforeEach(() => moveTo(950, 650));

it('the menu of a button asks for more of its number, once, and dials nothing', async () => {
  const { page, wanted } = await open();
  await using _ = page;
  expect(entry(page, 'More')).toBeUndefined();
  await rightClick(page.button('1137'));
  await click(entry(page, 'More')!);
  await settle();
  expect(wanted).toEqual([{ e164: '+14152371137', extension: null }]);
  expect([entry(page, 'More'), page.dialled]).toEqual([undefined, []]);
});

it('is walked and chosen from by keys alone', async () => {
  const { page, wanted } = await open();
  await using _ = page;
  page.dialer.focusNumber('next');
  await settle();
  await key('ContextMenu');
  expect(page.root.activeElement).toBe(entry(page, 'More'));
  await key('ArrowDown');
  expect(page.root.activeElement).toBe(entry(page, 'Not a phone number'));
  await key('ArrowUp');
  await key('Enter');
  await settle();
  expect({ wanted: wanted.length, dialled: page.dialled }).toEqual({ wanted: 1, dialled: [] });
});

it('no script asks for more, nor of a number that has become another meanwhile', async () => {
  const { page, wanted } = await open();
  await using _ = page;
  await rightClick(page.button('1137'));
  entry(page, 'More')!.click();
  await settle();
  expect(entry(page, 'More')).toBeDefined();
  document.querySelector('#phone')!.firstChild!.nodeValue = '415-237-1138';
  await click(entry(page, 'More')!);
  await settle();
  expect(wanted).toEqual([]);
});
