import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { settledWithin } from '../../../lib/messages/settled-within.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** After how many milliseconds the wait for `task` is over. */
async function waitedFor(task: Promise<unknown>): Promise<number> {
  const from = Date.now();
  const waiting = settledWithin(task, 300).then(() => Date.now() - from);
  await vi.advanceTimersByTimeAsync(1_000);
  return waiting;
}

const after = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

it.each([
  ['that was done', () => after(40), 40],
  ['that has failed', () => after(40).then(() => Promise.reject(new Error('no answer'))), 40],
  ['that takes too long', () => after(5_000), 300],
  ['that fails too late', () => after(900).then(() => Promise.reject(new Error('no answer'))), 300],
])('the wait for a task %s is over in time', async (_what, task, ms) => {
  expect(await waitedFor(task())).toBe(ms);
});
