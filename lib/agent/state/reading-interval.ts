import type { PendingCommand } from '../../messages/panel-state.ts';
import type { AgentPhase } from './agent-state.ts';
import { isOnCall } from './pending-command.ts';

/** A wait that grows with the age of what is read: what has lasted for long is likely to last on. */
export interface Pace {
  readonly fromMs: number;
  /** The part of its age that is waited, once that is more than `fromMs`. */
  readonly ofAge: number;
  readonly mostMs: number;
}

/** The wait before the next reading of something that has lasted for `ageMs`; a clock that was set makes no other than these. */
export function waitAt({ fromMs, ofAge, mostMs }: Pace, ageMs: number): number {
  return Math.round(Math.min(mostMs, Math.max(fromMs, ofAge * ageMs)));
}

// Every reading is stored by VICIdial three times, password included (api.md 10.1). No wait is shorter than api.md 10.4 has it,
// and 500 agents whose screens are not seen ask less than 5 % of what those do (tests/bench/shift-bench.ts). The longest is what
// an agent who looks may be told too late.
const READY: Pace = { fromMs: 5_000, ofAge: 0, mostMs: 5_000 };
const CONNECTED: Pace = { fromMs: 10_000, ofAge: 1 / 3, mostMs: 20_000 };
const RINGING: Pace = { fromMs: 4_000, ofAge: 1 / 3, mostMs: 6_000 };
const ENDING: Pace = { fromMs: 3_000, ofAge: 1 / 4, mostMs: 10_000 };
const IDLE: Pace = { fromMs: 30_000, ofAge: 1 / 2, mostMs: 60_000 };

// For a pause after the call, while nobody looks: as often as a dial reads its own call (dial-following.ts).
const UNSEEN_CALL: Pace = { fromMs: 25_000, ofAge: 1, mostMs: 30_000 };
const UNSEEN_END: Pace = { fromMs: 5_000, ofAge: 1, mostMs: 30_000 };
// An agent who is paused after a call may be ready a second or, in a wrap-up that only looks so, a minute later.
const HELD: Pace = { fromMs: 3_000, ofAge: 1 / 2, mostMs: 30_000 };

// The agent screen says that nobody is logged in, and the server may need a moment longer for it.
const SCREEN_OUT_MS = 6_000;

// api.md 10.4.
const FAILED_MS = [5_000, 10_000, 20_000, 40_000, 60_000] as const;
const PENDING_MS = 1_000;

/** The wait before the next reading after so many in a row, at least one, that got no answer. */
export function failedWaitMs(failures: number): number {
  return FAILED_MS[Math.min(failures, FAILED_MS.length) - 1] ?? FAILED_MS[0];
}

/** How long to wait for the next reading of the agent's status for those who look at it; null for not at all. */
export function readingInterval(situation: {
  readonly phase: AgentPhase;
  /** How long the agent has been in that phase. */
  readonly ageMs: number;
  readonly panelOpen: boolean;
  readonly pending: PendingCommand | null;
  /** Readings in a row that got no answer. */
  readonly failures: number;
  /** The agent has left the computer: it is locked, or nobody has touched it for a while. */
  readonly isAway?: boolean;
  /** The agent screen of this browser says that nobody is logged in. */
  readonly isScreenOut?: boolean;
}): number | null {
  const { phase, ageMs, panelOpen, pending, failures, isAway = false, isScreenOut = false } = situation;
  if (!panelOpen && !pending) return null;
  if (isAway && !isOnCall(phase)) return null;
  if (failures > 0) return failedWaitMs(failures);
  if (pending && !isForLater(pending, phase))
    return phase === 'paused' && pending.kind === 'pause' && pending.isHeld ? waitAt(HELD, ageMs) : PENDING_MS;
  if (isScreenOut && phase !== 'notLoggedIn') return SCREEN_OUT_MS;
  return waitAt(panelOpen ? paceOf(phase) : unseenPaceOf(phase), ageMs);
}

/** True for a pause after the call for as long as that lasts. */
function isForLater(pending: PendingCommand, phase: AgentPhase): boolean {
  return pending.kind === 'pause' && pending.afterCall && phase !== 'paused' && phase !== 'ready';
}

function unseenPaceOf(phase: AgentPhase): Pace {
  return isOnCall(phase) && phase !== 'customerGone' ? UNSEEN_CALL : UNSEEN_END;
}

function paceOf(phase: AgentPhase): Pace {
  switch (phase) {
    case 'ready':
      return READY;
    case 'onCall':
    case 'talking':
    case 'parked':
    case 'threeWay':
      return CONNECTED;
    case 'dialling':
    case 'phoneRinging':
      return RINGING;
    case 'customerGone':
    case 'wrapUp':
    case 'previewing':
      return ENDING;
    case 'unknown':
    case 'notLoggedIn':
    case 'paused':
      return IDLE;
  }
}
