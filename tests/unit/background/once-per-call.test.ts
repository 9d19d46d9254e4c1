import { beforeEach, expect, it, vi } from 'vitest';
import { createOncePerCall, type OncePerCall } from '../../../lib/background/dialling/once-per-call.ts';
import type { CommandProblem } from '../../../lib/messages/panel-state.ts';
import { fail, ok, type Result } from '../../../lib/result.ts';

const TAKEN_MS = 2_500;
const JUST_SENT = fail({ code: 'notNow', reason: 'justSent' });

let clock = 0;
let once: OncePerCall['once'];
let taken: OncePerCall['taken'];
const send = vi.fn(async (): Promise<Result<null, CommandProblem>> => ok(null));

beforeEach(() => {
  clock = 1_000_000;
  ({ once, taken } = createOncePerCall(
    () => clock,
    () => TAKEN_MS,
  ));
  send.mockReset().mockResolvedValue(ok(null));
});

it('does once what is asked for twice before the screen has taken it', async () => {
  expect(await Promise.all([once('skip', send), once('skip', send)])).toEqual([ok(null), ok(null)]);
  clock += TAKEN_MS - 1;
  await once('skip', send);
  expect(send).toHaveBeenCalledOnce();
  clock += 1;
  await once('skip', send);
  expect(send).toHaveBeenCalledTimes(2);
});

it('refuses another wish meanwhile, which would wait and reach the next call', async () => {
  await once('skip', send);
  expect(await once('dial', send)).toEqual(JUST_SENT);
  clock += TAKEN_MS;
  expect(await once('dial', send)).toEqual(ok(null));
});

it.each([
  ['was refused here', fail({ code: 'notNow', reason: 'noPreview' } as const), 2],
  ['was refused by the dialer', fail({ code: 'vicidial', command: 'x', failure: { code: 'noLiveCall' } } as const), 2],
  ['may have been done', fail({ code: 'vicidial', command: 'x', failure: { code: 'unreachable' } } as const), 1],
])('does again what %s: %j', async (_, answer, times) => {
  send.mockResolvedValueOnce(answer);
  await once('skip', send);
  await once('skip', send);
  expect(send).toHaveBeenCalledTimes(times);
});

it('does the next wish at once where the screen has taken the last, but not while its answer is awaited', async () => {
  const first = once('skip', send);
  taken();
  expect(await once('dial', send)).toEqual(JUST_SENT);
  await first;
  taken();
  expect(await once('dial', send)).toEqual(ok(null));
});

it('is not held up by a clock that was set back', async () => {
  await once('skip', send);
  clock -= 3_600_000;
  expect(await once('dial', send)).toEqual(ok(null));
});
