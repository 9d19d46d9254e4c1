import type { ManualClock } from '../simulator/clock.ts';

/** Lets every promise go on that waits for no timer. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Runs the clock up to `end`, task by task, and after each what it has set going; `look` is called after each as well. */
export async function runUntil(clock: ManualClock, end: number, look: () => void): Promise<void> {
  await settle();
  for (let due = clock.nextDue(); due !== null && due <= end; due = clock.nextDue()) {
    clock.advance(due - clock.now());
    await settle();
    look();
  }
  clock.advance(end - clock.now());
}

/** Runs `task` while the platform's own timers, such as the deadline of a request, run on `clock`. */
export async function withTimersOf<T>(clock: ManualClock, task: () => Promise<T>): Promise<T> {
  const { setTimeout: realSet, clearTimeout: realClear } = globalThis;
  const takeBacks = new Map<number, () => void>();
  let last = 0;
  Object.assign(globalThis, {
    setTimeout: (run: () => void, ms = 0) => {
      last += 1;
      takeBacks.set(last, clock.after(ms, run));
      return last;
    },
    clearTimeout: (timer: number | undefined) => {
      if (timer !== undefined) takeBacks.get(timer)?.();
    },
  });
  try {
    return await task();
  } finally {
    Object.assign(globalThis, { setTimeout: realSet, clearTimeout: realClear });
  }
}
