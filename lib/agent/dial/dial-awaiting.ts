import type { VicidialFailure } from '../../vicidial/failure.ts';
import type { AgentState } from '../state/agent-state.ts';
import { type Pace, waitAt } from '../state/reading-interval.ts';
import { canTakeBack, type Dial } from './dial.ts';
import type { DialEffect, DialEvent, Transition } from './dial-event.ts';
import { callOf, end, follow } from './dial-following.ts';
import { isToldOf } from './dial-previewing.ts';
import { again, enter, giveUp, readyAgain, refuse, stay, stopsReading } from './dial-transition.ts';
import type { DialProblem } from './dial-view.ts';
import { judgeByScreen, whyNotPickedUp } from './screen-verdict.ts';

// api.md 10.4: after an accepted dial read once a second, at most ten times.
const SCREEN_READ_MS = 1_000;
const SCREEN_READS = 10;
// A living screen dials, refuses or holds within 2 s, hidden 4 s (agent-screen.md 3.1, 8); then the server is asked.
const WATCHED_READS = 4;
// The agent screen tells of a box that is closed by itself; readings are for one that does not speak, and for its end.
const HELD: Pace = { fromMs: 5_000, ofAge: 1 / 4, mostMs: 60_000 };
// Whoever has not closed the box by now has left it, and is told so; the request itself has no expiry.
const HELD_FOR_MS = 30 * 60_000;
// A request has no expiry; a throttled screen acts at most a minute later (agent-screen.md 8). Twice that is given.
const LATE_PICK_UP_MS = 120_000;
// How often a request that was not taken in time is looked after meanwhile: a call of 20 s is not missed.
const LATE: Pace = { fromMs: 5_000, ofAge: 1 / 4, mostMs: 15_000 };
// The screen acts within 2 s, a hidden one within 4 s (agent-screen.md 3.1, 8).
const TAKEN_MEANWHILE_MS = 5_000;

// An unanswered request is given up after 8 s (lib/vicidial/wire/transport.ts) and read a second later; the rest is for the answer.
const PASSED_MS = 15_000;

/** The request is out: from now on the agent's state and the agent screen say what became of it. */
export function watchScreen(dial: Dial, step: 'awaitingScreen' | 'resolving', now: number): Transition {
  return enter(dial, step, now, { do: 'readStatus', afterMs: SCREEN_READ_MS });
}

/** A request that the agent screen has not taken yet. */
export function onWatchingScreen(dial: Dial, event: DialEvent): Transition {
  const { screen = null, now } = event;
  switch (event.type) {
    case 'agent': {
      const followed = callOf(dial, event.agent);
      if (followed) return follow(dial, followed, event.agent, now);
      if (event.agent.phase === 'notLoggedIn') return giveUp(dial, whyNotLoggedIn(event), now);
      if (hasPassed(dial, event.agent, now)) return end(dial, now);
      return byScreen(dial, event) ?? waitForScreen(dial, event, event.agent.source === 'screen');
    }
    case 'screenChanged':
      return byScreen(dial, event) ?? stay(dial);
    case 'statusFailed':
      if (stopsReading(event.failure)) return giveUp(dial, { code: 'vicidial', failure: event.failure }, now);
      return dial.tries + 1 >= SCREEN_READS
        ? notTaken(dial, dial.problem ?? whyNotPickedUp(screen), now)
        : again(dial, SCREEN_READ_MS);
    // Asked for while a box held it, which has been closed meanwhile.
    case 'cancelAnswered':
      return event.failure === null ? onTakenBack(dial, null, now) : stay(mayTryAgain(dial));
    default:
      return stay(dial);
  }
}

/**
 * A call that was over before anybody could read it: the dialer counts one more than before the click. Only where it was read at
 * once after a lost answer: later it may be one that the agent has dialled by hand.
 */
function hasPassed({ callsBefore, sentAt, tries }: Dial, { phase, callsToday }: AgentState, now: number): boolean {
  if (callsBefore === undefined || callsToday === undefined || sentAt === null || tries > 0) return false;
  const isFree = phase === 'paused' || phase === 'ready';
  return isFree && callsToday > callsBefore && now - sentAt <= PASSED_MS;
}

/** The agent is free and the screen says nothing about the request. */
function waitForScreen(dial: Dial, { screen = null, now }: DialEvent, isFromScreen: boolean): Transition {
  const tries = dial.tries + 1;
  const isWatched = screen?.isAlive === true && tries >= WATCHED_READS;
  if (isWatched && isFromScreen) return { dial: { ...dial, tries }, effects: [{ do: 'askServer' }] };
  if (isWatched || tries >= SCREEN_READS) return notTaken(dial, dial.problem ?? whyNotPickedUp(screen), now);
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
      const held = { ...dial, problem: verdict.problem, heldAt: now };
      return dial.step === 'held' ? heldOn(held, now) : enter(held, 'held', now, readHeld(0));
    }
  }
}

/** Held on. It is read more rarely the longer it lasts, and not for ever. */
function heldOn(dial: Dial, now: number): Transition {
  const heldMs = now - dial.stepSince;
  if (heldMs > HELD_FOR_MS) return notTaken(dial, { code: 'notPickedUp' }, now);
  return { dial, effects: [readHeld(heldMs)] };
}

function readHeld(heldMs: number): DialEffect {
  return { do: 'readStatus', afterMs: waitAt(HELD, heldMs) };
}

function whyNotLoggedIn({ screen = null }: DialEvent): DialProblem {
  const why = whyNotPickedUp(screen);
  return why.code === 'screenLoggedOut' || why.code === 'screenDisabled' ? why : { code: 'notLoggedIn' };
}

/** A request that a box on the agent screen holds back. */
export function onHeld(dial: Dial, event: DialEvent): Transition {
  const { now } = event;
  switch (event.type) {
    case 'agent': {
      const followed = callOf(dial, event.agent);
      if (followed) return follow(dial, followed, event.agent, now);
      if (event.agent.phase === 'notLoggedIn') return giveUp(dial, whyNotLoggedIn(event), now);
      return stillHeld(dial, event);
    }
    case 'screenChanged':
      return stillHeld(dial, event);
    case 'statusFailed':
      if (stopsReading(event.failure)) return giveUp(dial, { code: 'vicidial', failure: event.failure }, now);
      return heldOn(dial, now);
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
  if (now - dial.stepSince > LATE_PICK_UP_MS) return notTaken(dial, whyNotPickedUp(screen), now);
  return heldOn(dial, now);
}

/** A request of which nothing was seen in time: it may still be taken, refused, or taken back. */
export function onUnknown(dial: Dial, event: DialEvent): Transition {
  const { now } = event;
  switch (event.type) {
    case 'agent': {
      const next = dial.isLetGo ? null : callOf(dial, event.agent);
      const isIts = mayStillBeTaken(dial, now) || isToldOf(dial, event.agent, now);
      return next && isIts ? follow(dial, next, event.agent, now) : lookLate(dial, now);
    }
    case 'statusFailed':
      return stopsReading(event.failure) ? stay(dial) : lookLate(dial, now);
    case 'screenChanged': {
      const verdict = judgeByScreen(event.screen ?? null, dial, now);
      return mayStillBeTaken(dial, now) && verdict.is === 'refused' ? refuse(dial, verdict.problem, now) : stay(dial);
    }
    case 'cancelAnswered':
      return onTakenBack(dial, event.failure, now);
    default:
      return stay(dial);
  }
}

/** Not taken in time. It is looked after as long as the agent screen may still take it. */
function notTaken(dial: Dial, problem: DialProblem, now: number): Transition {
  const { dial: next } = giveUp(dial, problem, now);
  return lookLate(next, now);
}

/** Reads a request that may still be taken, more rarely the longer it has not been. */
export function lookLate(dial: Dial, now: number): Transition {
  if (!mayStillBeTaken(dial, now)) return stay(dial);
  return { dial, effects: [{ do: 'readStatus', afterMs: waitAt(LATE, now - dial.stepSince) }] };
}

/** A request that was taken back: VICIdial says SUCCESS also when there was nothing left to take (api.md 7.2). */
export function onCancelled(dial: Dial, event: DialEvent): Transition {
  if (event.type !== 'agent' || dial.sentAt === null || dial.isLetGo) return stay(dial);
  const mayBeTaken =
    event.now - dial.stepSince <= TAKEN_MEANWHILE_MS ||
    mayStillArrive(dial, event.now) ||
    (mayStillBeTaken(dial, event.now) && isToldOf(dial, event.agent, event.now));
  const next = mayBeTaken ? callOf(dial, event.agent) : null;
  return next ? follow(dial, next, event.agent, event.now) : stay(dial);
}

/** No answer says that the request had arrived before it was taken back: a dialer under load may run it after that. */
function mayStillArrive(dial: Dial, now: number): boolean {
  return wasNotAnswered(dial) && mayStillBeTaken(dial, now);
}

function wasNotAnswered({ problem }: Dial): boolean {
  return problem?.code === 'vicidial' || problem?.code === 'workerStopped';
}

/** True while a request that nobody has taken may wait in the agent screen's field. Later it may be another's. */
export function mayStillBeTaken({ sentAt, heldAt = 0, shownAt = 0 }: Dial, now: number): boolean {
  return sentAt !== null && now - Math.max(sentAt, heldAt, shownAt) <= LATE_PICK_UP_MS;
}

/** Why a request that is out cannot be taken back now; null when it can, or when there is nothing that could be. */
export function whyNotTakenBack(dial: Dial, { phase }: AgentState, now: number): DialProblem | null {
  if (!canTakeBack(dial)) return null;
  // SKIP would skip the lead that the agent is previewing now, or the next one.
  if (phase === 'previewing') return { code: 'agentPreviewing' };
  return dial.step === 'unknown' && !mayStillBeTaken(dial, now) ? { code: 'cancelTooLate' } : null;
}

function onTakenBack(dial: Dial, failure: VicidialFailure | null, now: number): Transition {
  if (failure === null) {
    const problem = wasNotAnswered(dial) ? dial.problem : null;
    return enter({ ...dial, problem }, 'cancelled', now, { do: 'askServer' }, ...readyAgain(dial));
  }
  // "Not paused" means that the screen took the request meanwhile.
  if (failure.code === 'notPaused') return { dial: mayTryAgain(dial), effects: [{ do: 'readStatus', afterMs: 0 }] };
  return giveUp(mayTryAgain(dial), { code: 'vicidial', failure }, now);
}

/** It was not taken back, as far as is known: whether to ask again is the agent's to say. */
function mayTryAgain(dial: Dial): Dial {
  return { ...dial, isTakingBack: false };
}
