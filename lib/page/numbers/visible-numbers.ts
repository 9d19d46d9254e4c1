import type { FoundNumber } from './number-source.ts';
import { eachNumber, type OneOrMore, withNumber, withoutNumber } from './one-or-more.ts';

/** Numbers this near to the visible part are made ready, so that they do not pop up late when scrolled to. */
const MARGIN_PX = 80;

/**
 * The browser looks at each of them once in so long (Chromium; others in every frame): whenever a page of 5 000 numbers adds a
 * line, looking takes it 12 ms. What is scrolled to gets its button no sooner anyway.
 */
const LOOK_EVERY_MS = 200;

export interface VisibleNumbers {
  add(number: FoundNumber): void;
  remove(number: FoundNumber): void;
}

/**
 * Tells which numbers are in or near the visible part of the page, nested scrollers included. The browser does the
 * watching; script runs only for numbers that come or go.
 */
export function watchVisibleNumbers(
  signal: AbortSignal,
  onNear: (number: FoundNumber) => void,
  onFar: (number: FoundNumber) => void,
): VisibleNumbers {
  // Declared apart: TypeScript's DOM library does not know the delay.
  const options = { rootMargin: `${MARGIN_PX}px`, delay: LOOK_EVERY_MS };
  const watched = new Map<Element, { near: boolean; numbers: OneOrMore }>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const anchor = watched.get(target);
      if (anchor === undefined || anchor.near === isIntersecting) continue;
      anchor.near = isIntersecting;
      for (const number of eachNumber(anchor.numbers)) (isIntersecting ? onNear : onFar)(number);
    }
  }, options);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  return {
    add(number) {
      const anchor = watched.get(number.anchor);
      if (anchor === undefined) {
        watched.set(number.anchor, { near: false, numbers: number });
        observer.observe(number.anchor);
        return;
      }
      anchor.numbers = withNumber(anchor.numbers, number);
      if (anchor.near) onNear(number);
    },
    remove(number) {
      const anchor = watched.get(number.anchor);
      if (anchor === undefined) return;
      const left = withoutNumber(anchor.numbers, number);
      if (anchor.near) onFar(number);
      if (left !== undefined) {
        anchor.numbers = left;
        return;
      }
      watched.delete(number.anchor);
      observer.unobserve(number.anchor);
    },
  };
}
