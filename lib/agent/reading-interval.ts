import type { PendingCommand } from '../messages/panel-state.ts';
import type { AgentPhase } from './agent-state.ts';
import { isOnCall } from './pending-command.ts';

// Every reading is stored by VICIdial three times, password included (api.md 10.1), hence these budgets of api.md 10.4.
const FAILED_MS = [5_000, 10_000, 20_000, 40_000, 60_000] as const;
const PENDING_MS = 1_000;

/** How long to wait for the next reading of the agent's status while nothing dials; null for not at all. */
export function readingInterval(situation: {
  readonly phase: AgentPhase;
  readonly panelOpen: boolean;
  readonly pending: PendingCommand | null;
  /** Readings in a row that got no answer. */
  readonly failures: number;
  /** The agent has left the computer: it is locked, or nobody has touched it for a while. */
  readonly isAway?: boolean;
}): number | null {
  const { phase, panelOpen, pending, failures, isAway = false } = situation;
  if (!panelOpen && !pending) return null;
  if (isAway && !isOnCall(phase)) return null;
  if (failures > 0) return FAILED_MS[Math.min(failures, FAILED_MS.length) - 1] ?? null;
  if (pending && !(pending.kind === 'pause' && pending.afterCall)) return PENDING_MS;
  return intervalOfPhase(phase);
}

function intervalOfPhase(phase: AgentPhase): number {
  switch (phase) {
    case 'ready':
    case 'onCall':
    case 'talking':
    case 'parked':
    case 'threeWay':
      return 5_000;
    case 'dialling':
    case 'phoneRinging':
      return 2_000;
    case 'customerGone':
    case 'wrapUp':
    case 'previewing':
      return 3_000;
    case 'unknown':
    case 'notLoggedIn':
    case 'paused':
      return 12_000;
  }
}
