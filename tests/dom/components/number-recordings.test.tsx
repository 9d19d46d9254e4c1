import { afterEach, describe, expect, it, vi } from 'vitest';
import { numberView } from '../../pages/component-gallery/number-views.tsx';
import { control, hide, show } from './mount.tsx';
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

  it('is loaded when it is to be heard, and not before', async () => {
    const loadRecording = vi.fn(async () => silence());
    show(numberView({ commands: { loadRecording } }));
    await expect.poll(() => document.querySelector('[aria-label^="Play the recording of Nov 19"]')).not.toBeNull();
    expect(document.querySelector('audio')).toBeNull();
    expect(loadRecording).not.toHaveBeenCalled();
    control('button', /^Play the recording of Nov 19/).click();
    await expect.poll(() => document.querySelector('audio')?.src).toMatch(/^blob:/);
    expect(loadRecording).toHaveBeenCalledExactlyOnceWith('https://dialer.example.com/RECORDINGS/91.wav');
  });

  it('that lies elsewhere names the place, and has no button', async () => {
    show(numberView());
    await expect.poll(words).toContain('It lies on another server than your dialer, archive.example.com');
    expect(document.querySelectorAll('[aria-label^="Play"]')).toHaveLength(1);
  });

  it.each([
    ['could not be loaded', async () => null],
    ['is no sound', async () => URL.createObjectURL(new Blob(['<html>login</html>'], { type: 'audio/wav' }))],
  ])('that %s says so, and can be tried again', async (_why, loadRecording) => {
    show(numberView({ commands: { loadRecording } }));
    await expect.poll(() => document.querySelector('[aria-label^="Play"]')).not.toBeNull();
    control('button', /^Play/).click();
    await expect.poll(words).toContain('This recording could not be loaded.');
    expect(document.querySelector('audio')).toBeNull();
    expect(control('button', /^Play/)).toBeTruthy();
  });
});
