import type { DialableNumber } from '../phone/phone-number.ts';
import { isOutcomeUnknown } from '../vicidial/failure.ts';
import type { AgentPhase, AgentState, StatusSource } from './agent-state.ts';
import {
  canTakeBack,
  type Dial,
  type DialEffect,
  type DialEvent,
  type DialPolicy,
  type DialSource,
  type Transition,
} from './dial.ts';
import { onCancelled, onHeld, onUnknown, onWatchingScreen, watchScreen } from './dial-awaiting.ts';
import { AWAIT_NOTICE, onFollowing, wantsPause } from './dial-following.ts';
import { DIAL_TABLE } from './dial-table.ts';
import { again, enter, refuse, stay, stopsReading } from './dial-transition.ts';
import type { ConfirmReason, DialId, DialProblem } from './dial-view.ts';

// Two requests with the same epoch second are one to the agent screen: the second is never dialled (agent-screen.md 1.4).
const SPACING_MS = 1_100;
// A pause is real 0 to 1 s after SUCCESS on a visible screen (agent-screen.md 2); ten readings bridge a slow one.
const PAUSE_READ_MS = 500;
const PAUSE_READS = 10;
/**
 * A reading this old (in milliseconds) still describes the agent. Not older: a campaign that dials by itself makes him ready a
 * second after his disposition (agent-screen.md 3.1), and a dial that is not preceded by a pause then is refused. The agent
 * screen tells each change at once, and is heard of every 4 s when there is none (screen-watch.ts).
 */
export const FRESH_STATUS_MS: Readonly<Record<StatusSource, number>> = {
  recording: 2_000,
  agentStatus: 2_000,
  screen: 5_000,
};

// Longer than all steps before sending can take, with every answer as late as it may be.
const MEANT_FOR_MS = 60_000;

/**
 * Starts a dial. Nothing is sent before the agent's state is known from a reading not older than {@link FRESH_STATUS_MS}, and
 * nothing is refused for a state that may be over: a refusal rests on a reading made after the click.
 */
export function beginDial(input: {
  readonly id: DialId;
  readonly number: DialableNumber;
  readonly policy: DialPolicy;
  readonly source: DialSource;
  readonly agent: AgentState;
  readonly confirm: readonly ConfirmReason[];
  readonly previousSentAt: number;
  readonly now: number;
}): Transition {
  const { id, number, policy, source, agent, confirm, previousSentAt, now } = input;
  const dial: Dial = {
    id,
    number,
    policy,
    source,
    step: 'readingStatus',
    problem: null,
    confirm,
    startedAt: now,
    stepSince: now,
    meantAt: now,
    sentAt: null,
    previousSentAt,
    tries: 0,
    stayPaused: 'no',
    heard: 'nothing',
  };
  if (confirm.length > 0) return enter(dial, 'confirming', now, { do: 'openConfirmation' });
  return isFresh(agent, now) && letsDial(agent.phase, policy) ? guard(dial, agent, now) : readFirst(dial, now);
}

/** True while nothing needs to be read. A reading from the future was made before the clock was set back. */
export function isFresh({ source, readAt }: AgentState, now: number): boolean {
  return source !== null && now >= readAt && now - readAt <= FRESH_STATUS_MS[source];
}

function letsDial(phase: AgentPhase, { whenReady }: DialPolicy): boolean {
  return phase === 'paused' || phase === 'phoneRinging' || (phase === 'ready' && whenReady !== 'never');
}

/**
 * The next state and what to do, for every step and every event. {@link DIAL_TABLE} decides which events mean anything in a
 * step; the others change nothing.
 */
export function reduceDial(dial: Dial, event: DialEvent): Transition {
  if (DIAL_TABLE[dial.step][event.type].length === 0) return stay(dial);
  if (event.type === 'cancelAsked') return cancel(dial, event.now);
  if (event.type === 'restored') return restore(dial, event.now);
  switch (dial.step) {
    case 'confirming':
      return onConfirming(dial, event);
    case 'readingStatus':
      return onReadingStatus(dial, event);
    case 'pausing':
      return onPausing(dial, event);
    case 'awaitingPause':
      return onAwaitingPause(dial, event);
    case 'sendingCode':
      return onSendingCode(dial, event);
    case 'spacing':
      return event.type === 'spaced' ? send(dial, event.now) : stay(dial);
    case 'sending':
      return onSending(dial, event);
    case 'awaitingScreen':
    case 'resolving':
      return onWatchingScreen(dial, event);
    case 'held':
      return onHeld(dial, event);
    case 'onCall':
    case 'ringing':
    case 'talking':
    case 'customerGone':
    case 'wrapUp':
      return onFollowing(dial, dial.step, event);
    case 'unknown':
      return onUnknown(dial, event);
    case 'cancelled':
      return onCancelled(dial, event);
    case 'ended':
    case 'refused':
      return stay(dial);
  }
}

function onConfirming(dial: Dial, event: DialEvent): Transition {
  if (event.type === 'declined') return enter({ ...dial, problem: null }, 'cancelled', event.now);
  // No reading will come: nobody is signed in any more, or the dialer refuses to be read.
  if (event.type === 'statusFailed' && stopsReading(event.failure)) {
    const { dial: next } = refuse(dial, { code: 'vicidial', failure: event.failure }, event.now);
    return { dial: next, effects: [{ do: 'closeConfirmation' }] };
  }
  if (event.type !== 'confirmed') return stay(dial);
  // The question may have stood there for long: the agent may be on a call by now.
  const { dial: next, effects } = readFirst({ ...dial, meantAt: event.now }, event.now);
  // Closed from here, so that its closing is not taken for the answer to a second question.
  return { dial: next, effects: [{ do: 'closeConfirmation' }, ...effects] };
}

function onReadingStatus(dial: Dial, event: DialEvent): Transition {
  if (event.type === 'agent') return guard(dial, event.agent, event.now);
  if (event.type === 'statusFailed') return refuse(dial, { code: 'vicidial', failure: event.failure }, event.now);
  return stay(dial);
}

function guard(dial: Dial, agent: AgentState, now: number): Transition {
  switch (agent.phase) {
    case 'paused':
    case 'phoneRinging':
      return sendCodeFirst(wasPaused(dial) ? { ...dial, stayPaused: 'wanted' } : dial, agent, now);
    case 'ready':
      return guardReady(dial, now);
    default:
      return refuse(dial, problemOfPhase(agent.phase), now);
  }
}

/** Paused before the click, and in a campaign that would make the agent ready after the call. */
function wasPaused({ step, policy }: Dial): boolean {
  return step !== 'awaitingPause' && policy.keepsPaused;
}

function guardReady(dial: Dial, now: number): Transition {
  if (dial.confirm.includes('ready')) return pause(dial, now);
  switch (dial.policy.whenReady) {
    case 'always':
      return pause(dial, now);
    case 'never':
      return refuse(dial, { code: 'readyNotAllowed' }, now);
    case 'ask':
      return enter({ ...dial, confirm: [...dial.confirm, 'ready'] }, 'confirming', now, { do: 'openConfirmation' });
  }
}

function problemOfPhase(phase: Exclude<AgentPhase, 'paused' | 'ready' | 'phoneRinging'>): DialProblem {
  switch (phase) {
    case 'unknown':
    case 'notLoggedIn':
      return { code: 'notLoggedIn' };
    case 'wrapUp':
      return { code: 'agentInWrapUp' };
    case 'previewing':
      return { code: 'agentPreviewing' };
    case 'dialling':
    case 'onCall':
    case 'talking':
    case 'parked':
    case 'threeWay':
    case 'customerGone':
      return { code: 'agentOnCall' };
  }
}

function onPausing(dial: Dial, event: DialEvent): Transition {
  if (event.type !== 'pauseAnswered') return stay(dial);
  if (event.failure && !isOutcomeUnknown(event.failure)) {
    return refuse(dial, { code: 'vicidial', failure: event.failure }, event.now);
  }
  // PAUSE may have taken effect without an answer; the status says so.
  return enter(dial, 'awaitingPause', event.now, { do: 'readStatus', afterMs: PAUSE_READ_MS });
}

function onAwaitingPause(dial: Dial, event: DialEvent): Transition {
  if (event.type === 'statusFailed') return refuse(dial, { code: 'vicidial', failure: event.failure }, event.now);
  if (event.type !== 'agent') return stay(dial);
  if (event.agent.phase !== 'ready') return guard(dial, event.agent, event.now);
  if (dial.tries + 1 >= PAUSE_READS) return refuse(dial, { code: 'pauseTimedOut' }, event.now);
  return again(dial, PAUSE_READ_MS);
}

function sendCodeFirst(dial: Dial, agent: AgentState, now: number): Transition {
  const { pauseCode } = dial.policy;
  // A code that is already set means that no pause-code box is open.
  if (pauseCode === '' || agent.pauseCode) return space(dial, now);
  return enter(dial, 'sendingCode', now, { do: 'sendCode', code: pauseCode });
}

function onSendingCode(dial: Dial, event: DialEvent): Transition {
  if (event.type !== 'codeAnswered') return stay(dial);
  // A code that was refused for another reason does not forbid the call; if a box holds it, the agent is told so.
  if (event.failure?.code === 'notPaused') {
    return refuse(dial, { code: 'vicidial', failure: event.failure }, event.now);
  }
  return space(dial, event.now);
}

function space(dial: Dial, now: number): Transition {
  const waitMs = dial.previousSentAt + SPACING_MS - now;
  // A clock that was set back must not hold the dial for longer than the spacing itself.
  if (waitMs > 0 && waitMs <= SPACING_MS) return enter(dial, 'spacing', now, { do: 'wait', ms: waitMs });
  return send(dial, now);
}

function send(dial: Dial, now: number): Transition {
  if (now - dial.meantAt > MEANT_FOR_MS) return refuse(dial, { code: 'tooLate' }, now);
  return enter({ ...dial, sentAt: now }, 'sending', now, { do: 'dial' });
}

function onSending(dial: Dial, event: DialEvent): Transition {
  if (event.type === 'notSent') return refuse({ ...dial, sentAt: null }, event.problem, event.now);
  if (event.type !== 'dialAnswered') return stay(dial);
  if (event.failure === null) return watchScreen(dial, 'awaitingScreen', event.now);
  const problem: DialProblem = { code: 'vicidial', failure: event.failure };
  // An empty answer may be one that was lost on its way.
  const isUnknown = isOutcomeUnknown(event.failure) || event.failure.code === 'unknownFunction';
  if (isUnknown) return watchScreen({ ...dial, problem }, 'resolving', event.now);
  return refuse({ ...dial, sentAt: null }, problem, event.now);
}

function cancel(dial: Dial, now: number): Transition {
  switch (dial.step) {
    case 'confirming':
    case 'readingStatus':
    case 'pausing':
    case 'awaitingPause':
    case 'sendingCode':
    case 'spacing':
      return enter(dial, 'cancelled', now, { do: 'closeConfirmation' });
    default:
      return canTakeBack(dial) ? { dial: { ...dial, isTakingBack: true }, effects: [{ do: 'takeBack' }] } : stay(dial);
  }
}

function restore(dial: Dial, now: number): Transition {
  switch (dial.step) {
    case 'confirming':
      return { dial, effects: [{ do: 'keepConfirmation' }] };
    case 'readingStatus':
    case 'awaitingPause':
      return { dial, effects: [{ do: 'readStatus', afterMs: 0 }] };
    case 'pausing':
      return pause(dial, now);
    case 'sendingCode':
      return { dial, effects: [{ do: 'sendCode', code: dial.policy.pauseCode }] };
    case 'spacing':
      return space(dial, now);
    case 'sending':
      // The worker stopped between storing "sending" and reading the answer: the request may be out.
      return enter({ ...dial, problem: { code: 'workerStopped' } }, 'resolving', now, { do: 'readStatus', afterMs: 0 });
    case 'awaitingScreen':
    case 'held':
    case 'resolving':
    case 'onCall':
    case 'ringing':
    case 'talking':
    case 'customerGone':
    case 'wrapUp': {
      const read: DialEffect = { do: 'readStatus', afterMs: 0 };
      return { dial, effects: wantsPause(dial, dial.step) ? [read, AWAIT_NOTICE] : [read] };
    }
    default:
      return stay(dial);
  }
}

function readFirst(dial: Dial, now: number): Transition {
  return enter(dial, 'readingStatus', now, { do: 'readStatus', afterMs: 0 });
}

function pause(dial: Dial, now: number): Transition {
  return enter(dial, 'pausing', now, { do: 'pause' });
}
