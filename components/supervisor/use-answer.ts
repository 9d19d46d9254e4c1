import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { SupervisorAnswer, SupervisorProblem } from '../../lib/messages/supervisor.ts';
import { useText } from '../text.tsx';
import { type Asked, useAsked } from '../use-asked.ts';
import { explainSupervisor } from './explain-supervisor.ts';

interface Answer<Q, T> extends Asked<Q, T, SupervisorProblem> {
  readonly problem: Explanation | null;
}

/** A question of the supervisor's, and its answer. */
export function useAnswer<Q, T>(send: (question: Q) => Promise<SupervisorAnswer<T>>): Answer<Q, T> {
  const text = useText();
  const asked = useAsked(send);
  const { failed } = asked;
  const problem = failed && (failed.failure ? explainSupervisor(failed.failure, text) : explain('commandFailed'));
  return { ...asked, problem };
}
