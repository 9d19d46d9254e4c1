/**
 * Knows of the drawn buttons which of them nothing is painted over, on a device with a touch screen: a finger comes without
 * having pointed first, and what the page uncovers at its touch must not count as seen.
 */
export interface TapExposure {
  /** Has an eye on a button as long as it is drawn. */
  attend(button: Element, isDrawn: boolean): void;
  /** Whether the button has been in sight for so many milliseconds. */
  wasSeenFor(button: Element, ms: number): boolean;
}

/** The shortest delay that the browser allows. */
const DELAY_MS = 100;

/** Costs nothing on a device without a touch screen, and where the browser cannot tell what is painted over an element. */
export function createTapExposure(signal: AbortSignal, touchPoints = () => navigator.maxTouchPoints): TapExposure {
  const attended = new Set<Element>();
  const seenSince = new Map<Element, number>();
  // Declared apart: TypeScript's DOM library does not know the last two.
  const options = { threshold: 0.5, trackVisibility: true, delay: DELAY_MS };
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) note(entry.target, 'isVisible' in entry && entry.isVisible === true);
  }, options);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  function note(button: Element, isSeen: boolean): void {
    if (!isSeen || !attended.has(button)) seenSince.delete(button);
    else if (!seenSince.has(button)) seenSince.set(button, performance.now());
  }

  return {
    attend(button, isDrawn) {
      if (isDrawn === attended.has(button) || (isDrawn && touchPoints() === 0)) return;
      if (isDrawn) {
        attended.add(button);
        observer.observe(button);
      } else {
        attended.delete(button);
        seenSince.delete(button);
        observer.unobserve(button);
      }
    },
    wasSeenFor(button, ms) {
      const since = seenSince.get(button);
      return since !== undefined && performance.now() - since >= ms;
    },
  };
}
