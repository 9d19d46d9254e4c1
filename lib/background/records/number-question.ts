import type { NumberAnswer } from '../../messages/number-details.ts';
import { fail } from '../../result.ts';
import type { Answer } from '../../vicidial/client.ts';

export interface NumberQuestionDeps {
  readonly isSignedIn: () => boolean;
  /** Keeps two requests apart. They stand in no line with the status: a slow one must not hold up a dial. */
  readonly spaced: <T>(ask: () => Promise<T>) => Promise<T>;
}

/** One request of the window about a number, in its turn; `ask` is null where there is no login for it. */
export async function askForWindow<T>(
  { isSignedIn, spaced }: NumberQuestionDeps,
  ask: () => Answer<T> | null,
): Promise<NumberAnswer<T>> {
  if (!isSignedIn()) return fail({ code: 'notSignedIn' });
  return spaced(async () => {
    const answer = await ask();
    if (answer === null) return fail({ code: 'noRight' });
    if (answer.ok) return answer;
    const { failure } = answer;
    return fail(failure.code === 'notPermitted' ? { code: 'noRight' } : { code: 'vicidial', failure });
  });
}
