import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { frames, pause, stage } from './page-stage.ts';

const MANY = Array.from({ length: 30 }, (_, index) => `<div>Call 415-555-01${index + 10}.</div>`).join('');

/** Sees closed roots, its own included, as the browsers' calls for extensions do. */
let closed: WeakMap<Element, ShadowRoot>;
const shadowRootOf = (element: Element) => closed.get(element) ?? null;

beforeEach(() => {
  closed = new WeakMap();
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attachShadow.call(this, init);
    closed.set(this, root);
    return root;
  });
});
afterEach(() => vi.restoreAllMocks());

it('comes to rest although the browser opens its own root to it', async () => {
  await using shown = await stage('<p>415-555-0132</p><p>415-555-0158</p>', { shadowRootOf });
  expect(shown.labels()).toHaveLength(2);
  const asked = vi.spyOn(window, 'requestAnimationFrame');
  await pause(200);
  expect(asked).not.toHaveBeenCalled();
});

// However slow the machine of the test is itself: what never comes is not there in 45 s either.
const LONGEST_MS = 45_000;

it('gives every number its button on a slow machine and a page that never rests', { timeout: 60_000 }, async () => {
  // Hit tests look through shadow roots, so this is the time that one takes.
  const slow = (element: Element) => {
    const end = performance.now() + 0.2;
    while (performance.now() < end);
    return shadowRootOf(element);
  };
  await using shown = await stage(`<div style="font-size: 12px; line-height: 1.3; padding: 20px">${MANY}</div>`, {
    shadowRootOf: slow,
  });
  const end = performance.now() + LONGEST_MS;
  for (let frame = 0; shown.labels().length < 30 && performance.now() < end; frame++) {
    document.body.className = `frame-${frame}`;
    await frames(1);
  }
  document.body.className = '';
  expect(shown.labels()).toHaveLength(30);
});
