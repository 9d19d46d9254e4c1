import type { AgentState } from '../state/agent-state.ts';
import { isOnCall } from '../state/pending-command.ts';
import { isSameCall, type MeantCall, meantCallOf } from './meant-call.ts';

/** What was seen of a call, the newest of each; left out where nobody told it. */
export interface CallFacts {
  readonly leadId?: string;
  readonly vendorLeadCode?: string;
  /** Whole with a leading plus where its calling code is known, else as VICIdial gives it. */
  readonly phoneNumber?: string;
  readonly campaign?: string;
  /** As the agent screen names it. */
  readonly ingroup?: string;
  readonly agentName?: string;
}

/** A call from its first sign to its disposition, placed wherever it was. Times are in ms since 1970. */
export interface FollowedCall {
  /** Tells one call from the next. */
  readonly startedAt: number;
  readonly call: MeantCall;
  readonly facts: CallFacts;
  /** A line was there: a lead that was only previewed is no call. */
  readonly hadLine: boolean;
  /** Since when the customer has been on the line; null while he is not. */
  readonly talkingSince: number | null;
  /** How long he was before that, as far as it was seen. */
  readonly talkedMs: number;
}

export interface CallChange {
  /** The call that is on, or waits for its disposition. */
  readonly call: FollowedCall | null;
  /** The call that has its disposition now. */
  readonly ended: FollowedCall | null;
}

/** Follows the agent's calls over one reading after the other; each call begins and ends once. */
export function followCall(before: FollowedCall | null, agent: AgentState, now: number): CallChange {
  switch (whereIn(agent)) {
    case 'unknown':
      return { call: before, ended: null };
    case 'free':
      return { call: null, ended: endedOf(before) };
    case 'wrapUp':
      return { call: before && seen(before, agent, now), ended: null };
    case 'call':
      return before && isSameCall(before.call, agent)
        ? { call: seen(before, agent, now), ended: null }
        : { call: seen(begun(agent, now), agent, now), ended: endedOf(before) };
  }
}

/** How long customer and agent talked by `now`, in ms. The agent's own login shows a call that rings as one that is talked. */
export function talkedMsOf({ talkedMs, talkingSince }: FollowedCall, now: number): number {
  return talkedMs + (talkingSince === null ? 0 : Math.max(0, now - talkingSince));
}

function whereIn({ phase, mayBeWrapUp }: AgentState): 'unknown' | 'free' | 'wrapUp' | 'call' {
  if (phase === 'unknown') return 'unknown';
  if (phase === 'wrapUp' || mayBeWrapUp) return 'wrapUp';
  return isOnCall(phase) || phase === 'previewing' ? 'call' : 'free';
}

function endedOf(call: FollowedCall | null): FollowedCall | null {
  return call?.hadLine ? call : null;
}

function begun(agent: AgentState, now: number): FollowedCall {
  const call = meantCallOf(agent);
  return { startedAt: now, call, facts: {}, hadLine: false, talkingSince: null, talkedMs: 0 };
}

function seen(call: FollowedCall, agent: AgentState, now: number): FollowedCall {
  const isTalking = TALKING.has(agent.phase);
  return {
    ...call,
    call: { ...call.call, ...known(meantCallOf(agent)) },
    facts: { ...call.facts, ...factsOf(agent) },
    hadLine: call.hadLine || isOnCall(agent.phase),
    talkingSince: isTalking ? (call.talkingSince ?? now) : null,
    talkedMs: isTalking ? call.talkedMs : talkedMsOf(call, now),
  };
}

const TALKING: ReadonlySet<AgentState['phase']> = new Set(['onCall', 'talking', 'parked', 'threeWay']);

/** A weaker source knows neither number nor lead: what a better one has told stays. */
function known({ inWrapUp, phoneNumber, leadId }: MeantCall): Partial<MeantCall> {
  return {
    inWrapUp,
    ...(phoneNumber !== null && { phoneNumber }),
    ...(leadId !== undefined && { leadId }),
  };
}

function factsOf({ leadId, vendorLeadCode, phoneNumber, campaign, ingroup, fullName }: AgentState): CallFacts {
  return {
    ...(leadId !== undefined && { leadId }),
    ...(vendorLeadCode !== undefined && { vendorLeadCode }),
    ...(phoneNumber !== null && { phoneNumber }),
    ...(campaign !== null && { campaign }),
    ...(ingroup !== undefined && { ingroup }),
    ...(fullName !== null && { agentName: fullName }),
  };
}
