import { expect, it } from 'vitest';
import { watchFocus } from '../../../lib/platform/visibility.ts';

it('tells whether the person is at the window, until it is ended', () => {
  const told: boolean[] = [];
  const life = new AbortController();
  watchFocus((hasFocus) => told.push(hasFocus), life.signal);
  const [first] = told;
  expect([told.length, first]).toEqual([1, document.hasFocus()]);
  dispatchEvent(new Event('blur'));
  dispatchEvent(new Event('focus'));
  life.abort();
  dispatchEvent(new Event('blur'));
  expect(told.slice(1)).toEqual([false, true]);
});
