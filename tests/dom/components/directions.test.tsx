import { afterEach, describe, expect, it } from 'vitest';
import { hide } from './mount.tsx';
import { showPanel } from './panel-stage.tsx';
import { agentIn, dialIn, history, LISTED, SITE } from './panel-states.ts';

const ARABIC = 'علي حسن';
const HEBREW = 'דוד לוי';

afterEach(() => {
  hide();
  document.documentElement.dir = 'ltr';
});

/** Where each sign of the first text that is `words` alone, or holds them, begins from the left, in the order of its signs. */
function placesOf(words: string, root: ParentNode = document): number[] {
  const walker = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.textContent?.indexOf(words) ?? -1;
    if (start < 0) continue;
    return Array.from(words, (_, at) => {
      const range = document.createRange();
      range.setStart(node, start + at);
      range.setEnd(node, start + at + 1);
      return range.getBoundingClientRect().left;
    });
  }
  throw new Error(`No ${words} in ${root.textContent}`);
}

const isAscending = (places: readonly number[]) =>
  places.every((place, at) => at === 0 || place > (places[at - 1] ?? Number.POSITIVE_INFINITY));

describe.each(['ltr', 'rtl'])('in a panel that is read %s, a number', (dir) => {
  it.each([ARABIC, HEBREW])('keeps the order of its groups beside %s', (customerName) => {
    showPanel({ agent: agentIn('talking', { customerName, phoneNumber: '+442079460123' }) }, SITE, 'side');
    document.documentElement.dir = dir;
    expect(isAscending(placesOf('+44 20 7946 0123', document.querySelector('.call') as ParentNode))).toBe(true);
  });

  it('keeps it on the card of a call, among the last calls, and in the list', () => {
    const calls = history(2).map((call) => ({ ...call, customerName: ARABIC }));
    showPanel({ dial: dialIn('refused'), history: calls, dialList: LISTED }, SITE, 'side');
    document.documentElement.dir = dir;
    for (const place of ['.call-number', '.history li:nth-child(2)', '.list-next b']) {
      const root = document.querySelector(place) as ParentNode;
      const number = /\+[\d ()-]*\d/.exec(root.textContent ?? '')?.[0] ?? 'a number';
      expect(isAscending(placesOf(number, root)), place).toBe(true);
    }
  });
});

it.each(['ltr', 'rtl'])('in a panel that is read %s, the facts of a call follow each other so', (dir) => {
  showPanel({ dial: dialIn('talking'), agent: agentIn('talking', { customerName: 'Ana Ruiz' }) });
  document.documentElement.dir = dir;
  const line = document.querySelector('.call-place') as ParentNode;
  const [name = 0] = placesOf('Ana Ruiz', line);
  const [place = 0] = placesOf('United States', line);
  expect(name < place).toBe(dir === 'ltr');
});
