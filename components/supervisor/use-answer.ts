import type { Explanation } from '../../lib/messages/explanation.ts';
import type { SupervisorAnswer, SupervisorProblem } from '../../lib/messages/supervisor.ts';
import { useText } from '../text.tsx';
import { type Asked, useAsked } from '../use-asked.ts';
import { explainSupervisor } from './explain-supervisor.ts';

interface Answer<Q, T> extends Asked<Q, T, SupervisorProblem> {
  readonly problem: Explanation | null;
}

/** A question of the supervisor's, and its answer; `explainFailure` has other words for a change. */
export function useAnswer<Q, T>(
  send: (question: Q) => Promise<SupervisorAnswer<T>>,
  explainFailure: typeof explainSupervisor = explainSupervisor,
): Answer<Q, T> {
  const text = useText();
  const asked = useAsked(send);
  const { failed } = asked;
  return { ...asked, problem: failed && explainFailure(failed.failure, text) };
}
