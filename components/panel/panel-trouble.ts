import { standingOf } from '../../lib/agent/state/agent-standing.ts';
import { explainCommand } from '../../lib/messages/explain.ts';
import { explainVicidial } from '../../lib/messages/explain-vicidial.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { ConnectionView, PanelState } from '../../lib/messages/panel-state.ts';
import { screenTroubleOf } from '../screen-trouble.ts';

/** Null for what stands elsewhere already: one trouble said twice looks like two. */
export function unlessSaid(trouble: Explanation | null, said: Explanation | null): Explanation | null {
  return trouble?.key === said?.key ? null : trouble;
}

/** The one trouble that is told above everything else. What the agent asked for comes before what happens by itself. */
export function panelTroubleOf(
  state: PanelState,
  { problem, statusLoginRefused, isStatusLoginInDoubt }: Extract<ConnectionView, { status: 'signedIn' }>,
  calling: boolean,
): Explanation | null {
  if (state.problem) return explainCommand(state.problem);
  if (problem) return explainVicidial(problem);
  // A running call says itself what holds it.
  const onScreen = calling ? null : screenTrouble(state);
  if (onScreen || !statusLoginRefused) return onScreen;
  return explain(isStatusLoginInDoubt ? 'statusLoginInDoubt' : 'statusLoginRefused');
}

function screenTrouble(state: PanelState): Explanation | null {
  const standing = standingOf(state.agent, state.screen);
  const trouble = screenTroubleOf(state);
  // The button that shows the screen stands in place of the pause button then.
  return trouble && standing === 'signedOut' ? { ...trouble, action: null, others: [] } : trouble;
}
