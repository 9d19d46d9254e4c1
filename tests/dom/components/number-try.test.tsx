import { afterEach, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessible, hide } from './mount.tsx';
import { field, resetOptions, showOptions, words } from './options-stage.tsx';

beforeEach(() => {
  resetOptions();
  showOptions();
});
afterEach(hide);

async function paste(text: string, label = ''): Promise<void> {
  await userEvent.fill(field('page-text'), text);
  await userEvent.fill(field('page-label'), label);
}

it('says of the text of a page which numbers are found', async () => {
  await paste('Call (415) 555-2671 now');
  expect(words()).toContain('Found(415) 555-2671+1 415 555 2671');
  expect(words()).not.toContain('Left out');
  await expectAccessible();
});

it.each([
  ['Order 4155552671', 'names something else than a phone: “Order”.'],
  ['4155552671 is it', 'only behind a word such as “Phone”'],
  [
    'call 41555526',
    'It has 8 digits. Without the 0 or country code in front, numbers have: United States 10; United Kingdom 7, 9–10.',
  ],
  ['12/05/2024', 'It is a date'],
  ['192.168.100.200', 'the address of a computer'],
  ['415-555-26711', 'No number of these countries is like it: United States'],
  ['20 7946 0018', 'It lacks the 0'],
  ['1111111111', 'one digit over and over'],
  ['abc4155552671', 'Letters, digits or a dash stand right beside it'],
])('says of %s why it is left out', async (text, why) => {
  await paste(text);
  expect(words()).toContain(why);
  expect(words()).toContain('Select it on the page and right-click it');
  expect(document.querySelector('.rows [data-found]')).toBeNull();
  await expectAccessible();
});

it.each([
  ['911', 'Emergency numbers are left out on purpose, and Dialside never calls them. Use a telephone.'],
  ['Phone: 112', 'Emergency numbers are left out on purpose'],
  ['611', 'Short numbers are left out on purpose. If your dialer allows them, call them from the agent screen.'],
])('says of %s that it is left out on purpose, and offers no other way of Dialside’s', async (text, why) => {
  await paste(text);
  expect(words()).toContain(why);
  expect(words()).not.toContain('right-click');
  await expectAccessible();
});

it('reads what stands beside the text on its page', async () => {
  await paste('4155552671', 'Order no.');
  expect(words()).toContain('names something else than a phone: “Order no.”.');
  await paste('4155552671', 'Mobile');
  expect(document.querySelectorAll('.rows [data-found]')).toHaveLength(1);
});

it('names what stands beside the text where that decided', async () => {
  await paste('4155552671', 'Order no.');
  expect(words()).toContain('What stands beside it names something else');
  await paste('Order 4155552671');
  expect(words()).toContain('What stands before it names something else');
});

it('counts for a screen reader once nothing is typed any more, and reads it no list at each key', async () => {
  const live = document.querySelector('.number-try [role="status"]')!;
  // What it said in turn, and not what it says now: on a busy machine a look comes later than the pause in the typing ends.
  const said: (string | null)[] = [live.textContent];
  const watcher = new MutationObserver(() => said.push(live.textContent));
  watcher.observe(live, { childList: true, characterData: true, subtree: true });
  const counts = 'Found: 1. Left out: 1.';
  await paste('Order 4155552671 or (415) 555-2671');
  expect(words()).toContain('Left out');
  await expect.poll(() => said).toEqual(['', counts]);
  await userEvent.fill(field('page-text'), 'Order 4155552672 or (415) 555-2672');
  await expect.poll(() => said).toEqual(['', counts, '', counts]);
  await userEvent.fill(field('page-text'), ' ');
  await expect.poll(() => said).toEqual(['', counts, '', counts, '']);
  watcher.disconnect();
});

it('says of a text without such digits that there are none, and of no text nothing', async () => {
  await paste('Room 12, 5 pm');
  expect(words()).toContain('There are no digits in it that could be a phone number.');
  await paste(' ');
  expect(words()).not.toContain('There are no digits');
});
