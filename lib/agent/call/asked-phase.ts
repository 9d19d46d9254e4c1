import type { AgentPhase, AgentState } from '../state/agent-state.ts';
import type { CallAction } from './call-actions.ts';
import { isSameCall } from './meant-call.ts';

/**
 * What the dialer was last told from here to make of the call, unless it refused. Neither the agent screen nor the agent's own login
 * tells a customer on hold or a third line from a plain call, and agent_status tells a third line only where that is another
 * agent (api.md 9.1).
 */
export interface AskedPhase {
  readonly phase: Extract<AgentPhase, 'parked' | 'threeWay'>;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of the call that it was asked for, as the dialer names it; null where that is not known. */
  readonly phoneNumber: string | null;
  /** Its lead's, left out where that is not known. */
  readonly leadId?: string;
  /** Nothing has answered for it yet, or ever will: it may have had no effect. Left out otherwise. */
  readonly isUnknown?: true;
  /** The third line was to be hung up, which has no effect while it still rings (api.md 7). Left out otherwise. */
  readonly isEnding?: true;
  /** When that call was last seen to go on, within {@link REFRESH_MS}. */
  readonly seenAt: number;
}

// Nobody looked for longer than between two readings that follow one another: the call may have ended, and another begun.
const UNBROKEN_MS = 45_000;
const REFRESH_MS = 15_000;

// A hidden agent screen that is kept awake acts within 2 s (agent-screen.md 8); the rest is for the reading after it.
const TAKEN_MS = 5_000;

/** What is to be remembered of `action`, asked for at `now` for that agent's call; `before` where it says nothing of that. */
export function askedAfter(
  action: CallAction,
  before: AskedPhase | null,
  { phoneNumber, leadId }: AgentState,
  now: number,
): AskedPhase | null {
  const call = { at: now, seenAt: now, phoneNumber, ...(leadId !== undefined && { leadId }) };
  switch (action) {
    case 'park':
      return { ...call, phase: 'parked' };
    case 'threeWay':
      return { ...call, phase: 'threeWay' };
    case 'hangUpThird':
      return before?.phase === 'threeWay' ? { ...before, isEnding: true } : null;
    case 'grab':
    case 'leaveThreeWay':
    case 'blindTransfer':
    case 'ingroupTransfer':
      return null;
    default:
      return before;
  }
}

/** What is left of it after a reading: nothing once the call is or may be over, or once the server says that the customer is back. */
export function askedByNow(asked: AskedPhase | null, agent: AgentState): AskedPhase | null {
  if (!asked || !isItsCall(asked, agent)) return null;
  const { phase, source, readAt } = agent;
  const isTakenBack = asked.phase === 'parked' && source === 'agentStatus' && phase === 'talking';
  if (isTakenBack && readAt - asked.at > TAKEN_MS) return null;
  return readAt - asked.seenAt >= REFRESH_MS ? { ...asked, seenAt: readAt } : asked;
}

function isItsCall(asked: AskedPhase, agent: AgentState): boolean {
  const isUnbroken = agent.readAt - asked.seenAt <= UNBROKEN_MS;
  return mayBe(agent.phase) && isUnbroken && isSameCall({ ...asked, inWrapUp: false }, agent);
}

/** The agent as he is shown: with what was asked of the call where nobody else says how it stands. */
export function withAsked(agent: AgentState, asked: AskedPhase | null): AgentState {
  const isPlain = agent.phase === 'talking' || agent.phase === 'onCall';
  if (!asked || !isPlain) return agent;
  // What harms nobody is offered: to leave a call that has no third line would leave the customer alone.
  if (asked.isUnknown && asked.phase === 'parked') return { ...agent, mayBeParked: true };
  if (asked.isUnknown || asked.isEnding) return { ...agent, mayHaveThird: true };
  return { ...agent, phase: asked.phase, since: asked.at, isAsked: true };
}

function mayBe(phase: AgentPhase): boolean {
  return phase === 'onCall' || phase === 'talking' || phase === 'parked' || phase === 'threeWay';
}
