import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { MicrophoneTest } from '../../../components/webphone/microphone-test.tsx';
import { listenToMicrophone, type MicrophoneProblem } from '../../../lib/platform/microphone.ts';
import { fail, ok, type Result } from '../../../lib/result.ts';
import { control, hide, show } from './mount.tsx';

const onHeard = vi.fn();
const onClose = vi.fn(hide);
let report: (level: number) => void;
let signal: AbortSignal;
let begun: Result<null, MicrophoneProblem>;

const listen = vi.fn(async (onLevel: (level: number) => void, until: AbortSignal) => {
  report = onLevel;
  signal = until;
  return begun;
});

beforeEach(() => {
  vi.clearAllMocks();
  begun = ok(null);
});
afterEach(() => {
  vi.useRealTimers();
  hide();
});

async function begin() {
  show(<MicrophoneTest listen={listen} onHeard={onHeard} onClose={onClose} />);
  await expect.poll(() => document.querySelector('.microphone-words')?.textContent).not.toContain('Waiting');
}

const said = () => document.querySelector('[role=status]')?.textContent;
const meter = () => document.querySelector('[role=meter]');

describe('the meter', () => {
  it.each([
    [0.05, '5', 'Silent'],
    [0.3, '30', 'Quiet'],
    [0.724, '72', 'Good'],
  ])('at %f says %s, %s', async (level, value, word) => {
    await begin();
    report(level);
    await expect.poll(() => meter()?.getAttribute('aria-valuenow')).toBe(value);
    expect(meter()?.getAttribute('aria-valuetext')).toBe(word);
    expect([meter()?.getAttribute('aria-valuemin'), meter()?.getAttribute('aria-valuemax')]).toEqual(['0', '100']);
    expect(meter()?.getAttribute('aria-label')).toBe('Microphone level');
  });
});

describe('the test', () => {
  it('takes a voice for a voice, and a knock for none', async () => {
    await begin();
    expect(said()).toBe('Say something.');
    for (const level of [0.9, 0.9, 0.1, 0.9]) report(level);
    expect(onHeard).not.toHaveBeenCalled();
    report(0.6);
    await expect.poll(said).toBe('You are heard well.');
    report(0.6);
    expect(onHeard).toHaveBeenCalledOnce();
    // Who has spoken is silent then.
    report(0.05);
    await expect.poll(() => meter()?.getAttribute('aria-valuenow')).toBe('5');
    expect(document.querySelector('.meter-row')?.textContent).toBe('');
    expect(meter()?.hasAttribute('aria-valuetext')).toBe(false);
  });

  it('takes a voice that comes before the browser says that it listens', async () => {
    listen.mockImplementationOnce(async (onLevel) => {
      for (let count = 0; count < 4; count++) onLevel(0.6);
      return ok(null);
    });
    await begin();
    await expect.poll(said).toBe('You are heard well.');
  });

  it.each([
    ['refused', 'The browser does not let Dialside hear your microphone.'],
    ['missing', 'No microphone was found.'],
    ['busy', 'The microphone does not work now.'],
  ] as const)('says what to do when it is %s, and tries again', async (problem, words) => {
    begun = fail(problem);
    await begin();
    expect(said()).toContain(words);
    expect(meter()).toBeNull();
    begun = ok(null);
    await userEvent.click(control('button', 'Test again'));
    await expect.poll(said).toBe('Say something.');
  });

  it('says what to do when nothing is heard, and goes on listening', async () => {
    vi.useFakeTimers();
    show(<MicrophoneTest listen={listen} onHeard={onHeard} onClose={onClose} />);
    await vi.advanceTimersByTimeAsync(6_100);
    expect(said()).toContain('Nothing is heard.');
    for (let count = 0; count < 4; count++) report(0.6);
    await vi.advanceTimersByTimeAsync(100);
    expect(said()).toBe('You are heard well.');
    expect(signal.aborted).toBe(false);
  });

  it('lets the microphone go by itself after a minute', async () => {
    vi.useFakeTimers();
    show(<MicrophoneTest listen={listen} onHeard={onHeard} onClose={onClose} />);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(onClose).toHaveBeenCalledOnce();
    expect(signal.aborted).toBe(true);
  });

  it.each(['{Tab}{Enter}', '{Escape}'])('lets the microphone go when the agent is done, by %s', async (keys) => {
    await begin();
    expect(document.activeElement?.textContent).toBe('Microphone test');
    await userEvent.keyboard(keys);
    expect(onClose).toHaveBeenCalledOnce();
    expect(signal.aborted).toBe(true);
  });
});

describe('listening', () => {
  it('hears a tone, and stops the stream at once when it is over', async () => {
    const speaker = new AudioContext();
    const tone = new OscillatorNode(speaker, { frequency: 300 });
    const wire = speaker.createMediaStreamDestination();
    tone.connect(wire);
    tone.start();
    const levels: number[] = [];
    const until = new AbortController();
    // Sound runs only in a page that somebody has used.
    show(<button type="button">Listen</button>);
    await userEvent.click(control('button', 'Listen'));
    await speaker.resume();
    expect(
      await listenToMicrophone(
        (level) => levels.push(level),
        until.signal,
        async () => wire.stream,
      ),
    ).toEqual(ok(null));
    await expect.poll(() => Math.max(...levels)).toBeGreaterThan(0.8);
    until.abort();
    expect(wire.stream.getTracks().map(({ readyState }) => readyState)).toEqual(['ended']);
    const { length } = levels;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(levels).toHaveLength(length);
    await speaker.close();
  });
});
