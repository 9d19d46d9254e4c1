import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { frames, type Stage, settle, stage } from './page-stage.ts';

const LINES = Array.from(
  { length: 80 },
  (_, line) => `<p class="n" style="width:max-content">415-237-${1137 + line}</p>`,
);

beforeEach(() => scrollTo(0, 0));
afterEach(() => scrollTo(0, 0));

/** How far the drawn buttons are from the places beside their numbers: the worst one, in pixels. */
function worst(page: Stage): number {
  const offs = page.labels().map((label) => {
    const number = [...document.querySelectorAll('.n')].find(
      ({ textContent }) => textContent?.slice(-4) === label.slice(-4),
    );
    if (!number) throw new Error(`no number for ${label}`);
    const [box, button] = [number.getBoundingClientRect(), page.button(label).getBoundingClientRect()];
    return Math.max(
      Math.abs(button.left - box.right - 3),
      Math.abs((button.top + button.bottom - box.top - box.bottom) / 2),
    );
  });
  if (offs.length === 0) throw new Error('no buttons');
  return Math.max(...offs);
}

/** Scrolls by a step in each of so many frames, and says what was seen after each. */
async function scrollSteps<T>(steps: number, look: () => T): Promise<T[]> {
  const seen: T[] = [];
  for (let step = 0; step < steps; step++) {
    scrollBy(0, 9);
    await frames(2);
    seen.push(look());
  }
  return seen;
}

describe('while the window is scrolled', () => {
  it('the buttons stay beside their numbers in every frame', async () => {
    await using page = await stage(LINES.join(''));
    expect(Math.max(...(await scrollSteps(30, () => worst(page))))).toBeLessThanOrEqual(2);
  });

  it('hardly any number is measured', async () => {
    await using page = await stage(LINES.join(''));
    await scrollSteps(2, () => {});
    const measured = vi.spyOn(Range.prototype, 'getClientRects');
    const begun = performance.now();
    await scrollSteps(12, () => {});
    const calls = measured.mock.calls.length;
    measured.mockRestore();
    // Two a frame; all of them when the ride begins and ends, and twice a second. In each frame it would be 24 times all.
    const afresh = 4 + Math.floor((performance.now() - begun) / 500);
    expect(afresh).toBeLessThan(20);
    expect(calls).toBeLessThan(12 * 2 * 2 + afresh * 60);
    // New ones get theirs when the scroll has come to rest.
    await expect.poll(() => page.labels().length).toBeGreaterThan(12);
  });

  it('a number that stands still keeps its button', async () => {
    await using page = await stage(
      `<p class="n" style="position:fixed;top:200px;left:600px;margin:0">415-237-9999</p>${LINES.join('')}`,
    );
    expect(page.labels().some((label) => label.endsWith('9999'))).toBe(true);
    expect(Math.max(...(await scrollSteps(30, () => worst(page))))).toBeLessThanOrEqual(2);
  });

  it('a number that gets stuck on the way is followed again by the time all is at rest', async () => {
    await using page = await stage(
      `<div style="height:4000px"><div style="height:60px"></div>
       <p class="n" style="position:sticky;top:10px;width:max-content;margin:0">415-237-9999</p>${LINES.slice(0, 20).join('')}</div>`,
    );
    await scrollSteps(30, () => {});
    await expect.poll(() => worst(page)).toBeLessThanOrEqual(2);
    expect(page.labels().some((label) => label.endsWith('9999'))).toBe(true);
  });

  it('numbers that come into sight have their buttons once all is at rest, at their place', async () => {
    await using page = await stage(LINES.join(''));
    const before = page.labels();
    scrollTo(0, 1200);
    const newLabels = () => page.labels().filter((label) => !before.includes(label));
    await expect.poll(() => newLabels().length).toBeGreaterThan(12);
    await settle();
    expect(page.labels()).toEqual(newLabels());
    await expect.poll(() => worst(page)).toBeLessThanOrEqual(2);
  });
});
