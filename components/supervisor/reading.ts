import type { SupervisorProblem } from '../../lib/messages/supervisor.ts';
import type { Result } from '../../lib/result.ts';

/** The background, which asks the dialer, did not answer. */
export interface NoAnswer {
  readonly code: 'noAnswer';
}

/** What was read last, and what has gone wrong since. Times are epoch milliseconds. */
export interface Reading<T> {
  /** Null before the first answer. */
  readonly rows: readonly T[] | null;
  readonly readAt: number | null;
  /** Null when the last answer brought the rows. */
  readonly problem: SupervisorProblem | NoAnswer | null;
  readonly failedAt: number | null;
}

export const NOTHING_READ: Reading<never> = { rows: null, readAt: null, problem: null, failedAt: null };

/** Keeps the last rows when a question fails: they are old, and still the best that is known. */
export function readingAfter<T>(
  before: Reading<T>,
  answer: Result<readonly T[], SupervisorProblem | NoAnswer>,
  now: number,
): Reading<T> {
  if (answer.ok) return { rows: answer.value, readAt: now, problem: null, failedAt: null };
  return { ...before, problem: answer.failure, failedAt: now };
}

/** Whether the dialer was not reached for something else since these rows were read: then they are no more live than that is. */
export function isOutOfReach(reading: Reading<unknown>, other: Reading<unknown>): boolean {
  const { problem, failedAt } = other;
  if (problem?.code !== 'vicidial' || failedAt === null || failedAt < (reading.readAt ?? 0)) return false;
  return ['unreachable', 'timeout', 'httpStatus', 'redirected', 'notVicidial'].includes(problem.failure.code);
}

/** Whether the login may not ask this, which the next question would not change. */
export function isRefused({ problem }: Reading<unknown>): boolean {
  return problem?.code === 'vicidial' && problem.failure.code === 'notPermitted';
}
