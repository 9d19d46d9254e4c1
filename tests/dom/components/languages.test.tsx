/// <reference types="vite/client" />
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { VIEWS } from '../../pages/component-gallery/views.tsx';
import { hide, show } from './mount.tsx';
import { wordsIn } from './words.ts';

const FILES = Object.keys(import.meta.glob('../../../public/_locales/*/messages.json'));
const LANGUAGES = FILES.map((file) => file.split('/').at(-2) ?? '');

afterEach(hide);

/** What stands in one line and is shortened there: names and addresses. */
const SHORTENED = '.menu-words, .history-name';

/** The popup's own, in which every page can be read. */
const WIDTH_PX = 360;

describe.each(LANGUAGES)('in %s', async (language) => {
  const tools = await wordsIn(language);

  it.each(Object.keys(VIEWS))('%s shows every word', async (name) => {
    await page.viewport(WIDTH_PX, 600);
    show(VIEWS[name]?.(), tools);
    expect.soft(document.documentElement.scrollWidth, 'width of the page').toBeLessThanOrEqual(WIDTH_PX);
    expect.soft(textsOutside(), 'out of their box').toEqual([]);
    expect.soft(brokenWords(), 'broken inside a word').toEqual([]);
    expect.soft(shortenedHints(), 'longer than their field').toEqual([]);
    expect.soft(brokenNumbers(), 'numbers in two lines').toEqual([]);
    expect.soft(textsAtButtons(), 'where a button is').toEqual([]);
  });
});

describe('in Arabic, read from the right', async () => {
  const tools = await wordsIn('ar');
  const leftOf = (node: Node | null | undefined, start: number) =>
    node ? placeOf(node, start, start + 1).getBoundingClientRect().left : Number.NaN;

  it.each([
    ['of a call', 'talking', '.call-number'],
    ['of a call of before', 'paused', '.history-number'],
    ['that is asked about', 'confirm', '.call-number'],
  ])('the number %s is read from the left', async (_what, view, selector) => {
    show(VIEWS[view]?.(), tools);
    const within = document.querySelector(selector);
    const text = shownTexts().find(({ node }) => within?.contains(node) && node.textContent?.includes('+'))?.node;
    const lefts = ['+', '415', '2671'].map((part) => leftOf(text, text?.textContent?.indexOf(part) ?? 0));
    expect(lefts).toEqual([...lefts].sort((one, other) => one - other));
    expect(lefts[0]).toBeGreaterThan(0);
  });

  it('the keys of the telephone stand as everywhere', () => {
    show(VIEWS.side?.(), tools);
    const [one, two, three] = [...document.querySelectorAll('.key')].map((key) => key.getBoundingClientRect().left);
    expect([one, two, three]).toEqual([one, two, three].sort((a = 0, b = 0) => a - b));
  });

  it('a switch that is on has its knob at its end', () => {
    show(VIEWS.paused?.(), tools);
    const track = document.querySelector('[aria-checked=true] .switch-track');
    const knob = getComputedStyle(track as Element, '::after');
    expect([knob.right, knob.translate]).toEqual(['2px', '-14px']);
  });

  it('user and dialer stay in their order', () => {
    show(VIEWS.paused?.(), tools);
    const words = document.querySelector('.menu-words > span');
    expect(getComputedStyle(words as Element).direction).toBe('ltr');
  });
});

/** Numbers whose digits go on in the next line. */
function brokenNumbers(): readonly string[] {
  return shownTexts()
    .filter(({ node, holder }) => holder.matches('bdi[dir=ltr]') && /^\+\d/.test(node.textContent ?? ''))
    .filter(({ node }) => new Set([...placeOf(node).getClientRects()].map(({ top }) => Math.round(top))).size > 1)
    .map(({ node }) => node.textContent ?? '');
}

/** Texts that lie over or under a button which they are no part of; of a list that scrolls, most is not there. */
function textsAtButtons(): readonly string[] {
  const buttons = [...document.querySelectorAll('button')].filter((button) => button.checkVisibility());
  const places = buttons.map((button) => ({ button, box: button.getBoundingClientRect() }));
  const meets = (one: DOMRect, other: DOMRect) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
  const lies = (node: Node, box: DOMRect) => [...placeOf(node).getClientRects()].some((line) => meets(line, box));
  return shownTexts()
    .filter(({ holder }) => !holder.closest('[role=listbox]'))
    .filter(({ node }) => places.some(({ button, box }) => !button.contains(node) && lies(node, box)))
    .map(({ node }) => node.textContent ?? '');
}

function shownTexts(): readonly { readonly node: Node; readonly holder: Element }[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: { node: Node; holder: Element }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (holder?.checkVisibility() && !holder.closest(`.unseen, option, svg, ${SHORTENED}`))
      found.push({ node, holder });
  }
  return found;
}

function placeOf(node: Node, start = 0, end = node.textContent?.length ?? 0): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/** Texts that stand out of the control or the cell that holds them, where nothing scrolls. */
function textsOutside(): string[] {
  const isOutside = ({ node, holder }: { readonly node: Node; readonly holder: Element }) => {
    const box = (holder.closest('button, td, th, li, label, summary') ?? holder).getBoundingClientRect();
    const text = placeOf(node).getBoundingClientRect();
    return text.width > 0 && (text.left < box.left - 1 || text.right > box.right + 1);
  };
  return shownTexts().flatMap((one) => (isOutside(one) ? [one.node.textContent ?? ''] : []));
}

/** Words that go on in the next line, but not where they have a hyphen, or a place for one. */
function brokenWords(): string[] {
  const texts = shownTexts().filter(({ holder }) => !holder.closest('code'));
  return texts.flatMap(({ node }) =>
    [...(node.textContent ?? '').matchAll(/(?<!\w)[\p{L}\p{M}]{2,}(?!\w)/gu)]
      .filter(({ index, input, 0: { length } }) => {
        // The place of a letter behind a soft hyphen has that of the hyphen, too, at the end of the line before.
        const start = input[index - 1] === '\u00ad' ? index + 1 : index;
        const lines = [...placeOf(node, start, index + length).getClientRects()].map(({ top }) => top);
        return new Set(lines).size > 1;
      })
      .map(([word]) => word),
  );
}

/** What stands in an empty field. */
function shortenedHints(): string[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[placeholder]')]
    .filter((field) => {
      const { value, placeholder } = field;
      field.value = placeholder;
      const isShortened = field.checkVisibility() && field.scrollWidth > field.clientWidth;
      field.value = value;
      return isShortened;
    })
    .map(({ placeholder }) => placeholder);
}
