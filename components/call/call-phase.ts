import type { AgentPhase } from '../../lib/agent/state/agent-state.ts';
import { isOnCall } from '../../lib/agent/state/pending-command.ts';

/** True while there is something to do with a call, a wrap-up or a preview. */
export function hasCallControls(phase: AgentPhase): boolean {
  return isOnCall(phase) || phase === 'wrapUp' || phase === 'previewing';
}
