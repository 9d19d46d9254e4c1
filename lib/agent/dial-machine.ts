import type { DialableNumber } from '../phone/phone-number.ts';
import { isOutcomeUnknown, type VicidialFailure } from '../vicidial/failure.ts';
import type { AgentPhase, AgentState } from './agent-state.ts';
import {
  canTakeBack,
  type Dial,
  type DialEffect,
  type DialEvent,
  type DialPolicy,
  type DialSource,
  type DialStep,
  type Transition,
} from './dial.ts';
import type { ConfirmReason, DialId, DialProblem } from './dial-view.ts';
import { hasTimedOut, judgeByScreen, whyNotPickedUp } from './screen-verdict.ts';

// Two requests with the same epoch second are one to the agent screen: the second is never dialled (agent-screen.md 1.4).
const SPACING_MS = 1_100;
// A pause is real 0 to 1 s after SUCCESS on a visible screen (agent-screen.md 2); ten readings bridge a slow one.
const PAUSE_READ_MS = 500;
const PAUSE_READS = 10;
// api.md 10.4: after an accepted dial read once a second, at most ten times.
const SCREEN_READ_MS = 1_000;
const SCREEN_READS = 10;
// A living screen dials, refuses or holds within 2 s, hidden 4 s (agent-screen.md 3.1, 8); then the server is asked.
const WATCHED_READS = 4;
const HELD_READ_MS = 5_000;
// api.md 10.4, by what the agent is doing.
const FOLLOW_MS = { ringing: 2_000, onCall: 5_000, talking: 5_000, customerGone: 3_000, wrapUp: 3_000 } as const;
// api.md 10.4: after failed readings.
const FAILED_READ_MS = [5_000, 10_000, 20_000, 40_000, 60_000] as const;
/** A reading this old still describes the agent: the longest interval at which an open panel reads (api.md 10.4). */
export const FRESH_STATUS_MS = 15_000;
// A request has no expiry; a throttled screen acts at most a minute later (agent-screen.md 8). Twice that is given.
const LATE_PICK_UP_MS = 120_000;

// The agent screen notices an answer at its next lookup; a PAUSE before that is used up without effect (agent-screen.md 5).
const NOTICE_MS = 1_200;

type FollowStep = keyof typeof FOLLOW_MS;

/** Starts a dial. Nothing is sent before the agent's state is known from a reading not older than {@link FRESH_STATUS_MS}. */
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
    sentAt: null,
    previousSentAt,
    tries: 0,
    stayPaused: 'no',
    heard: 'nothing',
  };
  if (confirm.length > 0) return enter(dial, 'confirming', now, { do: 'openConfirmation' });
  if (agent.source !== null && now - agent.readAt <= FRESH_STATUS_MS) return guard(dial, agent, now);
  return readFirst(dial, now);
}

/** The next state and what to do, for every step and every event; an event that means nothing in a step changes nothing. */
export function reduceDial(dial: Dial, event: DialEvent): Transition {
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
    case 'ended':
    case 'refused':
    case 'cancelled':
      return stay(dial);
  }
}

function onConfirming(dial: Dial, event: DialEvent): Transition {
  if (event.type === 'declined') return refuse(dial, { code: 'confirmationDeclined' }, event.now);
  if (event.type !== 'confirmed') return stay(dial);
  return dial.confirm.includes('ready') ? pause(dial, event.now) : readFirst(dial, event.now);
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
      return sendCodeFirst(dial.step === 'awaitingPause' ? dial : { ...dial, stayPaused: 'wanted' }, agent, now);
    case 'ready':
      return guardReady(dial, now);
    default:
      return refuse(dial, problemOfPhase(agent.phase), now);
  }
}

function guardReady(dial: Dial, now: number): Transition {
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
  return enter({ ...dial, sentAt: now }, 'sending', now, { do: 'dial' });
}

function onSending(dial: Dial, event: DialEvent): Transition {
  if (event.type !== 'dialAnswered') return stay(dial);
  if (event.failure === null) return watchScreen(dial, 'awaitingScreen', event.now);
  const problem: DialProblem = { code: 'vicidial', failure: event.failure };
  if (isOutcomeUnknown(event.failure)) return watchScreen({ ...dial, problem }, 'resolving', event.now);
  return refuse({ ...dial, sentAt: null }, problem, event.now);
}

function watchScreen(dial: Dial, step: 'awaitingScreen' | 'resolving', now: number): Transition {
  return enter(dial, step, now, { do: 'readStatus', afterMs: SCREEN_READ_MS });
}

function onWatchingScreen(dial: Dial, event: DialEvent): Transition {
  const { screen = null, now } = event;
  switch (event.type) {
    case 'agent': {
      const followed = followStep(event.agent.phase);
      if (followed) return follow(dial, followed, now);
      if (event.agent.phase === 'notLoggedIn') return giveUp(dial, whyNotLoggedIn(event), now);
      return byScreen(dial, event) ?? waitForScreen(dial, event, event.agent.source === 'screen');
    }
    case 'screenChanged':
      return byScreen(dial, event) ?? stay(dial);
    case 'statusFailed':
      if (stopsReading(event.failure)) return giveUp(dial, { code: 'vicidial', failure: event.failure }, now);
      return dial.tries + 1 >= SCREEN_READS
        ? giveUp(dial, dial.problem ?? whyNotPickedUp(screen), now)
        : again(dial, SCREEN_READ_MS);
    default:
      return stay(dial);
  }
}

/** The agent is free and the screen says nothing about the request. */
function waitForScreen(dial: Dial, { screen = null, now }: DialEvent, isFromScreen: boolean): Transition {
  const tries = dial.tries + 1;
  const isWatched = screen?.isAlive === true && tries >= WATCHED_READS;
  if (isWatched && isFromScreen) return { dial: { ...dial, tries }, effects: [{ do: 'askServer' }] };
  if (isWatched || tries >= SCREEN_READS) return giveUp(dial, dial.problem ?? whyNotPickedUp(screen), now);
  return again(dial, SCREEN_READ_MS);
}

/** What the screen's boxes and messages make of the request; null when they say nothing about it. */
function byScreen(dial: Dial, { screen = null, now }: DialEvent): Transition | null {
  const verdict = judgeByScreen(screen, dial, now);
  switch (verdict.is) {
    case 'open':
      return null;
    case 'refused':
      return refuse(dial, verdict.problem, now);
    case 'doubtful':
      return giveUp(dial, verdict.problem, now);
    case 'held': {
      const held = { ...dial, problem: verdict.problem };
      const read: DialEffect = { do: 'readStatus', afterMs: HELD_READ_MS };
      return dial.step === 'held' ? { dial: held, effects: [read] } : enter(held, 'held', now, read);
    }
  }
}

function whyNotLoggedIn({ screen = null }: DialEvent): DialProblem {
  const why = whyNotPickedUp(screen);
  return why.code === 'screenLoggedOut' || why.code === 'screenDisabled' ? why : { code: 'notLoggedIn' };
}

function onHeld(dial: Dial, event: DialEvent): Transition {
  const { now } = event;
  switch (event.type) {
    case 'agent': {
      const followed = followStep(event.agent.phase);
      if (followed) return follow(dial, followed, now);
      if (event.agent.phase === 'notLoggedIn') return giveUp(dial, whyNotLoggedIn(event), now);
      return stillHeld(dial, event);
    }
    case 'screenChanged':
      return stillHeld(dial, event);
    case 'statusFailed':
      if (stopsReading(event.failure)) return giveUp(dial, { code: 'vicidial', failure: event.failure }, now);
      return again(dial, HELD_READ_MS);
    case 'cancelAnswered':
      return onTakenBack(dial, event.failure, now);
    default:
      return stay(dial);
  }
}

function stillHeld(dial: Dial, event: DialEvent): Transition {
  const { screen = null, now } = event;
  const byBox = byScreen(dial, event);
  if (byBox) return byBox;
  // Closed: the screen dials with its next poll.
  if (screen?.isAlive) return watchScreen({ ...dial, problem: null }, 'awaitingScreen', now);
  if (now - dial.stepSince > LATE_PICK_UP_MS) return giveUp(dial, whyNotPickedUp(screen), now);
  return again(dial, HELD_READ_MS);
}

function onFollowing(dial: Dial, step: FollowStep, event: DialEvent): Transition {
  if (event.type === 'statusFailed') {
    if (stopsReading(event.failure)) return giveUp(dial, { code: 'vicidial', failure: event.failure }, event.now);
    return again(dial, FAILED_READ_MS[Math.min(dial.tries, FAILED_READ_MS.length - 1)] ?? FOLLOW_MS[step]);
  }
  if (event.type === 'answerNoticed') return keepPaused(dial, step);
  if (event.type === 'screenChanged') {
    const isInVain = step === 'ringing' && hasTimedOut(event.screen ?? null, dial);
    return isInVain ? { dial: { ...dial, problem: { code: 'dialTimedOut' } }, effects: [] } : stay(dial);
  }
  if (event.type !== 'agent') return stay(dial);
  const next = followStep(event.agent.phase);
  return next ? follow(dial, next, event.now) : enter({ ...dial, problem: null }, 'ended', event.now);
}

function onUnknown(dial: Dial, event: DialEvent): Transition {
  const { now } = event;
  const isLate = dial.sentAt !== null && now - dial.sentAt <= LATE_PICK_UP_MS;
  switch (event.type) {
    case 'agent': {
      const next = followStep(event.agent.phase);
      return next && isLate ? follow(dial, next, now) : stay(dial);
    }
    case 'screenChanged': {
      const verdict = judgeByScreen(event.screen ?? null, dial, now);
      return isLate && verdict.is === 'refused' ? refuse(dial, verdict.problem, now) : stay(dial);
    }
    case 'cancelAnswered':
      return onTakenBack(dial, event.failure, now);
    default:
      return stay(dial);
  }
}

function onTakenBack(dial: Dial, failure: VicidialFailure | null, now: number): Transition {
  if (failure === null) return enter({ ...dial, problem: null }, 'cancelled', now);
  // "Not paused" means that the screen took the request meanwhile.
  if (failure.code === 'notPaused') return { dial, effects: [{ do: 'readStatus', afterMs: 0 }] };
  return giveUp(dial, { code: 'vicidial', failure }, now);
}

function followStep(phase: AgentPhase): FollowStep | null {
  switch (phase) {
    case 'dialling':
      return 'ringing';
    case 'onCall':
      return 'onCall';
    case 'talking':
    case 'parked':
    case 'threeWay':
      return 'talking';
    case 'customerGone':
      return 'customerGone';
    case 'wrapUp':
      return 'wrapUp';
    default:
      return null;
  }
}

function follow(dial: Dial, step: FollowStep, now: number): Transition {
  const heard = step === 'ringing' || step === 'onCall' || step === 'talking' ? step : dial.heard;
  // What is said of a call that goes on stays said, until the call does.
  const problem = dial.step === step ? dial.problem : null;
  const next = { ...dial, problem, heard: dial.heard === 'talking' ? dial.heard : heard };
  if (dial.step === step)
    return { dial: { ...next, tries: 0 }, effects: [{ do: 'readStatus', afterMs: FOLLOW_MS[step] }] };
  const read: DialEffect = { do: 'readStatus', afterMs: FOLLOW_MS[step] };
  return enter(next, step, now, ...(wantsPause(next, step) ? [read, AWAIT_NOTICE] : [read]));
}

const AWAIT_NOTICE: DialEffect = { do: 'awaitNotice', ms: NOTICE_MS };

function wantsPause(dial: Dial, step: DialStep): boolean {
  return dial.stayPaused === 'wanted' && (step === 'talking' || step === 'customerGone');
}

function keepPaused(dial: Dial, step: FollowStep): Transition {
  return wantsPause(dial, step)
    ? { dial: { ...dial, stayPaused: 'sent' }, effects: [{ do: 'stayPaused' }] }
    : stay(dial);
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
      return canTakeBack(dial) ? { dial, effects: [{ do: 'takeBack' }] } : stay(dial);
  }
}

function restore(dial: Dial, now: number): Transition {
  switch (dial.step) {
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

function refuse(dial: Dial, problem: DialProblem, now: number): Transition {
  return enter({ ...dial, problem }, 'refused', now);
}

function giveUp(dial: Dial, problem: DialProblem, now: number): Transition {
  return enter({ ...dial, problem }, 'unknown', now);
}

function stopsReading(failure: VicidialFailure): boolean {
  return !isOutcomeUnknown(failure);
}

function again(dial: Dial, afterMs: number): Transition {
  return { dial: { ...dial, tries: dial.tries + 1 }, effects: [{ do: 'readStatus', afterMs }] };
}

function stay(dial: Dial): Transition {
  return { dial, effects: [] };
}

function enter(dial: Dial, step: DialStep, now: number, ...effects: DialEffect[]): Transition {
  return { dial: { ...dial, step, stepSince: now, tries: 0 }, effects };
}
