import type { NumberAnswer } from '../../messages/number-details.ts';
import { fail } from '../../result.ts';
import type { Answer } from '../../vicidial/client.ts';

export interface NumberQuestionDeps {
  /** Id of the sign-in; null where nobody is signed in. */
  readonly session: () => string | null;
  /** Keeps two requests apart. They stand in no line with the status: a slow one must not hold up a dial. */
  readonly spaced: <T>(ask: () => Promise<T>) => Promise<T>;
}

/**
 * One request of the window about a number, in its turn. `client` is of the login at the press, null where there is none for it:
 * what has waited until another session began is not sent, least of all with that one's login and to its dialer.
 */
export async function askForWindow<C extends object, T>(
  { session, spaced }: NumberQuestionDeps,
  client: C | null,
  ask: (client: C) => Answer<T>,
): Promise<NumberAnswer<T>> {
  const asker = session();
  if (asker === null) return fail({ code: 'notSignedIn' });
  if (client === null) return fail({ code: 'noRight' });
  return spaced(async () => {
    if (session() !== asker) return fail({ code: 'notSignedIn' });
    const answer = await ask(client);
    if (answer.ok) return answer;
    const { failure } = answer;
    return fail(failure.code === 'notPermitted' ? { code: 'noRight' } : { code: 'vicidial', failure });
  });
}
