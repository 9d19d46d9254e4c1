import { askBackground, hearBackground } from '../messages/page-client.ts';
import { watchForCandidates } from '../page/candidate-watch.ts';
import { mayHoldNumber } from '../phone/may-hold-number.ts';
import { currentFrameLife, type FrameLife, setFrameLife } from './frame-life.ts';

/**
 * The first and, in most frames, the only script: waits until something in the frame could be a number, and only then
 * asks for the engine. Runs once per frame however often it is injected.
 */
export async function startFrame(signal: AbortSignal): Promise<void> {
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
      'page.settingsChanged': (settings) => {
        if (!settings) return ending.abort();
        life.settings = settings;
        life.engine?.settingsChanged(settings);
      },
    },
    life.signal,
  );
  watchForCandidates(document, life.signal, () => void loadEngine(life, ending), mayHoldNumber);
}

async function loadEngine(life: FrameLife, ending: AbortController): Promise<void> {
  const settings = await askBackground('page.start');
  // Not enabled here: a script left over from a site that was disabled while the page slept.
  if (!settings) return ending.abort();
  life.settings = settings;
  await askBackground('page.loadEngine');
}
