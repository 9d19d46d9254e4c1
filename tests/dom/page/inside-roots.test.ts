import { beforeEach, describe, expect, it } from 'vitest';
import { watchForCandidates } from '../../../lib/page/watch/candidate-watch.ts';
import { click, hover, key, moveTo } from './hand.ts';
import { settle, startStage } from './page-stage.ts';

const ONE = ['Call +1 415 237 1137'];

beforeEach(() => moveTo(950, 650));

/** What a person does in a shadow root: events name nothing of a closed one, and tell the document of no move inside either. */
describe.each(['open', 'closed'] as const)('in %s shadow roots', (mode) => {
  /** Two roots, one in the other. */
  function open(html: string) {
    document.body.innerHTML = '<x-outer></x-outer>';
    const roots = new Map<Element, ShadowRoot>();
    const attach = (host: Element) => {
      const root = host.attachShadow({ mode });
      roots.set(host, root);
      return root;
    };
    const outer = attach(document.querySelector('x-outer')!);
    outer.innerHTML = '<button>Other</button><div><x-inner></x-inner></div>';
    const root = attach(outer.querySelector('x-inner')!);
    root.innerHTML = `<style>p { padding: 30px }</style>${html}`;
    const shadowRootOf = (element: Element) => roots.get(element) ?? null;
    return { root, outer, shadowRootOf, field: (at = 0) => root.querySelectorAll('input')[at]! };
  }

  it('a number in a sentence has its button where the pointer is', async () => {
    const { root, shadowRootOf } = open('<p>Call <b>415-237-1137</b> now, or later</p>');
    await using page = await startStage({ shadowRootOf });
    expect(page.labels()).toEqual([]);
    await hover(root.querySelector('b')!);
    await settle();
    expect(page.labels()).toEqual(ONE);
    await moveTo(950, 650);
    await settle();
    expect(page.labels()).toEqual([]);
    await hover(root.querySelector('b')!);
    await settle();
    await click(page.button('1137'));
    expect(page.dialled).toHaveLength(1);
  });

  it('a field that only shows is read again when the pointer comes to it', async () => {
    const { field, shadowRootOf } = open('<p><input readonly></p>');
    await using page = await startStage({ shadowRootOf });
    field().value = '415-237-1137';
    await hover(field());
    await settle();
    expect(page.labels()).toEqual(ONE);
  });

  it('a field that is edited has a button while the person is at it', async () => {
    const { outer, field, shadowRootOf } = open(
      '<p><input value="415-237-1137"></p><p><input value="206-895-5016"></p>',
    );
    await using page = await startStage({ shadowRootOf });
    expect(page.labels()).toEqual([]);
    for (const [at, label] of ['Call +1 415 237 1137', 'Call +1 206 895 5016', 'Call +1 415 237 1137'].entries()) {
      field(at % 2).focus();
      await settle();
      expect(page.labels()).toEqual([label]);
    }
    outer.querySelector('button')!.focus();
    await settle();
    expect(page.labels()).toEqual([]);
    field().focus();
    await settle();
    expect(page.labels()).toEqual(ONE);
    field().blur();
    await settle();
    expect(page.labels()).toEqual([]);
  });

  it('a field that has the focus already has one, and has the focus back after a dial by keys', async () => {
    const { root, field, shadowRootOf } = open('<p><input value="415-237-1137"></p>');
    field().focus();
    await using page = await startStage({ shadowRootOf });
    expect(page.labels()).toEqual(ONE);
    page.dialer.focusNumber('next');
    await settle();
    await key('Enter');
    expect(page.dialled).toHaveLength(1);
    await key('Escape');
    expect(root.activeElement).toBe(field());
  });

  it('a field with a number calls for the engine, from when the person comes to it', async () => {
    const { outer, field, shadowRootOf } = open('<p><input value="415-237-1137"></p>');
    const ended = new AbortController();
    let called = 0;
    watchForCandidates(document, ended.signal, () => called++, shadowRootOf);
    outer.querySelector('button')!.focus();
    await settle();
    expect(called).toBe(0);
    field().focus();
    await settle();
    expect(called).toBe(1);
    watchForCandidates(document, ended.signal, () => called++, shadowRootOf);
    expect(called).toBe(2);
    ended.abort();
  });
});

it.each(['open', 'closed'] as const)('a label outside %s shadow roots names the value in them', async (mode) => {
  const roots = new Map<Element, ShadowRoot>();
  const put = (host: Element, html: string) => {
    const root = host.attachShadow({ mode });
    roots.set(host, root);
    root.innerHTML = html;
    return root;
  };
  document.body.innerHTML = ['Lead ID', 'Phone']
    .map((label) => `<dl><dt>${label}</dt><dd><x-cell></x-cell></dd></dl>`)
    .join('');
  for (const [at, cell] of document.querySelectorAll('x-cell').entries()) {
    put(put(cell, '<p><x-value></x-value></p>').querySelector('x-value')!, `<i>see 415237113${6 + at}</i>`);
  }
  await using page = await startStage({ shadowRootOf: (element) => roots.get(element) ?? null });
  expect(page.labels()).toEqual(ONE);
});
