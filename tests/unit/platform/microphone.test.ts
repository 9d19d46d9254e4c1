import { describe, expect, it, vi } from 'vitest';
import { levelOf, listenToMicrophone } from '../../../lib/platform/microphone.ts';

const wave = (amplitude: number) => Float32Array.from({ length: 2048 }, (_, at) => amplitude * Math.sin(at / 7));

describe('the level', () => {
  it.each([
    ['of nothing at all', 0, 0],
    ['of the noise of a quiet room', 0.001, 0],
    ['of a voice', 0.1, 0.74],
    ['of a shout', 1, 1],
  ])('%s', (_what, amplitude, level) => {
    expect(levelOf(wave(amplitude))).toBeCloseTo(level, 2);
  });
});

describe('a microphone that cannot be heard', () => {
  it.each([
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['NotFoundError', 'missing'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ])('because of %s is %s', async (name, code) => {
    const getUserMedia = () => Promise.reject(new DOMException('no', name));
    expect(await listenToMicrophone(vi.fn(), new AbortController().signal, getUserMedia)).toEqual({
      ok: false,
      failure: code,
    });
  });
});

it('is let go at once when nobody waits for it any more', async () => {
  const stop = vi.fn();
  const stream = { getTracks: () => [{ stop }, { stop }] } as unknown as MediaStream;
  await listenToMicrophone(vi.fn(), AbortSignal.abort(), async () => stream);
  expect(stop).toHaveBeenCalledTimes(2);
});
