import { afterEach, describe, expect, it, vi } from 'vitest';
import { page as browserPage } from 'vitest/browser';
import { type PickedPlace, startRecordPicker } from '../../../lib/page/records/record-picker.ts';
import { selectorFor } from '../../../lib/page/records/record-selector.ts';
import type { Appearance } from '../../../lib/settings/schema.ts';
import { click, key } from './hand.ts';

const PAGE = `
  <style>dl { display: block; width: 400px } dd, dt { padding: 6px }</style>
  <a id="away" href="#away">elsewhere</a>
  <section id="facts"><dl><dt>Name</dt><dd>Ann</dd><dt>Id</dt><dd class="id">C-42</dd></dl></section>
  <button id="page-button">Delete</button>`;

let end = () => {};
afterEach(() => {
  end();
  document.body.replaceChildren();
});

const LABELS = {
  ...{ language: 'en', title: 'Where?', hint: 'Click the id' },
  ...{ take: 'Use it', cancel: 'Cancel', close: 'Close' },
};

async function openPicker(canTake = true, focused?: string, appearance: Appearance = 'system') {
  await browserPage.viewport(1000, 700);
  document.body.innerHTML = PAGE;
  if (focused !== undefined) document.querySelector<HTMLElement>(focused)?.focus();
  const before = document.documentElement.outerHTML;
  const life = new AbortController();
  end = () => life.abort();
  const roots: ShadowRoot[] = [];
  const taken: PickedPlace[] = [];
  const judge = vi.fn(async ({ text }: PickedPlace) => ({ words: `Id ${text}`, canTake }));
  const onEnd = vi.fn();
  startRecordPicker(
    {
      document,
      signal: life.signal,
      appearance,
      labels: LABELS,
      judge,
      take: async (place) => {
        taken.push(place);
        return 'Kept';
      },
      onEnd,
    },
    (host) => {
      const root = host.attachShadow({ mode: 'closed' });
      roots.push(root);
      return root;
    },
  );
  const [root] = roots as [ShadowRoot];
  return {
    ...{ root, judge, taken, onEnd, before },
    find: (name: string) => document.querySelector(name) as HTMLElement,
    button: (label: string) =>
      [...root.querySelectorAll('button')].find(({ textContent, hidden }) => textContent === label && !hidden) ?? null,
    words: () => root.querySelector('.pick-words')?.textContent,
    isOpen: () => root.host.isConnected,
  };
}

it.each<[Appearance, string]>([
  ['system', 'light dark'],
  ['light', 'light'],
  ['dark', 'dark'],
])('a picker that is to look as %s has colours of %s', async (appearance, scheme) => {
  const { root } = await openPicker(true, undefined, appearance);
  const panel = root.querySelector('.pick-panel') as HTMLElement;
  expect(getComputedStyle(panel).colorScheme).toBe(scheme);
});

describe('pointing at an id', () => {
  it('says what it is read as, and keeps it only when that is taken', async () => {
    const { find, button, words, taken, judge } = await openPicker();
    expect(words()).toBe('Click the id');
    await click(find('.id'));
    await vi.waitFor(() => expect(words()).toBe('Id C-42'));
    const place = { url: location.href, text: 'C-42', selector: '#facts > dl > dd:nth-of-type(2)' };
    expect(judge.mock.calls).toEqual([[place]]);
    expect(taken).toEqual([]);
    await click(button('Use it') as Element);
    await vi.waitFor(() => expect(words()).toBe('Kept'));
    expect(taken).toEqual([place]);
    // It is kept: nothing is left to be cancelled.
    await vi.waitFor(() => expect(button('Close')).not.toBeNull());
    expect(button('Cancel')).toBeNull();
  });

  it('can be done again elsewhere, and what is no id cannot be taken', async () => {
    const { find, button, words } = await openPicker(false);
    await click(find('.id'));
    await vi.waitFor(() => expect(words()).toBe('Id C-42'));
    expect(button('Use it')).toBeNull();
    await click(find('dd'));
    await vi.waitFor(() => expect(words()).toBe('Id Ann'));
  });

  it('reaches nothing of the page', async () => {
    const { find } = await openPicker();
    const heard = vi.fn();
    for (const type of ['click', 'pointerdown', 'mousedown']) find('#page-button').addEventListener(type, heard);
    await click(find('#page-button'));
    await click(find('#away'));
    expect(heard).not.toHaveBeenCalled();
    expect(location.hash).toBe('');
  });

  it('is no script’s to do', async () => {
    const { root, judge, button, find, taken, words } = await openPicker();
    root.querySelector('.pick-pane')?.dispatchEvent(new MouseEvent('click', { clientX: 50, clientY: 60 }));
    expect(judge).not.toHaveBeenCalled();
    await click(find('.id'));
    await vi.waitFor(() => expect(words()).toBe('Id C-42'));
    button('Use it')?.click();
    expect(taken).toEqual([]);
  });
});

describe('the page', () => {
  it('has one more element meanwhile, and is as before when it is over', async () => {
    const { before, root, find } = await openPicker();
    await click(find('.id'));
    const { outerHTML } = document.documentElement;
    expect(outerHTML.replace(root.host.outerHTML, '')).toBe(before);
    end();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('gets its focus back at Escape', async () => {
    const { find, onEnd, isOpen } = await openPicker(true, '#page-button');
    expect(document.activeElement).not.toBe(find('#page-button'));
    await key('Escape');
    expect(isOpen()).toBe(false);
    expect(onEnd).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(find('#page-button'));
  });
});

it('is left by Escape where the page has taken the focus, and by no key of a script', async () => {
  const { find, isOpen } = await openPicker();
  find('#page-button').focus();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(isOpen()).toBe(true);
  await key('Escape');
  expect(isOpen()).toBe(false);
});

describe('a selector', () => {
  it.each([
    ['<p id="record-id">x</p>', 'p', '#record-id'],
    ['<div id="row-7"><p data-field="code">x</p></div>', 'p', '[data-field="code"]'],
    ['<main><p>a</p><p>x</p></main>', 'p:last-child', 'body > main > p:nth-of-type(2)'],
    ['<i name="a">a</i><i name="a" id="b7">x</i>', '#b7', 'body > i:nth-of-type(2)'],
    ['<p id="a&quot;b">x</p>', 'p', '#a\\"b'],
  ])('of %s', (html, target, selector) => {
    document.body.innerHTML = html;
    const element = document.querySelector(target) as Element;
    expect(selectorFor(element)).toBe(selector);
    expect(document.querySelector(selector)).toBe(element);
  });
});
