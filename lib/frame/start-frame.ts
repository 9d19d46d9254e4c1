import { askBackground, hearBackground, isExtensionAlive } from '../messages/page-client.ts';
import { removeAbandonedHosts } from '../page/overlay/abandoned-host.ts';
import { watchForCandidates } from '../page/watch/candidate-watch.ts';
import { currentFrameLife, type FrameLife, setFrameLife } from './frame-life.ts';

// A stopped worker is back well within this.
const ASK_AGAIN_MS = 500;

/**
 * The first and, in most frames, the only script: waits until something in the frame could be a number, and only then
 * asks for the engine. Runs once per frame however often it is injected.
 */
export async function startFrame(shadowRootOf: (element: Element) => ShadowRoot | null): Promise<void> {
  if (currentFrameLife()) return;
  const ending = new AbortController();
  const life: FrameLife = {
    signal: ending.signal,
    settings: { regions: [], mode: 'buttons', appearance: 'system', notNumbers: [], dial: null },
    end: () => ending.abort(),
    engine: null,
  };
  setFrameLife(life);
  removeAbandonedHosts(document, shadowRootOf);
  const refresh = () => void askSettings(life).catch(() => isExtensionAlive() || life.end());
  hearBackground(
    {
      'page.dialChanged': (dial) => {
        life.settings = { ...life.settings, dial };
        life.engine?.dialChanged(dial);
      },
      'page.focusNumber': ({ direction }) => life.engine?.focusNumber(direction),
      'page.tellNumbers': () => life.engine?.tellNumbers(),
      'page.settingsChanged': refresh,
    },
    life.signal,
  );
  // A page that comes back from the browser's cache has missed what was told meanwhile.
  addEventListener('pageshow', (event) => event.persisted && refresh(), { signal: life.signal });
  watchForCandidates(document, life.signal, () => void loadEngine(life), shadowRootOf);
}

async function loadEngine(life: FrameLife): Promise<void> {
  try {
    if (await askSettings(life)) await twice(() => askBackground('page.loadEngine'));
  } catch (error) {
    if (isExtensionAlive()) reportError(error);
    else life.end();
  }
}

/** Reads the frame's settings; ends everything here when the site is not, or no longer, enabled. */
async function askSettings(life: FrameLife): Promise<boolean> {
  const settings = await twice(() => askBackground('page.start'));
  if (!settings) {
    life.end();
    return false;
  }
  life.settings = settings;
  life.engine?.settingsChanged(settings);
  return true;
}

/** Asks once more what the background could not answer because the browser had just stopped it. For questions only. */
async function twice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    return ask();
  }
}
