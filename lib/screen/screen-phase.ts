import type { ScreenPhase } from '../agent/screen-reading.ts';

/** What was read from the elements that tell the agent's state. */
export interface PhaseSigns {
  /** The picture of the dial control; `busy` while a call is on, `free` in campaigns dialled by hand. */
  readonly control: 'ready' | 'paused' | 'free' | 'busy' | null;
  /** The picture of the live call. */
  readonly liveCall: 'OFF' | 'ON' | 'DEAD' | null;
  readonly hasLead: boolean;
  /** VICIdial's id of the call in the status line, which keeps it after the call. */
  readonly callId: string | null;
  readonly isWrappingUp: boolean;
}

// Between two states, such as dial step and call, the page shows neither for a second or so (agent-screen.md 3.1).
const BETWEEN_MS = 5_000;

/**
 * Reads the agent's state from the signs of one look after the other; null when they have made no sense for seconds. It
 * remembers the call that was answered: between hang-up and disposition box the page looks as while it rings.
 */
export function createPhaseReader(): (signs: PhaseSigns, now: number) => ScreenPhase | null {
  let answeredCall: string | null = null;
  let last: { readonly phase: ScreenPhase; readonly at: number } | null = null;
  return (signs, now) => {
    const phase = phaseOf(signs, answeredCall);
    if (phase === 'talking' || phase === 'customerGone') answeredCall = signs.callId;
    if (phase !== null) last = { phase, at: now };
    return last && now - last.at <= BETWEEN_MS ? last.phase : null;
  };
}

function phaseOf(signs: PhaseSigns, answeredCall: string | null): ScreenPhase | null {
  if (signs.isWrappingUp) return 'wrapUp';
  switch (signs.liveCall) {
    case 'ON':
      return 'talking';
    case 'DEAD':
      return 'customerGone';
    case 'OFF':
      return signs.hasLead ? phaseWithLead(signs.callId, answeredCall) : phaseOfControl(signs.control);
    case null:
      return null;
  }
}

/** A lead without a call is previewed: then the status line offers to dial it and names no call. */
function phaseWithLead(callId: string | null, answeredCall: string | null): ScreenPhase {
  if (callId === null) return 'previewing';
  return callId === answeredCall ? 'wrapUp' : 'dialling';
}

function phaseOfControl(control: PhaseSigns['control']): ScreenPhase | null {
  switch (control) {
    case 'ready':
      return 'ready';
    case 'paused':
    case 'free':
      return 'paused';
    case 'busy':
    case null:
      return null;
  }
}
