import { expect, it, onTestFinished } from 'vitest';
import type { FoundNumber } from '../../../lib/page/numbers/number-source.ts';
import { watchVisibleNumbers } from '../../../lib/page/numbers/visible-numbers.ts';
import type { E164 } from '../../../lib/phone/phone-number.ts';

// Not the one of ./rest.ts, which has the browser look in every frame.
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

function numberIn(anchor: Element): FoundNumber {
  const source = { kind: 'link', link: anchor } as const;
  return { source, e164: '+14152371000' as E164, extension: null, anchor };
}

function watchOne() {
  const ended = new AbortController();
  onTestFinished(() => ended.abort());
  document.body.innerHTML = '<p>(415) 237-1000</p>';
  const anchor = document.querySelector('p')!;
  const told: ('near' | 'far')[] = [];
  const visible = watchVisibleNumbers(
    ended.signal,
    () => told.push('near'),
    () => told.push('far'),
  );
  visible.add(numberIn(anchor));
  return { anchor, told, visible };
}

it('tells of a number that comes and goes', async () => {
  const { anchor, told } = watchOne();
  await expect.poll(() => told).toEqual(['near']);
  anchor.style.marginTop = '5000px';
  await expect.poll(() => told).toEqual(['near', 'far']);
  anchor.style.marginTop = '';
  await expect.poll(() => told).toEqual(['near', 'far', 'near']);
});

it('looks where it is five times a second at most, however often the page changes', async () => {
  const { anchor, told } = watchOne();
  await expect.poll(() => told).toEqual(['near']);
  const start = performance.now();
  for (let frame = 0; frame < 60; frame++) {
    anchor.style.marginTop = frame % 2 === 0 ? '5000px' : '';
    await nextFrame();
  }
  expect(told.length - 1).toBeLessThanOrEqual((performance.now() - start) / 200 + 1);
});

it('tells of each of several numbers at one place, until it is removed', async () => {
  const { anchor, told, visible } = watchOne();
  const other = numberIn(anchor);
  visible.add(other);
  await expect.poll(() => told).toEqual(['near', 'near']);
  visible.remove(other);
  expect(told).toEqual(['near', 'near', 'far']);
  anchor.style.marginTop = '5000px';
  await expect.poll(() => told).toEqual(['near', 'near', 'far', 'far']);
});
