import { isOutcomeUnknown, type VicidialFailure } from '../../vicidial/failure.ts';
import type { AgentPhase, AgentState } from '../state/agent-state.ts';
import { type Pace, waitAt } from '../state/reading-interval.ts';
import type { Dial, DialStep } from './dial.ts';
import type { DialEffect, DialEvent, Transition } from './dial-event.ts';
import { enter, leaveAlone, refuse, stay, stopsReading } from './dial-transition.ts';
import type { DialProblem } from './dial-view.ts';

// Two requests with the same epoch second are one to the agent screen: the second is never dialled (agent-screen.md 1.4).
const SPACING_MS = 1_100;
// A pause is real 0 to 1 s after SUCCESS on a visible screen, 4 s on a hidden one (agent-screen.md 2, 8), five times that on a
// machine that is busy. Given up after so long and so many answers: of a computer that slept the clock alone says nothing.
const PAUSE: Pace = { fromMs: 500, ofAge: 1 / 4, mostMs: 2_000 };
const PAUSE_FOR_MS = 20_000;
const PAUSE_READS = 10;
// The agent screen shows its pause before its server knows of it: a code that comes in between is refused as "not paused". Five
// times, half a second apart at first, is longer than a slow server needs.
const CODE: Pace = { fromMs: 500, ofAge: 1 / 2, mostMs: 2_000 };
const CODE_TRIES = 5;
// Many times what the steps before sending take of a dialer that answers within a second. Nothing is asked that could be answered
// later: the agent is told, and free to do something else.
const MEANT_FOR_MS = 60_000;
// By then a request is answered or taken for lost (lib/vicidial/wire/transport.ts).
const ANSWERED_BY_MS = 8_000;
const TOO_LATE: DialProblem = { code: 'tooLate' };

/** The steps before the request is made. */
export type PreparingStep = Extract<
  DialStep,
  'confirming' | 'readingStatus' | 'pausing' | 'awaitingPause' | 'sendingCode' | 'spacing'
>;

/** A dial for which only preparations have left this browser: what each event makes of it. */
export function onPreparing(dial: Dial, step: PreparingStep, event: DialEvent): Transition {
  switch (step) {
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
  }
}

function onConfirming(dial: Dial, event: DialEvent): Transition {
  // He may have gone away, or on, while the question stood.
  if (event.type === 'declined') return enter({ ...leaveAlone(dial), problem: null }, 'cancelled', event.now);
  // No reading will come: nobody is signed in any more, or the dialer refuses to be read.
  if (event.type === 'statusFailed' && stopsReading(event.failure)) {
    const { dial: next } = refuse(leaveAlone(dial), { code: 'vicidial', failure: event.failure }, event.now);
    return { dial: next, effects: [{ do: 'closeConfirmation' }] };
  }
  if (event.type !== 'confirmed') return stay(dial);
  // The question may have stood there for long: the agent may be on a call by now.
  const { dial: next, effects } = readFirst({ ...dial, isAnswered: true, meantAt: event.now }, event.now);
  // Closed from here, so that its closing is not taken for the answer to a second question.
  return { dial: next, effects: [{ do: 'closeConfirmation' }, ...effects] };
}

function onReadingStatus(dial: Dial, event: DialEvent): Transition {
  if (event.type === 'agent') return guard(dial, event.agent, event.now);
  if (event.type === 'statusFailed') return refuse(dial, { code: 'vicidial', failure: event.failure }, event.now);
  return stay(dial);
}

/** Goes on with an agent whose state is known, asks him, or refuses for it. */
export function guard(before: Dial, agent: AgentState, now: number): Transition {
  const dial = withCallsBefore(before, agent);
  switch (agent.phase) {
    case 'paused':
    case 'phoneRinging':
      if (agent.isReady) return guardReady(dial, now);
      if (hasQuestion(dial)) return ask(dial, now);
      return sendCodeFirst(wasPaused(dial) ? { ...dial, stayPaused: 'wanted' } : dial, agent, now);
    case 'ready':
      return guardReady(dial, now);
    default:
      return refuse(dial, problemOfPhase(agent.phase), now);
  }
}

function hasQuestion({ confirm, isAnswered }: Dial): boolean {
  return confirm.length > 0 && !isAnswered;
}

function ask(dial: Dial, now: number): Transition {
  return enter(dial, 'confirming', now, { do: 'openConfirmation' });
}

function withCallsBefore({ callsBefore: _before, ...dial }: Dial, { callsToday }: AgentState): Dial {
  return callsToday === undefined ? dial : { ...dial, callsBefore: callsToday };
}

/** Paused before the click, and in a campaign that would make the agent ready after the call. */
function wasPaused({ step, policy, wasReady }: Dial): boolean {
  return step !== 'awaitingPause' && !wasReady && policy.keepsPaused;
}

function guardReady(dial: Dial, now: number): Transition {
  if (dial.confirm.includes('ready')) return pause(dial, now);
  switch (dial.policy.whenReady) {
    case 'always':
      return hasQuestion(dial) ? ask(dial, now) : pause(dial, now);
    case 'never':
      return refuse(dial, { code: 'readyNotAllowed' }, now);
    case 'ask':
      return ask({ ...dial, confirm: [...dial.confirm, 'ready'] }, now);
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
    // He has not been paused.
    return refuse({ ...dial, wasReady: false }, { code: 'vicidial', failure: event.failure }, event.now);
  }
  if (!isMeant(dial, event.now, PAUSE.fromMs + ANSWERED_BY_MS)) return refuse(dial, TOO_LATE, event.now);
  // PAUSE may have taken effect without an answer; the status says so.
  return enter(dial, 'awaitingPause', event.now, { do: 'readStatus', afterMs: PAUSE.fromMs });
}

function onAwaitingPause(dial: Dial, event: DialEvent): Transition {
  if (event.type === 'statusFailed') {
    const problem: DialProblem = { code: 'vicidial', failure: event.failure };
    return stopsReading(event.failure) ? refuse(dial, problem, event.now) : waitForPause(dial, problem, event.now);
  }
  if (event.type !== 'agent') return stay(dial);
  const { phase, isReady } = event.agent;
  const timedOut: DialProblem = { code: 'pauseTimedOut' };
  if (phase === 'ready' || isReady) return waitForPause(dial, timedOut, event.now);
  // A code is refused by a server that does not know of the pause yet, and sent again; a dial that it refuses is lost.
  const isSeenOnly = phase === 'paused' && event.agent.source === 'screen' && dial.policy.pauseCode === '';
  if (isSeenOnly) return waitForPause(dial, timedOut, event.now, { do: 'askServer' });
  return guard(dial, event.agent, event.now);
}

function waitForPause(dial: Dial, problem: DialProblem, now: number, effect?: DialEffect): Transition {
  const waitedMs = now - dial.stepSince;
  const tries = dial.tries + 1;
  if (waitedMs >= PAUSE_FOR_MS && tries >= PAUSE_READS) return refuse(dial, problem, now);
  const afterMs = waitAt(PAUSE, waitedMs);
  if (!isMeant(dial, now, afterMs + ANSWERED_BY_MS)) return refuse(dial, isMeant(dial, now) ? problem : TOO_LATE, now);
  return { dial: { ...dial, tries }, effects: [effect ?? { do: 'readStatus', afterMs }] };
}

function sendCodeFirst(dial: Dial, agent: AgentState, now: number): Transition {
  const { pauseCode } = dial.policy;
  // A code that is already set means that no pause-code box is open. The agent's own login tells none: it is what was sent last.
  const isSet = agent.pauseCode !== null && agent.pauseCode !== '' && agent.source !== 'recording';
  if (pauseCode === '' || isSet) return space(dial, now);
  if (!isMeant(dial, now)) return refuse(dial, TOO_LATE, now);
  return enter(dial, 'sendingCode', now, { do: 'sendCode', code: pauseCode });
}

function onSendingCode(dial: Dial, event: DialEvent): Transition {
  if (event.type === 'spaced') return { dial, effects: [{ do: 'sendCode', code: dial.policy.pauseCode }] };
  if (event.type !== 'codeAnswered') return stay(dial);
  if (event.failure?.code === 'notPaused') return sendCodeAgain(dial, event.failure, event.now);
  // A code that was refused for another reason does not forbid the call; if a box holds it, the agent is told so.
  return space(dial, event.now);
}

function sendCodeAgain(dial: Dial, failure: VicidialFailure, now: number): Transition {
  const tries = dial.tries + 1;
  const ms = waitAt(CODE, now - dial.stepSince);
  const isLast = tries >= CODE_TRIES || !isMeant(dial, now, ms + ANSWERED_BY_MS);
  if (isLast) return refuse(dial, { code: 'vicidial', failure }, now);
  return { dial: { ...dial, tries }, effects: [{ do: 'wait', ms }] };
}

/** Sends once the distance to the dial before is kept, and the lead of a record has been looked for: until then nothing is out. */
export function space(dial: Dial, now: number): Transition {
  const waitMs = dial.previousSentAt + SPACING_MS - now;
  // A clock that was set back must not hold the dial for longer than the spacing itself.
  if (waitMs > 0 && waitMs <= SPACING_MS) return enter(dial, 'spacing', now, { do: 'wait', ms: waitMs });
  return dial.record ? enter(dial, 'spacing', now, { do: 'wait', ms: 0 }) : send(dial, now);
}

function send(dial: Dial, now: number): Transition {
  if (!isMeant(dial, now)) return refuse(dial, TOO_LATE, now);
  return enter({ ...dial, sentAt: now }, 'sending', now, { do: 'dial' });
}

/** Whether the agent can be taken to mean the call still in `inMs` milliseconds. */
function isMeant(dial: Dial, now: number, inMs = 0): boolean {
  return now + inMs - dial.meantAt <= MEANT_FOR_MS;
}

/** Reads the agent's state before anything else is done. */
export function readFirst(dial: Dial, now: number): Transition {
  return enter(dial, 'readingStatus', now, { do: 'readStatus', afterMs: 0 });
}

/** Pauses the agent for the call, unless that would be for one that is dialled no more. */
function pause(dial: Dial, now: number): Transition {
  if (!isMeant(dial, now)) return refuse(dial, TOO_LATE, now);
  return enter({ ...dial, wasReady: true }, 'pausing', now, { do: 'pause' });
}

/** The same request once more, whose answer went with an earlier worker. What the agent has chosen since then stays. */
export function pauseAgain(dial: Dial, now: number): Transition {
  return isMeant(dial, now) ? { dial, effects: [{ do: 'pause' }] } : refuse(dial, TOO_LATE, now);
}
