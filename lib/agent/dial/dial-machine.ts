import type { DialableNumber } from '../../phone/phone-number.ts';
import { isOutcomeUnknown } from '../../vicidial/failure.ts';
import type { AgentState } from '../state/agent-state.ts';
import type { SeenScreen } from '../state/screen-reading.ts';
import { canTakeBack, type Dial, type DialPolicy, type DialRecord, type DialSource, isLeftPaused } from './dial.ts';
import { lookLate, onCancelled, onHeld, onUnknown, onWatchingScreen, watchScreen } from './dial-awaiting.ts';
import { goOn, onChecking } from './dial-checking.ts';
import type { DialEvent, Transition } from './dial-event.ts';
import { callOf, follow, onFollowing } from './dial-following.ts';
import { onPreparing, pauseAgain, space } from './dial-preparing.ts';
import { letGo, onPreviewing } from './dial-previewing.ts';
import { onPreviewOver } from './dial-resuming.ts';
import { DIAL_TABLE } from './dial-table.ts';
import { enter, readyAgain, refuse, stay } from './dial-transition.ts';
import type { ConfirmReason, DialId, DialProblem } from './dial-view.ts';

/**
 * Starts a dial. The do-not-call lists are asked first, where somebody may. Nothing is sent before the agent's state is known from
 * a reading that is fresh (reading-freshness.ts), and nothing is refused for a state that may be over: a refusal rests on a
 * reading made after the click.
 */
export function beginDial(input: {
  readonly id: DialId;
  readonly number: DialableNumber;
  readonly record?: DialRecord | undefined;
  /** The lead that is only shown, whose first number this is. */
  readonly previewOf?: string | undefined;
  readonly policy: DialPolicy;
  readonly source: DialSource;
  readonly agent: AgentState;
  readonly screen: SeenScreen | null;
  readonly confirm: readonly ConfirmReason[];
  readonly previousSentAt: number;
  /** The agent is still paused for a dial before this one, of which nobody knows what came. */
  readonly wasReady: boolean;
  /** That one had shown a lead, and has come to no call as far as is known. */
  readonly isAfterPreview?: boolean;
  readonly now: number;
}): Transition {
  const { id, number, record, previewOf, policy, source, agent, screen, confirm, previousSentAt, now } = input;
  const dial: Dial = {
    id,
    number,
    ...(record && { record }),
    ...(previewOf !== undefined && { previewOf, leadId: previewOf }),
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
    ...(input.wasReady && { wasReady: true }),
    ...(input.wasReady && input.isAfterPreview && { isAfterPreview: true as const }),
  };
  return policy.whenListed === undefined && previewOf === undefined
    ? goOn(dial, agent, screen, now)
    : enter(dial, 'checking', now, { do: 'checkNumber' });
}

/**
 * The next state and what to do, for every step and every event. {@link DIAL_TABLE} decides which events mean anything in a
 * step; the others change nothing.
 */
export function reduceDial(dial: Dial, event: DialEvent): Transition {
  if (DIAL_TABLE[dial.step][event.type].length === 0) return stay(dial);
  if (event.type === 'cancelAsked') return cancel(dial, event.now);
  if (event.type === 'stateChosen') return stay(isLate(dial) ? letGo(withoutReady(dial)) : withoutReady(dial));
  if (event.type === 'restored') return restore(dial, event.now);
  switch (dial.step) {
    case 'checking':
      return onChecking(dial, event);
    case 'confirming':
    case 'readingStatus':
    case 'pausing':
    case 'awaitingPause':
    case 'sendingCode':
    case 'spacing':
      return onPreparing(dial, dial.step, event);
    case 'sending':
      return onSending(dial, event);
    case 'awaitingScreen':
    case 'resolving':
      return onWatchingScreen(dial, event);
    case 'held':
      return onHeld(dial, event);
    case 'previewing':
      return onPreviewing(dial, event);
    case 'onCall':
    case 'ringing':
    case 'talking':
    case 'customerGone':
    case 'wrapUp':
      return onFollowing(dial, dial.step, event);
    case 'unknown':
      return onUnknown(afterReady(dial, event), event);
    case 'cancelled': {
      const late = onCancelled(afterReady(dial, event), event);
      return late.dial.step === 'cancelled' ? onPreviewOver(late.dial, event) : late;
    }
    case 'refused':
      return onPreviewOver(afterReady(dial, event), event);
    case 'ended':
      return stay(dial);
  }
}

/** Whoever is ready, by whatever way, is owed nothing more for this call, and is called no lead that he was shown for it. */
function afterReady(dial: Dial, event: DialEvent): Dial {
  if (event.type !== 'agent' || event.agent.phase !== 'ready') return dial;
  const next = isLeftPaused(dial) ? withoutReady(dial) : dial;
  return isLate(next) ? letGo(next) : next;
}

/** True for a call that may still come although nobody waits for it any more. */
function isLate({ step }: Dial): boolean {
  return step === 'cancelled' || step === 'unknown';
}

function withoutReady(dial: Dial): Dial {
  return dial.wasReady ? { ...dial, wasReady: false } : dial;
}

function onSending(dial: Dial, event: DialEvent): Transition {
  if (event.type === 'agent') {
    // The agent screen tells of the call before the answer comes, or instead of it.
    const seen = event.agent.phoneNumber === null ? null : callOf(dial, event.agent);
    return seen ? follow(dial, seen, event.agent, event.now) : stay(dial);
  }
  if (event.type === 'notSent') return refuse({ ...dial, sentAt: null }, event.problem, event.now);
  if (event.type !== 'dialAnswered') return stay(dial);
  if (event.failure === null) return watchScreen(dial, 'awaitingScreen', event.now);
  const problem: DialProblem = { code: 'vicidial', failure: event.failure };
  // An empty answer may be one that was lost on its way.
  const isUnknown = isOutcomeUnknown(event.failure) || event.failure.code === 'unknownFunction';
  if (isUnknown) return watchScreen({ ...dial, problem }, 'resolving', event.now);
  return refuse({ ...dial, sentAt: null }, problem, event.now);
}

/** Ends a question in favour of another dial, which takes an agent over who is still paused: he is made ready after that one. */
export function giveWay(question: Dial, now: number): Transition {
  return enter(question, 'cancelled', now, { do: 'closeConfirmation' });
}

function cancel(dial: Dial, now: number): Transition {
  switch (dial.step) {
    case 'checking':
    case 'confirming':
    case 'readingStatus':
    case 'pausing':
    case 'awaitingPause':
    case 'sendingCode':
    case 'spacing':
      return enter(dial, 'cancelled', now, { do: 'closeConfirmation' }, ...readyAgain(dial));
    default:
      return canTakeBack(dial) ? { dial: { ...dial, isTakingBack: true }, effects: [{ do: 'takeBack' }] } : stay(dial);
  }
}

function restore(dial: Dial, now: number): Transition {
  switch (dial.step) {
    case 'checking':
      return { dial, effects: [{ do: 'checkNumber' }] };
    case 'confirming':
      return { dial, effects: [{ do: 'keepConfirmation' }] };
    case 'readingStatus':
    case 'awaitingPause':
      return { dial, effects: [{ do: 'readStatus', afterMs: 0 }] };
    case 'pausing':
      return pauseAgain(dial, now);
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
    case 'previewing':
    case 'onCall':
    case 'ringing':
    case 'talking':
    case 'customerGone':
    case 'wrapUp':
      return { dial, effects: [{ do: 'readStatus', afterMs: 0 }] };
    case 'unknown':
      return lookLate(dial, now);
    default:
      return stay(dial);
  }
}
