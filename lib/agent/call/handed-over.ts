import type { AgentState } from '../state/agent-state.ts';
import { isOnCall } from '../state/pending-command.ts';
import { isSameCall, type MeantCall, meantCallOf } from './meant-call.ts';

/** A call that its agent has given to somebody else: its wrap-up looks like that of a customer who has hung up. */
export interface HandedOver {
  /** Number or in-group as it was sent; null where it was left to the third person. */
  readonly to: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly call: MeantCall;
}

// A hidden agent screen that is kept awake acts within 2 s (agent-screen.md 8); the rest is for the reading after it.
const TAKEN_MS = 10_000;

/** What is to be remembered once the dialer has taken the command. */
export function handOver(to: string | null, agent: AgentState, now: number): HandedOver {
  return { to, at: now, call: meantCallOf(agent) };
}

/** What is left of it after a reading: nothing once that call is over, or goes on although it was given away. */
export function handedOverByNow(handed: HandedOver | null, agent: AgentState): HandedOver | null {
  if (!handed || !isSameCall(handed.call, agent)) return null;
  const { phase, mayBeWrapUp, readAt } = agent;
  const isLeaving = (isOnCall(phase) || phase === 'unknown') && readAt - handed.at <= TAKEN_MS;
  return isLeaving || phase === 'wrapUp' || mayBeWrapUp ? handed : null;
}
