import { afterEach, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { watchForms } from '../../../lib/page/forms/form-watch.ts';

let ending: AbortController;
let state: ReturnType<typeof watchForms>;

beforeEach(() => {
  ending = new AbortController();
  state = watchForms(window, ending.signal);
});

afterEach(() => {
  ending.abort();
  document.body.innerHTML = '';
});

function show(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body.querySelector('[data-field]') as HTMLElement;
}

const FORM = `<form>
  <input name="name" value="Ann"><input type="checkbox" checked><input type="hidden" value="x"><textarea>note</textarea>
  <select><option>a<option selected>b</select><select><option>first<option>second</select>
</form>`;

it('a form as it came is untouched', () => {
  show(FORM);
  expect(state()).toMatchObject({ isTouched: false, seenFrames: 0 });
});

it.each([
  ['a text field', '<input data-field>'],
  ['a text area', '<textarea data-field></textarea>'],
  ['an editor', '<div contenteditable data-field style="min-height:1em"></div>'],
])('what a person types into %s is noted, until it is taken out again', async (_what, html) => {
  const field = show(html);
  await userEvent.click(field);
  await userEvent.keyboard('x');
  // As React does it, which writes the value into the attribute, too.
  field.setAttribute('value', 'x');
  expect(state().isTouched).toBe(true);
  await userEvent.keyboard('{Backspace}');
  field.setAttribute('value', '');
  expect(state().isTouched).toBe(false);
});

it('what was typed goes with its form', async () => {
  const field = show('<input data-field>');
  await userEvent.type(field, 'x');
  field.remove();
  expect(state().isTouched).toBe(false);
});

it('what is typed where nobody can look, in a closed root, is noted at its host', async () => {
  const host = show('<div data-field></div>');
  const root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = '<input>';
  (root.firstElementChild as HTMLElement).focus();
  await userEvent.keyboard('x');
  expect(state().isTouched).toBe(true);
});

it.each<[string, string, (field: HTMLInputElement) => void]>([
  ['text', '<input data-field value="Ann">', (field) => (field.value = 'Bo')],
  ['a tick', '<input type="checkbox" data-field>', (field) => (field.checked = true)],
  [
    'a choice',
    '<select data-field><option selected>a<option>b</select>',
    (field) => ((field as unknown as HTMLSelectElement).selectedIndex = 1),
  ],
])('%s that the browser has filled in again differs from what came', (_what, html, change) => {
  const field = show(html) as HTMLInputElement;
  expect(state().isTouched).toBe(false);
  change(field);
  expect(state().isTouched).toBe(true);
});

it.each([
  ['<input type="hidden" data-field>'],
  ['<input readonly data-field>'],
  ['<input disabled data-field>'],
  ['<input style="visibility:hidden" data-field>'],
])('a field that nobody types into does not count: %s', (html) => {
  const field = show(html) as HTMLInputElement;
  field.value = 'of the page';
  expect(state().isTouched).toBe(false);
});

it('events of the page’s own are nobody’s typing', () => {
  const field = show('<div data-field>text</div>');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  expect(state().isTouched).toBe(false);
});

it('frames are counted that a person can see', () => {
  show(
    '<iframe srcdoc="x"></iframe><iframe srcdoc="x" style="width:1px;height:1px;border:0"></iframe><iframe hidden></iframe>',
  );
  expect(state().seenFrames).toBe(1);
});

it('a page that was there before is not known as a whole', () => {
  expect(document.readyState).not.toBe('loading');
  expect(state().isWhole).toBe(false);
  expect(state().isSeen).toBe(true);
});

it('nothing of the page is changed, and no value is told', async () => {
  const field = show('<input data-field>');
  const before = document.documentElement.outerHTML;
  await userEvent.type(field, 'secret');
  expect(JSON.stringify(state())).not.toContain('secret');
  expect(document.documentElement.outerHTML).toBe(before);
});
