import type { VicidialFailure } from '../../vicidial/failure.ts';
import type { AgentPhase } from './agent-state.ts';
import { isOnCall } from './pending-command.ts';

/** True when VICIdial could not have refused a request so while the agent is in `phase`: what was read last is over. */
export function isRefuted(phase: AgentPhase, { code }: VicidialFailure): boolean {
  switch (code) {
    case 'notLoggedIn':
      return phase !== 'notLoggedIn';
    case 'noLiveCall':
      return isOnCall(phase);
    case 'alreadyReady':
      return phase === 'paused';
    default:
      return false;
  }
}
