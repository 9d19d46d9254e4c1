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
  // Hit tests look through shadow roots, so this is the time that one takes: a frame has time for two numbers then.
  const slow = (element: Element) => {
    const end = performance.now() + 0.5;
    while (performance.now() < end);
    return shadowRootOf(element);
  };
  const resting = keepChanging();
  await using shown = await stage(`<div style="font-size: 12px; line-height: 1.3; padding: 20px">${MANY}</div>`, {
    shadowRootOf: slow,
  });
  const end = performance.now() + LONGEST_MS;
  while (shown.labels().length < 30 && performance.now() < end) await frames(1);
  resting.abort();
  expect(shown.labels()).toHaveLength(30);
});

it('asks a page that never rests about its places twice a second, not in every frame', async () => {
  let asked = 0;
  const counting = (element: Element) => {
    asked++;
    return shadowRootOf(element);
  };
  await using shown = await stage(`<div style="line-height: 2">${MANY}</div>`, { shadowRootOf: counting });
  expect(shown.labels()).not.toHaveLength(0);
  asked = 0;
  document.body.className = 'once';
  await expect.poll(() => asked).toBeGreaterThan(0);
  await pause(700);
  const once = asked;
  asked = 0;
  const resting = keepChanging();
  const begun = performance.now();
  await pause(2000);
  resting.abort();
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThanOrEqual(once * (1 + Math.ceil((performance.now() - begun) / 500)));
});

/** Changes a class of the page in every frame until aborted, as pages do that are animated by script. */
function keepChanging(): AbortController {
  const resting = new AbortController();
  let frame = 0;
  const change = () => {
    document.body.className = resting.signal.aborted ? '' : `frame-${frame++}`;
    if (!resting.signal.aborted) requestAnimationFrame(change);
  };
  change();
  return resting;
}
