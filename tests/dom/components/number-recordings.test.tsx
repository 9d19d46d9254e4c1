import { afterEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../../lib/result.ts';
import { numberView, RECORDINGS } from '../../pages/component-gallery/number-views.tsx';
import { control, hide, later, show } from './mount.tsx';
import { words } from './sign-in-stage.tsx';

afterEach(hide);

describe('a recording', () => {
  /** A tenth of a second of silence. */
  const silence = () => {
    const bytes = new Uint8Array(44 + 1600);
    const view = new DataView(bytes.buffer);
    const text = (at: number, letters: string) => {
      for (const [i, letter] of [...letters].entries()) view.setUint8(at + i, letter.charCodeAt(0));
    };
    text(0, 'RIFF');
    view.setUint32(4, 36 + 1600, true);
    text(8, 'WAVEfmt ');
    for (const [at, value] of [
      [16, 16],
      [24, 8000],
      [28, 16_000],
      [40, 1600],
    ] as const)
      view.setUint32(at, value, true);
    for (const [at, value] of [
      [20, 1],
      [22, 1],
      [32, 2],
      [34, 16],
    ] as const)
      view.setUint16(at, value, true);
    text(36, 'data');
    return URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' }));
  };

  const pressPlay = async () => {
    await expect.poll(() => document.querySelector('[aria-label^="Play"]')).not.toBeNull();
    control('button', /^Play/).click();
  };

  it('is loaded when it is to be heard, and not before', async () => {
    const loadRecording = vi.fn(async () => silence());
    show(numberView({ commands: { loadRecording } }));
    await expect.poll(() => document.querySelector('[aria-label^="Play the recording of Nov 19"]')).not.toBeNull();
    expect(document.querySelector('audio')).toBeNull();
    expect(loadRecording).not.toHaveBeenCalled();
    control('button', /^Play the recording of Nov 19/).click();
    await expect.poll(() => document.querySelector('audio')?.src).toMatch(/^blob:/);
    expect(loadRecording).toHaveBeenCalledExactlyOnceWith(
      'https://dialer.example.com/RECORDINGS/91.wav',
      expect.any(AbortSignal),
    );
  });

  it('that lies elsewhere names the place, and has no button', async () => {
    show(numberView());
    await expect.poll(words).toContain('It lies on another server than your dialer, archive.example.com');
    expect(document.querySelectorAll('[aria-label^="Play"]')).toHaveLength(1);
  });

  const notSound = () => URL.createObjectURL(new Blob(['<html>login</html>'], { type: 'audio/wav' }));

  it.each([
    ['could not be loaded', async () => null, 'This recording could not be loaded.'],
    ['did not come', async () => Promise.reject(new Error('lost')), 'This recording could not be loaded.'],
    ['came, and cannot be played', async () => notSound(), 'This recording was loaded, but cannot be played here.'],
  ])('that %s says so, and can be tried again', async (_why, loadRecording, said) => {
    show(numberView({ commands: { loadRecording } }));
    await pressPlay();
    await expect.poll(words).toContain(said);
    expect(document.querySelector('audio')).toBeNull();
    expect(control('button', /^Play/).getAttribute('aria-disabled')).toBe('false');
  });

  /** Whether the browser still keeps what has that address. */
  const isKept = (address: string) =>
    fetch(address).then(
      () => true,
      () => false,
    );

  it.each([
    ['that is heard', silence],
    ['that cannot be played', notSound],
  ])('%s is kept no longer than its line is there', async (_what, make) => {
    const address = make();
    show(numberView({ commands: { loadRecording: async () => address } }));
    await pressPlay();
    await expect
      .poll(() => document.querySelector('audio') ?? document.body.textContent?.match(/cannot be/))
      .toBeTruthy();
    hide();
    await expect.poll(() => isKept(address)).toBe(false);
  });

  it('that comes when nobody is there any more is not kept, nor waited for', async () => {
    const late = later<string | null>();
    const loadRecording = vi.fn((_url: string, _left: AbortSignal) => late.answer);
    show(numberView({ commands: { loadRecording } }));
    await pressPlay();
    await expect.poll(() => loadRecording.mock.calls.length).toBe(1);
    hide();
    expect(loadRecording.mock.calls[0]?.[1].aborted).toBe(true);
    const address = silence();
    late.come(address);
    await expect.poll(() => isKept(address)).toBe(false);
  });

  it('has a button that touches no line between two recordings', async () => {
    const lines = RECORDINGS.map((each, at) => ({
      ...each,
      recordingId: String(at),
      from: { url: `https://d.example/${at}` },
    }));
    show(numberView({ commands: { recordings: async () => ok(lines) } }));
    await expect.poll(() => document.querySelectorAll('[aria-label^="Play"]').length).toBe(2);
    for (const button of document.querySelectorAll('[aria-label^="Play"]')) {
      const [own, line] = [button, button.closest('li')!].map((each) => each.getBoundingClientRect());
      expect([own!.top - line!.top >= 4, line!.bottom - own!.bottom >= 4]).toEqual([true, true]);
    }
  });
});
