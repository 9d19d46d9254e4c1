import type { ScreenView } from '../../messages/panel-state.ts';
import { standingOf } from './agent-standing.ts';
import type { AgentPhase, AgentState } from './agent-state.ts';

/**
 * What an agent is told that he is. Beside the phases: `signedOut` of Dialside, `pausedWithCode`, and `lagging` when his agent
 * screen no longer asks its server, so that nothing reaches him whatever the phase was.
 */
export type AgentSituation = AgentPhase | 'signedOut' | 'pausedWithCode' | 'lagging';

/** The phase, or what is more exact or more urgent than it. */
export function situationOf(isSignedIn: boolean, agent: AgentState, screen: ScreenView): AgentSituation {
  if (!isSignedIn) return 'signedOut';
  switch (standingOf(agent, screen)) {
    case 'signedOut':
      return 'notLoggedIn';
    case 'lagging':
      return 'lagging';
    case 'wellSeen':
      return agent.phase === 'paused' && agent.pauseCode ? 'pausedWithCode' : agent.phase;
  }
}
