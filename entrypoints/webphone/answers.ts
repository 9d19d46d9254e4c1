import { explainCommand } from '../../lib/messages/explain.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { CommandProblem } from '../../lib/messages/panel-state.ts';
import type { Result } from '../../lib/result.ts';

/** Why something was not done that this window asked for; null when it was. */
export async function explained(answer: Promise<Result<null, CommandProblem>>): Promise<Explanation | null> {
  try {
    const result = await answer;
    return result.ok ? null : keepAllowHost(explainCommand(result.failure));
  } catch {
    return explain('commandFailed');
  }
}

/** The only way out that leads anywhere from this window. */
function keepAllowHost(explanation: Explanation): Explanation {
  return explanation.action?.kind === 'allowHost' ? explanation : { ...explanation, action: null };
}
