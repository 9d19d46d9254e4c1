import type { PendingCommand, PendingPause } from '../../messages/panel-state.ts';
import type { AgentPhase, AgentState } from './agent-state.ts';

// The agent screen notices an answer at its next lookup; a PAUSE before that is used up without effect (agent-screen.md 5).
const NOTICE_MS = 1_200;
// After 63 s VICIdial has given up ringing (agent-screen.md 3.1): an INCALL that lasts for longer has been answered.
const ANSWERED_BY_MS = 65_000;
// After a disposition the agent is PAUSED for a second and then perhaps READY; of a hidden screen each takes two (agent-screen.md 3.1, 8).
const STAYS_PAUSED_MS = 6_000;
// The agent's own login shows a wrap-up as PAUSED (api.md 10.2), and READY may follow when that is over.
const WRAPPED_UP_BY_MS = 120_000;

/** False where a PAUSE that is sent now may be used up without effect: a call of the own login that may still ring. */
export function willBeTaken({ phase, since }: AgentState, now: number): boolean {
  return phase !== 'onCall' || now - since >= ANSWERED_BY_MS;
}

/** The phases in which the agent screen uses a PAUSE up without effect (agent-screen.md 5). */
const IN_VAIN: ReadonlySet<AgentPhase> = new Set(['dialling', 'wrapUp']);

/** True where a PAUSE has to wait for a better moment. */
export function isPauseInVain({ phase }: AgentState): boolean {
  return IN_VAIN.has(phase);
}

/** Milliseconds until the agent screen has noticed that the call was answered; 0 outside of such a call. */
export function untilNoticed({ phase, since }: AgentState, now: number): number {
  const isAnswered = phase === 'talking' || phase === 'customerGone';
  // A clock that was set back must not hold anything for longer than the notice itself.
  return isAnswered ? Math.max(0, Math.min(NOTICE_MS, since + NOTICE_MS - now)) : 0;
}

/** What becomes of a pause that is held: its PAUSE is sent now or looked after again later, or it is not needed any more. */
export type HeldVerdict = 'send' | 'wait' | 'settled' | { readonly lookAgainMs: number };

/** Whether the moment for the PAUSE of a held pause has come. */
export function judgeHeldPause(agent: AgentState, now: number): HeldVerdict {
  const { phase, since } = agent;
  switch (phase) {
    case 'ready':
    case 'parked':
    case 'threeWay':
      return 'send';
    case 'talking':
    case 'customerGone': {
      const lookAgainMs = untilNoticed(agent, now);
      return lookAgainMs > 0 ? { lookAgainMs } : 'send';
    }
    case 'onCall':
      return willBeTaken(agent, now) ? 'send' : 'wait';
    case 'paused':
      return now - since >= (agent.source === 'recording' ? WRAPPED_UP_BY_MS : STAYS_PAUSED_MS) ? 'settled' : 'wait';
    case 'notLoggedIn':
      return 'settled';
    default:
      return 'wait';
  }
}

/** The pause in what is pending, also behind a hang-up; null when there is none. */
export function pauseIn(pending: PendingCommand | null): PendingPause | null {
  if (pending?.kind === 'pause') return pending;
  return (pending?.kind === 'hangUp' && pending.pause) || null;
}

/** The same with another pause in its place, where there is one. */
export function withPause(pending: PendingCommand | null, pause: PendingPause | null): PendingCommand | null {
  if (pending?.kind === 'pause') return pause;
  if (pending?.kind !== 'hangUp' || !pending.pause) return pending;
  return pause ? { kind: 'hangUp', pause } : { kind: 'hangUp' };
}

/** What is pending once the agent is to be paused after the call that has begun. What he asked for himself stays. */
export function withHeldPause(pending: PendingCommand | null, pauseCode: string | null): PendingCommand {
  const pause: PendingPause = { kind: 'pause', pauseCode, afterCall: true, isHeld: true };
  if (pending === null) return pause;
  return pending.kind === 'hangUp' && !pending.pause ? { ...pending, pause } : pending;
}
