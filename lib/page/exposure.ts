/**
 * Knows of elements whether the page paints over them, where the browser can tell (Chromium: IntersectionObserver with
 * `trackVisibility`, made against clickjacking). Hit tests cannot see covers that let the pointer through.
 */
export interface Exposure {
  watch(element: Element): void;
  unwatch(element: Element): void;
  /** False when something is known to be painted over the element. */
  mayBeSeen(element: Element): boolean;
}

/** The shortest delay that the browser allows for visibility. */
const DELAY_MS = 100;

export function createExposure(signal: AbortSignal): Exposure {
  const hidden = new WeakSet<Element>();
  const options = { threshold: 0.99, trackVisibility: true, delay: DELAY_MS };
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if ('isVisible' in entry && entry.isVisible === false) hidden.add(entry.target);
      else hidden.delete(entry.target);
    }
  }, options);
  const canTell = 'trackVisibility' in observer;
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return {
    watch(element) {
      if (canTell) observer.observe(element);
    },
    unwatch(element) {
      observer.unobserve(element);
      hidden.delete(element);
    },
    mayBeSeen: (element) => !hidden.has(element),
  };
}
