import type { AgentPhase, AgentState } from './agent-state.ts';
import type { CallAction } from './call-actions.ts';

/**
 * What the dialer was last told from here to make of the call, and took. Neither the agent screen nor the agent's own login
 * tells a customer on hold or a third line from a plain call, and agent_status tells a third line only where that is another
 * agent (api.md 9.1).
 */
export interface AskedPhase {
  readonly phase: Extract<AgentPhase, 'parked' | 'threeWay'>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

// A hidden agent screen that is kept awake acts within 2 s (agent-screen.md 8); the rest is for the reading after it.
const TAKEN_MS = 5_000;

/** What is to be remembered once the dialer has taken `action` at `now`; `before` where it says nothing of that. */
export function askedAfter(action: CallAction, before: AskedPhase | null, now: number): AskedPhase | null {
  switch (action) {
    case 'park':
      return { phase: 'parked', at: now };
    case 'threeWay':
      return { phase: 'threeWay', at: now };
    case 'grab':
    case 'leaveThreeWay':
    case 'hangUpThird':
    case 'blindTransfer':
    case 'ingroupTransfer':
      return null;
    default:
      return before;
  }
}

/** What is left of it after a reading: nothing once the call is over, or once the server says that the customer is back. */
export function askedByNow(asked: AskedPhase | null, { phase, source, readAt }: AgentState): AskedPhase | null {
  if (!asked || !mayBe(phase)) return null;
  const isTakenBack = asked.phase === 'parked' && source === 'agentStatus' && phase === 'talking';
  return isTakenBack && readAt - asked.at > TAKEN_MS ? null : asked;
}

/** The agent as he is shown: with what was asked of the call where nobody else says how it stands. */
export function withAsked(agent: AgentState, asked: AskedPhase | null): AgentState {
  const isPlain = agent.phase === 'talking' || agent.phase === 'onCall';
  return asked && isPlain ? { ...agent, phase: asked.phase, since: asked.at } : agent;
}

function mayBe(phase: AgentPhase): boolean {
  return phase === 'onCall' || phase === 'talking' || phase === 'parked' || phase === 'threeWay';
}
