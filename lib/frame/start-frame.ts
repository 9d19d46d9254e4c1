import { askBackground, hearBackground } from '../messages/page-client.ts';
import { watchForCandidates } from '../page/candidate-watch.ts';
import { mayHoldNumber } from '../phone/may-hold-number.ts';
import { currentFrameLife, type FrameLife, setFrameLife } from './frame-life.ts';

/**
 * The first and, in most frames, the only script: waits until something in the frame could be a number, and only then
 * asks for the engine. Runs once per frame however often it is injected.
 */
export async function startFrame(
  signal: AbortSignal,
  shadowRootOf: (element: Element) => ShadowRoot | null,
): Promise<void> {
  if (currentFrameLife()) return;
  const ending = new AbortController();
  const life: FrameLife = {
    signal: AbortSignal.any([signal, ending.signal]),
    settings: { regions: [], mode: 'buttons', dial: null },
    engine: null,
  };
  setFrameLife(life);
  hearBackground(
    {
      'page.dialChanged': (dial) => life.engine?.dialChanged(dial),
      'page.focusNumber': ({ direction }) => life.engine?.focusNumber(direction),
      'page.settingsChanged': () => void askSettings(life, ending),
    },
    life.signal,
  );
  watchForCandidates(document, life.signal, () => void loadEngine(life, ending), mayHoldNumber, shadowRootOf);
}

async function loadEngine(life: FrameLife, ending: AbortController): Promise<void> {
  if (await askSettings(life, ending)) await askBackground('page.loadEngine');
}

/** Reads the frame's settings; ends everything here when the site is not, or no longer, enabled. */
async function askSettings(life: FrameLife, ending: AbortController): Promise<boolean> {
  const settings = await askBackground('page.start');
  if (!settings) {
    ending.abort();
    return false;
  }
  life.settings = settings;
  life.engine?.settingsChanged(settings);
  return true;
}
