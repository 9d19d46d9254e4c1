import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSharedAnswers } from '../../../lib/background/supervisor/shared-answers.ts';
import { ok } from '../../../lib/result.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('forgets what was answered by itself, also where nobody asks for anything any more', async () => {
  const ask = vi.fn(async () => ok('Alice'));
  // No clock makes it old: whatever is gone went by itself.
  const { share } = createSharedAnswers<string>(() => 0);
  await share('agents', ask);
  await vi.advanceTimersByTimeAsync(3_900);
  await share('agents', ask);
  expect(ask).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(100);
  await share('agents', ask);
  expect(ask).toHaveBeenCalledTimes(2);
});
