import { fail, ok, type Result } from '../result.ts';

/** Why the microphone cannot be heard: the browser or the person said no, there is none, or it does not work now. */
export type MicrophoneProblem = 'refused' | 'missing' | 'busy';

/** `unknown` where the browser does not tell. */
export type MicrophonePermission = 'granted' | 'prompt' | 'denied' | 'unknown';

// Often enough to follow a word, seldom enough for a person to read the meter.
const LEVEL_MS = 100;
const SAMPLES = 2048;
// A quiet room is below, a voice at a headset between -35 and -15.
const FLOOR_DB = -60;
const RANGE_DB = 50;

/**
 * Reports the level of the microphone ten times a second, from 0 (silence) to 1 (loud), until `signal` aborts: then the
 * microphone is let go at once. Nothing is recorded and nothing leaves this page. Resolves when it has begun to listen.
 */
export async function listenToMicrophone(
  onLevel: (level: number) => void,
  signal: AbortSignal,
  getUserMedia = (constraints: MediaStreamConstraints) => navigator.mediaDevices.getUserMedia(constraints),
): Promise<Result<null, MicrophoneProblem>> {
  let stream: MediaStream;
  try {
    stream = await getUserMedia({ audio: true });
  } catch (error) {
    return fail(problemOf(error));
  }
  const letGo = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (signal.aborted) {
    letGo();
    return ok(null);
  }
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: SAMPLES });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(SAMPLES);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(levelOf(samples));
  }, LEVEL_MS);
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(timer);
      letGo();
      void context.close();
    },
    { once: true },
  );
  return ok(null);
}

/** Loudness of a piece of sound, from 0 for a quiet room to 1. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(power);
  return Math.min(1, Math.max(0, (decibels - FLOOR_DB) / RANGE_DB));
}

function problemOf(error: unknown): MicrophoneProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' ? 'missing' : 'busy';
}

/** Tells whether pages in this one may use the microphone, now and on every change, until `signal` aborts. */
export async function watchMicrophonePermission(
  onChange: (permission: MicrophonePermission) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    const status = await navigator.permissions.query({ name: 'microphone' });
    status.addEventListener('change', () => onChange(status.state), { signal });
    if (!signal.aborted) onChange(status.state);
  } catch {
    onChange('unknown');
  }
}
