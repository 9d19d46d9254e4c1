import type { CommandProblem, PendingCommand, PendingPause } from '../../messages/panel-state.ts';
import type { AgentPhase, AgentState } from './agent-state.ts';
import { judgeHeldPause } from './held-pause.ts';

// A command is acted on 0 to 1 s after SUCCESS by a visible agent screen and within 2 s by a hidden one that is kept
// awake (agent-screen.md 2 and 8). What has not shown by then is told to the agent.
const EXPECTED_MS = 10_000;

const CALL_PHASES: ReadonlySet<AgentPhase> = new Set([
  'dialling',
  'onCall',
  'talking',
  'parked',
  'threeWay',
  'customerGone',
]);

// After a call the agent screen asks for a code one tick after it has paused, and ticks every other second while it is hidden
// (agent-screen.md 8, 10); a code that comes before its box does not close it.
const BOX_OPENS_MS = 2_500;

/** True once the box that asks for a pause code is open, where codes are forced: from then on a code closes it. */
export function isPauseSettled({ phase, since, readAt }: AgentState): boolean {
  return phase === 'paused' && readAt - since >= BOX_OPENS_MS;
}

/** True while VICIdial has the agent as PAUSED: who previews a lead is, and so is one whose phone rings, unless he is READY. */
export function isPausedNow({ phase, isReady }: AgentState): boolean {
  return phase === 'paused' || phase === 'previewing' || (phase === 'phoneRinging' && !isReady);
}

/** True while a customer line exists, ringing and abandoned ones included. */
export function isOnCall(phase: AgentPhase): boolean {
  return CALL_PHASES.has(phase);
}

export interface PendingOutcome {
  readonly pending: PendingCommand | null;
  readonly problem: CommandProblem | null;
  /** Set when the pause has become real and its code can be sent: sending it earlier is refused (api.md 7.6). */
  readonly sendCode: string | null;
  /** The moment for the PAUSE of a held pause has come. */
  readonly sendPause?: true;
  /** The same is to be asked again after that time, without another reading. */
  readonly lookAgainMs?: number;
}

/** What has become of a pause, resume or hang-up that VICIdial accepted, by the newest reading of the agent. */
export function settlePending(
  pending: PendingCommand,
  askedAt: number,
  agent: AgentState,
  now: number,
): PendingOutcome {
  switch (pending.kind) {
    case 'pause':
      return settlePause(pending, askedAt, agent, now);
    case 'resume':
      // A reading made before the PAUSE arrived shows him as ready; its answer settles it.
      if (pending.isDue) return waiting(pending);
      if (agent.phase === 'ready' || isOnCall(agent.phase)) return settled(null);
      return isOverdue(askedAt, now) ? settled({ code: 'resumeIgnored' }) : waiting(pending);
    case 'hangUp':
      if (!isOnCall(agent.phase))
        return pending.pause ? settlePause(pending.pause, askedAt, agent, now) : settled(null);
      if (!isOverdue(askedAt, now)) return waiting(pending);
      return { ...settled({ code: 'hangUpNotSeen' }), pending: pending.pause ?? null };
  }
}

function settlePause(pending: PendingPause, askedAt: number, agent: AgentState, now: number): PendingOutcome {
  if (pending.isHeld) return settleHeld(pending, agent, now);
  if (isPausedNow(agent)) return settlePaused(pending, agent);
  if (agent.phase === 'notLoggedIn') return settled(null);
  // A pause asked for during a call is ticked for after it, and wrap-up comes in between.
  if (isOnCall(agent.phase) || agent.phase === 'wrapUp') {
    return waiting(pending.afterCall ? pending : { ...pending, afterCall: true });
  }
  // Ready after the call all the same: it came too early or too late in it, and was used up without effect.
  if (pending.afterCall && agent.phase === 'ready') return settleHeld({ ...pending, isHeld: true }, agent, now);
  return isOverdue(askedAt, now) ? settled({ code: 'pauseNotSeen' }) : waiting(pending);
}

function settlePaused(pending: PendingPause, agent: AgentState): PendingOutcome {
  const waitsForBox = pending.afterCall && pending.pauseCode !== null && !isPauseSettled(agent);
  return waitsForBox ? waiting(pending) : paused(pending);
}

function settleHeld(pending: PendingPause, agent: AgentState, now: number): PendingOutcome {
  const verdict = judgeHeldPause(agent, now);
  switch (verdict) {
    case 'send':
      return { ...waiting(pending), sendPause: true };
    case 'settled':
      return agent.phase === 'paused' ? paused(pending) : settled(null);
    case 'wait':
      return waiting(pending);
    default:
      return { ...waiting(pending), lookAgainMs: verdict.lookAgainMs };
  }
}

function paused({ pauseCode }: PendingPause): PendingOutcome {
  return { pending: null, problem: null, sendCode: pauseCode };
}

function isOverdue(askedAt: number, now: number): boolean {
  return now - askedAt > EXPECTED_MS;
}

function settled(problem: CommandProblem | null): PendingOutcome {
  return { pending: null, problem, sendCode: null };
}

function waiting(pending: PendingCommand): PendingOutcome {
  return { pending, problem: null, sendCode: null };
}
