import { explainCommand } from '../../lib/messages/explain.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { CommandProblem } from '../../lib/messages/panel-state.ts';
import type { Result } from '../../lib/result.ts';

/** Why something was not done that this window asked for; null when it was. */
export async function explained(answer: Promise<Result<null, CommandProblem>>): Promise<Explanation | null> {
  try {
    const result = await answer;
    return result.ok ? null : keepWayOut(explainCommand(result.failure));
  } catch {
    return explain('commandFailed');
  }
}

/** The ways out that lead anywhere from this window. */
function keepWayOut(explanation: Explanation): Explanation {
  const kind = explanation.action?.kind;
  return kind === 'allowHost' || kind === 'showScreen' ? explanation : { ...explanation, action: null };
}
