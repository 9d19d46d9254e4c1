import type { CommandProblem } from '../../messages/panel-state.ts';
import { fail, type Result } from '../../result.ts';
import { isOutcomeUnknown } from '../../vicidial/failure.ts';

type Answer = Promise<Result<null, CommandProblem>>;

export interface OncePerCall {
  once(wish: string, send: () => Answer): Answer;
  /** The screen has taken what was answered: the next wish is for another call. */
  taken(): void;
}

/**
 * Keeps a wish from being carried out twice: until the agent screen has taken a command, `takenMs` after its answer, the state
 * still shows the call that it was for. The same wish meanwhile gets the same answer; another one is refused.
 */
export function createOncePerCall(now: () => number, takenMs: () => number): OncePerCall {
  let last: { readonly wish: string; readonly answer: Answer; answeredAt: number | null } | null = null;

  const isTaking = ({ answeredAt }: NonNullable<typeof last>): boolean => {
    if (answeredAt === null) return true;
    const sinceMs = now() - answeredAt;
    // A clock that was set back must not hold the agent up.
    return sinceMs >= 0 && sinceMs < takenMs();
  };

  function once(wish: string, send: () => Answer): Answer {
    if (last && isTaking(last))
      return last.wish === wish ? last.answer : Promise.resolve(fail({ code: 'notNow', reason: 'justSent' }));
    const mine = { wish, answer: send(), answeredAt: null as number | null };
    last = mine;
    const settle = (mayBeTaken: boolean) => {
      if (mayBeTaken) mine.answeredAt = now();
      else if (last === mine) last = null;
    };
    mine.answer.then(
      (answer) => settle(answer.ok || (answer.failure.code === 'vicidial' && isOutcomeUnknown(answer.failure.failure))),
      () => settle(true),
    );
    return mine.answer;
  }

  return {
    once,
    taken() {
      if (last && last.answeredAt !== null) last = null;
    },
  };
}
