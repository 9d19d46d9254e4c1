import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RecordingAsOf } from '../../../components/call/recording-as-of.tsx';
import { useRecording } from '../../../components/call/use-recording.ts';
import { hide, show } from './mount.tsx';

type Recording = ReturnType<typeof useRecording>;
type Told = Parameters<typeof useRecording>[1];

/** Preact runs effects after the next frame; what they change is drawn, and has effects of its own. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** A clock that stands still, and what is due on it. */
function createClock() {
  const due = new Set<{ readonly at: number; readonly task: () => void }>();
  const clock = {
    time: 1_000_000,
    now: () => clock.time,
    after(ms: number, task: () => void) {
      const timer = { at: clock.time + ms, task };
      due.add(timer);
      return () => void due.delete(timer);
    },
    pass(ms: number) {
      clock.time += ms;
      for (const timer of [...due].filter(({ at }) => at <= clock.time)) {
        due.delete(timer);
        timer.task();
      }
      return settled();
    },
  };
  return clock;
}

let clock = createClock();
let recording: Recording;
const isRecording = vi.fn<() => Promise<boolean | null>>();

function Probe({ canRecord, agent }: { readonly canRecord: boolean; readonly agent: Told }) {
  recording = useRecording(canRecord, agent, isRecording, clock);
  return null;
}

/** A call that began just now, as it is read; outside of a call for null. */
function read(agent: Partial<Told> | null): Promise<void> {
  show(<Probe canRecord={agent !== null} agent={{ since: 1_000_000, readAt: clock.time, ...agent }} />);
  return settled();
}

beforeEach(() => {
  clock = createClock();
  isRecording.mockReset();
  isRecording.mockResolvedValue(true);
});
afterEach(hide);

it('is asked for three seconds after the answer, and every five minutes', async () => {
  await read({});
  await clock.pass(2_999);
  expect([recording.on, isRecording.mock.calls.length]).toEqual([null, 0]);
  await clock.pass(1);
  expect([recording.on, isRecording.mock.calls.length]).toEqual([true, 1]);
  await clock.pass(5 * 60_000);
  expect(isRecording).toHaveBeenCalledTimes(2);
});

it('that is told is asked for by nobody, and follows each reading', async () => {
  await read({ isRecording: true });
  expect(recording.on).toBe(true);
  await clock.pass(10 * 60_000);
  await read({ isRecording: false });
  expect([recording.on, isRecording.mock.calls.length]).toEqual([false, 0]);
});

it('is known on when the agent screen speaks again and tells nothing of it', async () => {
  await read({ isRecording: true });
  await clock.pass(1_000);
  await read({});
  expect(recording.on).toBe(true);
  await clock.pass(60_000);
  expect(isRecording).not.toHaveBeenCalled();
  await clock.pass(5 * 60_000);
  expect(isRecording).toHaveBeenCalledOnce();
});

it('is confirmed after a change although somebody else tells it meanwhile', async () => {
  await read({});
  await clock.pass(3_000);
  recording.confirm();
  await settled();
  await clock.pass(1_000);
  await read({ isRecording: true });
  expect(recording.changing).toBe(true);
  isRecording.mockResolvedValue(false);
  await clock.pass(1_000);
  expect([recording.on, recording.changing, isRecording.mock.calls.length]).toEqual([false, false, 2]);
});

it('of the call before says nothing of the next', async () => {
  await read({ isRecording: true });
  await read(null);
  await read({});
  expect(recording.on).toBeNull();
});

it('that is asked for is gone with its call, whatever the answer', async () => {
  let answer: (on: boolean) => void = () => {};
  isRecording.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  await read({});
  const isAlready = recording.isAlready(true);
  await read(null);
  await read({});
  answer(false);
  expect(await isAlready).toBe('gone');
  expect(recording.on).toBeNull();
});

it('is asked for when the agent looks at the panel again, three times a minute at most', async () => {
  await read({});
  await clock.pass(3_000);
  expect(isRecording).toHaveBeenCalledOnce();
  const look = async () => {
    dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
  };
  await clock.pass(5_000);
  await look();
  expect(isRecording).toHaveBeenCalledOnce();
  isRecording.mockResolvedValue(false);
  await clock.pass(15_000);
  await look();
  expect([recording.on, recording.knownAt, isRecording.mock.calls.length]).toEqual([false, clock.time, 2]);
  for (let second = 0; second < 60; second++) {
    await clock.pass(1_000);
    await look();
  }
  expect(isRecording).toHaveBeenCalledTimes(5);
  // Told by readings, or outside of a call, nobody asks.
  await read({ isRecording: true });
  await clock.pass(60_000);
  await look();
  await read(null);
  await look();
  expect(isRecording).toHaveBeenCalledTimes(5);
});

it('is shown with the time at which it was read, once that is a minute ago', () => {
  show(<RecordingAsOf at={Date.now() - 30_000} />);
  expect(document.body.textContent?.trim()).toBe('');
  show(<RecordingAsOf at={Date.now() - 61_000} />);
  expect(document.body.textContent?.trim()).toMatch(
    /^Whether the call is recorded was last checked at \d+:\d\d.[AP]M\.$/u,
  );
});
