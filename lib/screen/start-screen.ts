import { isExtensionAlive } from '../messages/page-client.ts';
import { tellLeft, tellReading } from '../messages/screen-client.ts';
import { watchScreen } from './screen-watcher.ts';

// A symbol of the isolated world's own global: page script has another global and never sees it.
const KEY = Symbol.for('dialside.agent-screen');
type ScreenGlobal = { [KEY]?: AbortSignal };

/** Watches this page while the background wants it; a second injection replaces the first. */
export function startScreen(signal: AbortSignal): void {
  const running = (globalThis as ScreenGlobal)[KEY];
  if (running && !running.aborted) return;
  const ending = new AbortController();
  const life = AbortSignal.any([signal, ending.signal]);
  (globalThis as ScreenGlobal)[KEY] = life;

  watchScreen({
    document,
    pageUrl: location.href,
    signal: life,
    onReading: async (reading) => {
      // A background that could not answer is told again with the next reading; one that was updated never will.
      const isWanted = await tellReading(reading).catch(isExtensionAlive);
      if (!isWanted) ending.abort();
    },
  });
  // Not `unload`, which would keep the page out of the browser's back-forward cache.
  addEventListener('pagehide', tellLeft, { signal: life });
}
