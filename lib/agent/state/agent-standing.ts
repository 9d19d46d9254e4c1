import type { ScreenView } from '../../messages/panel-state.ts';
import type { AgentState } from './agent-state.ts';
import { isLoggedOut } from './screen-reading.ts';

/**
 * Whether what the phase says can be acted on: `signedOut` when nobody is logged in to the agent screen, `lagging` when
 * that screen no longer asks its server, so that no command and no call reaches the agent.
 */
export type AgentStanding = 'wellSeen' | 'lagging' | 'signedOut';

// What VICIdial itself writes after 30 s without a poll, to an agent who was not paused (api.md 6.7).
const LAGGED = 'LAGGED';

/** Judged by the agent screen of this browser where it is seen, else by what the server says. */
export function standingOf(agent: AgentState, screen: ScreenView): AgentStanding {
  if (agent.phase === 'notLoggedIn' || isLoggedOutHere(agent, screen)) return 'signedOut';
  if (screen.seen && screen.kind === 'agentScreen') return screen.alive ? 'wellSeen' : 'lagging';
  return agent.phase === 'paused' && agent.pauseCode === LAGGED ? 'lagging' : 'wellSeen';
}

/** What the server has said itself counts more: the agent may be logged in elsewhere, beside a page that was left over. */
function isLoggedOutHere({ source }: AgentState, { seen, kind }: ScreenView): boolean {
  if (!seen || (source !== null && source !== 'screen')) return false;
  return isLoggedOut(kind);
}
