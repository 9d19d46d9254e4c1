import type { IsVeiled } from './veils.ts';

/**
 * Knows of a button, and of the words that say what it dials, whether the page paints over them, where the browser can tell
 * (Chromium: IntersectionObserver with `trackVisibility`, made against clickjacking). Hit tests cannot see covers that let
 * the pointer through; where the browser cannot tell, those are looked for that a page may have in the top layer.
 */
export interface Exposure {
  /** False where the browser cannot tell; then {@link mayBeSeen} is about the very moment, and about the page’s popovers alone. */
  readonly canTell: boolean;
  /** Starts to look at a button and its words, because a person is at it. Another one is no longer looked at. */
  watch(button: Element, words: Element): void;
  /** False when something is known to be painted over the button or its words, or they have not been looked at for long enough. */
  mayBeSeen(button: Element): boolean;
  /** Does `work` once the button and its words may be seen, at once where they may be already; not at all when half a second is not enough. */
  whenSeen(button: Element, work: () => void): void;
}

/** The shortest delay that the browser allows. */
const DELAY_MS = 100;

/** The browser answers in frames only, so frames are asked for until it does: half a second of them at 60 Hz. */
const MOST_FRAMES = 30;

export function createExposure(signal: AbortSignal, isVeiled: IsVeiled = () => false): Exposure {
  let watched: Element | null = null;
  let watchedWords: Element | null = null;
  const seen = new Set<Element>();
  let framesLeft = 0;
  // Declared apart: TypeScript's DOM library does not know the last two.
  const options = { threshold: 0.5, trackVisibility: true, delay: DELAY_MS };
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if ('isVisible' in entry && entry.isVisible === true) seen.add(entry.target);
      else seen.delete(entry.target);
    }
  }, options);
  const canTell = 'trackVisibility' in observer;
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  const isSeen = () => watched !== null && watchedWords !== null && seen.has(watched) && seen.has(watchedWords);

  function keepFramesComing(): void {
    if (signal.aborted || isSeen() || framesLeft-- <= 0) return;
    requestAnimationFrame(keepFramesComing);
  }

  function mayBeSeen(button: Element): boolean {
    if (canTell) return watched === button && isSeen();
    const words = watched === button && watchedWords?.checkVisibility() ? [watchedWords] : [];
    return ![button, ...words].some(isVeiled);
  }

  function whenSeen(button: Element, work: () => void, frames = MOST_FRAMES): void {
    if (signal.aborted) return;
    if (mayBeSeen(button)) work();
    else if (frames > 0) requestAnimationFrame(() => whenSeen(button, work, frames - 1));
  }

  return {
    canTell,
    watch(button, words) {
      if (watched === button) return;
      // Also drops what was still to be told of them.
      observer.disconnect();
      seen.clear();
      [watched, watchedWords] = [button, words];
      if (!canTell) return;
      observer.observe(button);
      observer.observe(words);
      framesLeft = MOST_FRAMES;
      keepFramesComing();
    },
    mayBeSeen,
    whenSeen: (button, work) => whenSeen(button, work),
  };
}
