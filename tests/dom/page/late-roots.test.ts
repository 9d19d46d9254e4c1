import { beforeEach, describe, expect, it } from 'vitest';
import { watchForCandidates } from '../../../lib/page/watch/candidate-watch.ts';
import { moveTo } from './hand.ts';
import { settle, stage } from './page-stage.ts';

const ONE = ['Call +1 415 237 1137'];
let names = 0;

beforeEach(() => moveTo(950, 650));

/** A component whose script has not come yet, and the script. */
function lateComponent(display: string, mode: ShadowRootMode = 'open') {
  const name = `late-card-${++names}`;
  const roots = new WeakMap<Element, ShadowRoot>();
  class Card extends HTMLElement {
    constructor() {
      super();
      const root = this.attachShadow({ mode });
      root.innerHTML = `<style>:host { display: ${display} }</style><p>415-237-1137</p>`;
      roots.set(this, root);
    }
  }
  const shadowRootOf = (element: Element) => element.shadowRoot ?? roots.get(element) ?? null;
  return { html: `<${name}></${name}>`, shadowRootOf, define: () => customElements.define(name, Card) };
}

describe.each(['open', 'closed'] as const)('the %s root of a component that is defined late', (mode) => {
  it('is read when it takes room, although nothing else happens', async () => {
    const { html, define, shadowRootOf } = lateComponent('block', mode);
    await using page = await stage(`<div style="height:300px">${html}</div>`, { shadowRootOf });
    define();
    await settle();
    expect(page.labels()).toEqual(ONE);
  });

  it('is read when anything else changes', async () => {
    const { html, define, shadowRootOf } = lateComponent('contents', mode);
    await using page = await stage(`<div style="height:300px">${html}</div>`, { shadowRootOf });
    define();
    document.body.className = 'ready';
    await settle();
    document.body.className = '';
    expect(page.labels()).toEqual(ONE);
  });

  it('calls for the engine', async () => {
    const { html, define, shadowRootOf } = lateComponent('block', mode);
    document.body.innerHTML = html;
    const ended = new AbortController();
    let called = 0;
    watchForCandidates(document, ended.signal, () => called++, shadowRootOf);
    await settle();
    expect(called).toBe(0);
    define();
    await settle();
    expect(called).toBe(1);
    ended.abort();
    document.body.replaceChildren();
  });
});

describe('a root that a script gives to an element that is long there', () => {
  const attach = () => {
    const root = document.querySelector('#late')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<p>415-237-1137</p>';
  };

  it('is read when the pointer comes to it, and followed from then on', async () => {
    await using page = await stage('<div style="height:300px"><div id="late"></div></div>');
    attach();
    await settle();
    expect(page.labels()).toEqual([]);
    await moveTo(40, 25);
    await settle();
    expect(page.labels()).toEqual(ONE);
    document.querySelector('#late')!.shadowRoot!.querySelector('p')!.textContent = '206-895-5016';
    await settle();
    expect(page.labels()).toEqual(['Call +1 206 895 5016']);
  });

  it('is read when something beside it changes', async () => {
    await using page = await stage('<div style="height:300px"><div id="late"></div></div>');
    attach();
    document.querySelector('#late')!.append('x');
    await settle();
    expect(page.labels()).toEqual(ONE);
  });

  it('calls for the engine when the pointer comes to it', async () => {
    document.body.innerHTML = '<div id="late"></div>';
    const ended = new AbortController();
    let called = 0;
    watchForCandidates(document, ended.signal, () => called++);
    await settle();
    attach();
    await moveTo(40, 25);
    await settle();
    expect(called).toBe(1);
    ended.abort();
    document.body.replaceChildren();
  });
});

it('asks for nothing while nothing happens', async () => {
  const { html } = lateComponent('block');
  let asked = 0;
  const shadowRootOf = () => {
    asked++;
    return null;
  };
  await using _page = await stage(html, { shadowRootOf });
  const before = asked;
  await settle();
  await settle();
  expect(asked).toBe(before);
});
