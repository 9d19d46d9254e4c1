import { expect, it } from 'vitest';
import type { FindNumbers } from '../../../lib/page/page-contract.ts';
import { watchForCandidates } from '../../../lib/page/watch/candidate-watch.ts';
import { findNumbers } from '../../../lib/phone/find-numbers.ts';
import { click, middleOf, moveTo } from './hand.ts';
import { pause, settle, stage } from './page-stage.ts';

const LINE = '2026-11-21 10:11:12.345 INFO  [worker-17] request 7f3a91 took 1234 ms, 88 rows, 10.0.12.7\n';
const NUMBER = '(415) 237-1137';

/** A log of so many signs, with numbers at these places. */
function log(length: number, places: readonly number[]): string {
  let text = LINE.repeat(Math.ceil(length / LINE.length)).slice(0, length);
  for (const at of places) text = `${text.slice(0, at)}\nCall ${NUMBER}\n${text.slice(at + NUMBER.length + 7)}`;
  return text;
}

function show(text: string): Text {
  const node = document.createTextNode(text);
  const log = document.querySelector('#log')!;
  log.replaceChildren(node);
  return node;
}

const STAGE = '<div id="log" style="white-space:pre;height:300px;overflow:auto"></div>';

/** Where the numbers that are marked start. */
function marked(): number[] {
  const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
  return ranges.map(({ startOffset }) => startOffset).sort((one, other) => one - other);
}

it('finds the numbers of a long text wherever they are, none lost and none twice', async () => {
  await using page = await stage(STAGE);
  // Seams lie every 2048 signs: one number at each place around one of them.
  const places = Array.from({ length: 40 }, (_, index) => index * 6144 + 2048 - 6 - index);
  show(log(260_000, places));
  await expect.poll(() => marked().length).toBe(40);
  expect(marked()).toEqual(places.map((at) => at + 6));
  expect(page.errors).toEqual([]);
});

it('keeps what it knows of a long text that grows, and follows one that changes', async () => {
  await using _page = await stage(STAGE);
  const text = show(log(60_000, [2040, 30_000]));
  await expect.poll(() => marked().length).toBe(2);
  text.appendData('\nCall 206-895-5016 now\n');
  await expect.poll(() => marked().length).toBe(3);
  text.replaceData(2046, NUMBER.length, 'no number here');
  await expect.poll(() => marked().length).toBe(2);
  text.data = log(5_000, []);
  await expect.poll(() => marked().length).toBe(0);
  text.data = log(5_000, [2040]);
  await expect.poll(() => marked().length).toBe(1);
  text.data = 'Short';
  await settle();
  expect(marked()).toEqual([]);
});

/** Nothing has been read for a while. */
async function untilReadToTheEnd(read: readonly number[]): Promise<void> {
  for (let before = -1; before !== read.length; ) {
    before = read.length;
    await pause(400);
    await settle();
  }
}

it('reads and dials from a long text in parts, at a click only the one that holds the number', async () => {
  const read: number[] = [];
  const find: FindNumbers = (text, regions, label) => {
    read.push(text.length);
    return findNumbers(text, regions, label);
  };
  await using page = await stage(STAGE, { findNumbers: find });
  const text = show(log(500_000, [16]));
  await expect.poll(() => marked().length).toBe(1);
  await untilReadToTheEnd(read);
  expect(Math.max(...read)).toBeLessThan(4096);
  read.length = 0;
  const range = document.createRange();
  range.setStart(text, 22);
  range.setEnd(text, 22 + NUMBER.length);
  // Lines are tight in a log: the button waits for the pointer.
  await moveTo(...middleOf(range));
  await settle();
  await click(page.button('1137'));
  expect(page.dialled).toEqual([{ e164: '+14152371137', extension: null }]);
  expect(read.length).toBeGreaterThan(0);
  expect(read.reduce((sum, length) => sum + length)).toBeLessThan(4 * 4096);
});

it('has the engine called for by a number in a long text, and not by a log without one', async () => {
  const calls: string[] = [];
  for (const [name, text] of [
    ['without', 'Lorem ipsum, 12 of 34. '.repeat(400)],
    ['with', `${'Lorem ipsum, 12 of 34. '.repeat(400)} call ${NUMBER}`],
  ] as const) {
    document.body.innerHTML = STAGE;
    show(text);
    const ended = new AbortController();
    watchForCandidates(document, ended.signal, () => calls.push(name));
    await settle();
    ended.abort();
  }
  document.body.replaceChildren();
  expect(calls).toEqual(['with']);
});
