import { beforeEach, expect, it } from 'vitest';
import { watchForCandidates } from '../../../lib/page/watch/candidate-watch.ts';
import { click, key, moveTo } from './hand.ts';
import { settle, stage, startStage } from './page-stage.ts';

const ONE = ['Call +1 415 237 1137'];
const field = () => document.querySelector<HTMLInputElement>('#f')!;

beforeEach(() => moveTo(950, 650));

it.each([
  ['a plain one', '<input id="f" value="415-237-1137">'],
  ['one for phones, of digits alone in words', '<input id="f" type="tel" value="call 4152371137 now">'],
  ['one that is named after phones', '<input id="f" name="mobile_phone" value="call 4152371137 now">'],
  ['one with a hint', '<input id="f" placeholder="Phone" value="call 4152371137 now">'],
])('a field that is edited has a button while the person is at it: %s', async (_name, html) => {
  await using page = await stage(`<p>${html}</p><button id="other">x</button>`);
  expect(page.labels()).toEqual([]);
  field().focus();
  await settle();
  expect(page.labels()).toEqual(ONE);
  document.querySelector<HTMLElement>('#other')!.focus();
  await settle();
  expect(page.labels()).toEqual([]);
});

it.each([
  ['a password', '<input id="f" type="password" value="415-237-1137">'],
  ['a quantity', '<input id="f" type="number" value="4152371137">'],
  ['one that is named after orders', '<input id="f" name="order_id" value="no 4152371137">'],
])('a field that is edited has none: %s', async (_name, html) => {
  await using page = await stage(html);
  field().focus();
  await settle();
  expect(page.labels()).toEqual([]);
});

it('follows what is typed, dials what stands there, and leaves the field, its caret and its focus alone', async () => {
  await using page = await stage('<input id="f" value="415-237-1138">');
  field().focus();
  await settle();
  field().setSelectionRange(3, 5);
  field().value = '415-237-1137';
  field().setSelectionRange(3, 5);
  field().dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settle();
  expect(page.labels()).toEqual(ONE);
  await click(page.button('1137'));
  expect(page.dialled).toEqual([{ e164: '+14152371137', extension: null }]);
  const { value, selectionStart, selectionEnd } = field();
  expect([document.activeElement, value, selectionStart, selectionEnd]).toEqual([field(), '415-237-1137', 3, 5]);
});

it('dials nothing that is no longer in the field, whoever changed it', async () => {
  await using page = await stage('<input id="f" value="415-237-1137">');
  field().focus();
  await settle();
  // A script that says nothing of it.
  field().value = '206-895-5016';
  const drawn = page.button('1137');
  const box = drawn.getBoundingClientRect();
  await moveTo(box.left + 4, box.top + 4);
  await click(drawn);
  expect(page.dialled).toEqual([]);
});

it('dials from a field by keys alone, which has the focus back afterwards', async () => {
  await using page = await stage('<input id="f" value="415-237-1137">');
  field().focus();
  await settle();
  page.dialer.focusNumber('next');
  await settle();
  await key('Enter');
  expect(page.dialled).toEqual([{ e164: '+14152371137', extension: null }]);
  await key('Escape');
  await settle();
  expect(document.activeElement).toBe(field());
  expect(page.labels()).toHaveLength(1);
});

it('has the engine called for when the person comes to a field with a number, and is served then', async () => {
  document.body.innerHTML = '<input id="f" value="415-237-1137">';
  const ended = new AbortController();
  let called = 0;
  watchForCandidates(document, ended.signal, () => called++);
  await settle();
  expect(called).toBe(0);
  field().focus();
  await settle();
  expect(called).toBe(1);
  ended.abort();
  await using page = await startStage();
  expect(page.labels()).toEqual(ONE);
});
