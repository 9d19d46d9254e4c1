import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRememberedAnswers, REMEMBERED_MS } from '../../../lib/background/records/remembered-answers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('forgets what was answered by itself, also where nobody asks for anything any more', async () => {
  // No clock makes it old: whatever is gone went by itself.
  const known = createRememberedAnswers<string>({ session: () => 'one', now: () => 0 });
  known.keep('leads', Promise.resolve('Ada'));
  await vi.advanceTimersByTimeAsync(REMEMBERED_MS - 1);
  expect(await known.get('leads')).toBe('Ada');
  await vi.advanceTimersByTimeAsync(1);
  expect(known.get('leads')).toBeUndefined();
});

it('keeps what was asked anew as long as the first', async () => {
  const known = createRememberedAnswers<string>({ session: () => 'one', now: () => 0 });
  known.keep('leads', Promise.resolve('Ada'));
  await vi.advanceTimersByTimeAsync(REMEMBERED_MS / 2);
  known.keep('leads', Promise.resolve('Bert'));
  await vi.advanceTimersByTimeAsync(REMEMBERED_MS / 2);
  expect(await known.get('leads')).toBe('Bert');
});
