import { fail } from '../../result.ts';
import type { Answer } from '../../vicidial/client.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import type { RequestLine } from '../request-line.ts';

/** Asks one question in its turn; one whose turn comes too late is asked no more. */
export type Ask = <T>(question: () => Answer<T>) => Answer<T>;

export interface AskingDeps {
  /** Runs `task` after `ms`; the returned function takes it back. */
  readonly after: (ms: number, task: () => void) => () => void;
  /** The line in which everything that is only asked for one agent stands. */
  readonly inTurn: RequestLine['inTurn'];
}

/**
 * What `search` finds within `waitMs`, else what `otherwise` says then: a click waits for nobody longer. Of a search that has
 * taken too long nothing more is asked.
 */
export function askedInTime<T>(
  { after, inTurn }: AskingDeps,
  waitMs: number,
  search: (ask: Ask) => Promise<T>,
  otherwise: () => T,
): Promise<T> {
  const tooLate: VicidialFailure = { code: 'timeout', timeoutMs: waitMs };
  let isLate = false;
  const ask: Ask = (question) => inTurn(async () => (isLate ? fail(tooLate) : question()));
  return new Promise((resolve) => {
    const cancel = after(waitMs, () => {
      isLate = true;
      resolve(otherwise());
    });
    void search(ask)
      .catch(otherwise)
      .then((found) => {
        cancel();
        resolve(found);
      });
  });
}
