import type { CommandProblem } from '../../messages/panel-state.ts';
import { fail, type Result } from '../../result.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { isOutcomeUnknown } from '../../vicidial/failure.ts';
import type { SendOnce } from './call-control.ts';
import { countSent, tooManyDials } from './toll-guard.ts';

/** Sends a command that calls somebody, within what may be dialled in a minute. One that VICIdial has refused does not count. */
export async function countCall(
  store: SessionStore,
  mostPerMinute: number,
  now: number,
  send: SendOnce,
): Promise<Result<null, CommandProblem>> {
  const tooMany = tooManyDials(store.current().sentTimes, mostPerMinute, now);
  if (tooMany?.code === 'tooManyDials') return fail(tooMany);
  // Counted before it is sent: two at once are two.
  await store.keep({ sentTimes: countSent(store.current().sentTimes, now) });
  const sent = await send();
  if (!sent.ok && !mayBeDone(sent.failure)) {
    const { sentTimes } = store.current();
    // Gone where somebody has signed in meanwhile.
    const mine = sentTimes.lastIndexOf(now);
    await store.keep({ sentTimes: sentTimes.filter((_, index) => index !== mine) });
  }
  return sent;
}

function mayBeDone(problem: CommandProblem): boolean {
  return problem.code === 'vicidial' && isOutcomeUnknown(problem.failure);
}
