import type { ScreenPhase } from '../agent/state/screen-reading.ts';

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

// A letter or two, the time of the call and more: M... by hand, V... by the dialler, Y... inbound, DC...W... a third line.
const CALL_ID = /\b[A-Z]{1,2}\d[\dA-Z]{9,}\b/;

/** VICIdial's id of the call that the page's status line names; null when it names none. */
export function callIdIn(statusLine: string): string | null {
  return statusLine.match(CALL_ID)?.[0] ?? null;
}

// Between two states, such as dial step and call, the page shows neither for a second or so (agent-screen.md 3.1).
const BETWEEN_MS = 5_000;

interface AnsweredCall {
  readonly callId: string | null;
}

/**
 * Reads the agent's state from the signs of one look after the other; null when they have made no sense for seconds. It
 * remembers the call that was answered: between hang-up and disposition box the page looks as while it rings.
 */
export function createPhaseReader(): (signs: PhaseSigns, now: number) => ScreenPhase | null {
  let answered: AnsweredCall | null = null;
  let last: { readonly phase: ScreenPhase; readonly at: number } | null = null;
  return (signs, now) => {
    // A lead that goes takes its call along.
    if (!signs.hasLead) answered = null;
    const phase = phaseOf(signs, answered);
    if (phase === 'talking' || phase === 'customerGone') answered = { callId: signs.callId };
    if (phase !== null) last = { phase, at: now };
    return last && now - last.at <= BETWEEN_MS ? last.phase : null;
  };
}

function phaseOf(signs: PhaseSigns, answered: AnsweredCall | null): ScreenPhase | null {
  if (signs.isWrappingUp) return 'wrapUp';
  switch (signs.liveCall) {
    case 'ON':
      return 'talking';
    case 'DEAD':
      return 'customerGone';
    case 'OFF':
      return signs.hasLead ? phaseWithLead(signs.callId, answered) : phaseOfControl(signs.control);
    case null:
      return null;
  }
}

/**
 * A lead without a call is previewed: then the status line offers to dial it and names no call. One that was talked with
 * is not, whatever the line says of a third person since.
 */
function phaseWithLead(callId: string | null, answered: AnsweredCall | null): ScreenPhase {
  if (callId === null) return answered ? 'wrapUp' : 'previewing';
  return callId === answered?.callId ? 'wrapUp' : 'dialling';
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
