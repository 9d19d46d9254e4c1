import type { VicidialFailure } from '../../vicidial/failure.ts';
import type { AgentPhase, AgentState } from '../state/agent-state.ts';
import { failedWaitMs, type Pace, waitAt } from '../state/reading-interval.ts';
import type { Dial } from './dial.ts';
import type { DialEffect, DialEvent, Transition } from './dial-event.ts';
import { again, enter, giveUp, stay, stopsReading } from './dial-transition.ts';
import type { DialProblem } from './dial-view.ts';
import { mayBeNumber } from './live-number.ts';
import { hasTimedOut } from './screen-verdict.ts';

// The longest wait is that of the alarm which wakes a stopped worker: a call is read then in any case.
const MOST_MS = 30_000;
/**
 * How often a call is read for its own sake, never more often than api.md 10.4 has it. Whoever looks is told sooner
 * (reading-interval.ts), and a click reads before it is answered, so a call that goes on needs few readings. The answer alone
 * is waited for: the PAUSE that keeps an agent paused leaves no gap when it comes while the call lasts.
 */
const FOLLOW = {
  previewing: { fromMs: 5_000, ofAge: 1 / 3, mostMs: MOST_MS },
  ringing: { fromMs: 5_000, ofAge: 1 / 3, mostMs: 6_000 },
  onCall: { fromMs: 25_000, ofAge: 1, mostMs: MOST_MS },
  talking: { fromMs: 25_000, ofAge: 1, mostMs: MOST_MS },
  customerGone: { fromMs: 5_000, ofAge: 1, mostMs: MOST_MS },
  wrapUp: { fromMs: 5_000, ofAge: 1, mostMs: MOST_MS },
} as const satisfies Record<string, Pace>;
// VICIdial gives up after 63 s, and its live status goes on saying that it rings (agent-screen.md 3.1).
const RINGS_LONG_MS = 65_000;
// Two readings of a ringing call are asked for 6.9 s apart at most; the rest is for slow answers.
const MISSED_MS = 8_500;
// Some ten minutes: whether the call goes on is not known any more, and the agent may want to place another.
const MOST_FAILED_READS = 13;

/** The steps of a request that the agent screen has picked up. */
export type FollowStep = keyof typeof FOLLOW;

/** True while the dial's call goes on, or its lead is shown, as far as it has been read. */
export function isFollowed({ step }: Dial): boolean {
  return step in FOLLOW;
}

/** A call that is on: what each event makes of it. */
export function onFollowing(dial: Dial, step: FollowStep, event: DialEvent): Transition {
  if (event.type === 'statusFailed') {
    if (stopsReading(event.failure) || dial.tries >= MOST_FAILED_READS)
      return giveUp(dial, { code: 'vicidial', failure: event.failure }, event.now);
    return again(dial, failedWaitMs(dial.tries + 1));
  }
  if (event.type === 'screenChanged') {
    const isInVain = step === 'ringing' && hasTimedOut(event.screen ?? null, dial);
    return isInVain ? { dial: { ...dial, problem: { code: 'dialTimedOut' } }, effects: [] } : stay(dial);
  }
  if (event.type === 'dialAnswered') return onLateAnswer(dial, event.failure);
  if (event.type !== 'agent') return stay(dial);
  const next = callOf(dial, event.agent);
  return next ? follow(dial, next, event.agent, event.now) : end(dial, event.now);
}

/** The answer to a request of which the call was seen before it came: the call says more, but for whom it is. */
function onLateAnswer(dial: Dial, failure: VicidialFailure | null): Transition {
  return failure?.code === 'echoMismatch' ? stay({ ...dial, problem: { code: 'vicidial', failure } }) : stay(dial);
}

/** The call is over, whether it has been followed or not. */
export function end(dial: Dial, now: number): Transition {
  const heard = heardAfter(dial, null, now);
  return enter({ ...dial, heard, problem: lastingProblem(dial), stayPaused: asked(dial) }, 'ended', now);
}

/** The PAUSE that an agent who was paused needs is asked for as soon as there is, or was, a call. */
export function asked({ stayPaused }: Dial): Dial['stayPaused'] {
  return stayPaused === 'wanted' ? 'asked' : stayPaused;
}

/** That the dialer calls somebody else than was asked for is true of the call as long as there is one. */
function lastingProblem({ problem }: Dial): DialProblem | null {
  return problem?.code === 'vicidial' && problem.failure.code === 'echoMismatch' ? problem : null;
}

/** Whether the agent's call may be the dial's: by its lead, whose number he may correct while he talks, or by its number. */
function isOurs(dial: Dial, { leadId, phoneNumber }: AgentState): boolean {
  const isItsLead = leadId !== undefined && leadId === dial.leadId;
  const mayBeIts = lastingProblem(dial) !== null || mayBeNumber(phoneNumber, dial.number);
  // Whoever is shown a lead may call another of its numbers instead, or go on to another lead with this one.
  if (mayBeShown(dial)) return mayBeIts && (isItsLead || leadId === undefined);
  return isItsLead || mayBeIts;
}

/** True for a lead that is to be shown, until it is called. */
function mayBeShown(dial: Dial): boolean {
  return dial.previewOf !== undefined && (dial.step === 'previewing' || !isFollowed(dial));
}

/** The step of the dial's own call, or of its lead on preview, when that is what the agent is on. */
export function callOf(dial: Dial, agent: AgentState): FollowStep | null {
  return isOurs(dial, agent) ? followStep(dial, agent.phase) : null;
}

/** The step in which a call of this phase stands; null when there is none. */
function followStep(dial: Dial, phase: AgentPhase): FollowStep | null {
  switch (phase) {
    case 'previewing':
      return mayBeShown(dial) ? 'previewing' : null;
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

/** The call, or its lead, stands in `step`: the screen has picked it up. */
export function follow(dial: Dial, step: FollowStep, agent: AgentState, now: number): Transition {
  const { customerName, leadId = dial.leadId } = agent;
  // What is said of a call that goes on stays said, until the call does.
  const problem = dial.step === step ? (dial.problem ?? ringsLong(dial, agent, now)) : lastingProblem(dial);
  const heard = heardAfter(dial, step, now);
  const { goneAt: _goneAt, freeFrom: _freeFrom, freeAt: _freeAt, ...before } = dial;
  const next = {
    ...before,
    problem,
    heard,
    // VICIdial takes no PAUSE of who is paused.
    stayPaused: step === 'previewing' ? dial.stayPaused : asked(dial),
    ...(step === 'ringing' && { rangAt: now }),
    ...(step === 'previewing' && { shownAt: now }),
    ...(customerName !== null && { customerName }),
    ...(leadId !== undefined && { leadId }),
  };
  const goesOn = dial.step === step;
  const read: DialEffect = { do: 'readStatus', afterMs: waitAt(FOLLOW[step], goesOn ? now - dial.stepSince : 0) };
  if (goesOn) return { dial: { ...next, tries: 0 }, effects: [read] };
  const entered = enter(next, step, now, read);
  // It is only no longer told whether it rings.
  const isLess = dial.step === 'ringing' && step === 'onCall';
  return isLess ? { ...entered, dial: { ...entered.dial, stepSince: dial.stepSince } } : entered;
}

/** The agent screen itself tells when it has given up. */
function ringsLong({ step, stepSince }: Dial, { source }: AgentState, now: number): DialProblem | null {
  return step === 'ringing' && source !== 'screen' && now - stepSince >= RINGS_LONG_MS ? { code: 'ringsLong' } : null;
}

/** What has been heard of the call by the time it stands in `step`; null when it is over. */
function heardAfter(dial: Dial, step: FollowStep | null, now: number): Dial['heard'] {
  if (dial.heard === 'talking') return dial.heard;
  if (step === 'ringing' || step === 'onCall' || step === 'talking') return step;
  // Nobody looked for longer than between two readings: it may have been answered and ended meanwhile.
  return dial.heard === 'ringing' && now - (dial.rangAt ?? dial.stepSince) > MISSED_MS ? 'onCall' : dial.heard;
}
