import type { DialStep } from './dial.ts';
import type { DialEvent } from './dial-event.ts';

export type DialEventType = DialEvent['type'];

/** The steps an event may lead to; none when it changes nothing and does nothing. A step may lead to itself, with an effect. */
export type DialRow = Readonly<Record<DialEventType, readonly DialStep[]>>;

const STAYS: readonly DialStep[] = [];
const CALL: readonly DialStep[] = ['onCall', 'ringing', 'talking', 'customerGone', 'wrapUp'];
/** What becomes of a request once the agent screen has taken it. */
const TAKEN: readonly DialStep[] = [...CALL, 'previewing'];

const NOTHING: DialRow = {
  checked: STAYS,
  confirmed: STAYS,
  declined: STAYS,
  agent: STAYS,
  statusFailed: STAYS,
  screenChanged: STAYS,
  pauseAnswered: STAYS,
  codeAnswered: STAYS,
  spaced: STAYS,
  notSent: STAYS,
  dialAnswered: STAYS,
  cancelAsked: STAYS,
  cancelAnswered: STAYS,
  stateChosen: STAYS,
  restored: STAYS,
};

/**
 * Which steps each event may lead to from each step. The machine asks this table first: where a row says that an event
 * changes nothing, nothing else is asked. The diagram in the documents is drawn from it.
 */
export const DIAL_TABLE: Readonly<Record<DialStep, DialRow>> = {
  checking: {
    ...NOTHING,
    checked: ['confirming', 'readingStatus', 'pausing', 'sendingCode', 'spacing', 'sending', 'refused'],
    statusFailed: ['refused'],
    cancelAsked: ['cancelled'],
    stateChosen: ['checking'],
    restored: ['checking'],
  },
  confirming: {
    ...NOTHING,
    confirmed: ['readingStatus'],
    declined: ['cancelled'],
    statusFailed: ['refused'],
    cancelAsked: ['cancelled'],
    restored: ['confirming'],
  },
  readingStatus: {
    ...NOTHING,
    agent: ['confirming', 'pausing', 'sendingCode', 'spacing', 'sending', 'refused'],
    statusFailed: ['refused'],
    cancelAsked: ['cancelled'],
    restored: ['readingStatus'],
  },
  pausing: {
    ...NOTHING,
    pauseAnswered: ['awaitingPause', 'refused'],
    cancelAsked: ['cancelled'],
    stateChosen: ['pausing'],
    restored: ['pausing', 'refused'],
  },
  awaitingPause: {
    ...NOTHING,
    agent: ['awaitingPause', 'sendingCode', 'spacing', 'sending', 'refused'],
    statusFailed: ['awaitingPause', 'refused'],
    cancelAsked: ['cancelled'],
    stateChosen: ['awaitingPause'],
    restored: ['awaitingPause'],
  },
  sendingCode: {
    ...NOTHING,
    codeAnswered: ['sendingCode', 'spacing', 'sending', 'refused'],
    spaced: ['sendingCode'],
    cancelAsked: ['cancelled'],
    stateChosen: ['sendingCode'],
    restored: ['sendingCode'],
  },
  spacing: {
    ...NOTHING,
    spaced: ['sending', 'refused'],
    cancelAsked: ['cancelled'],
    stateChosen: ['spacing'],
    restored: ['spacing', 'sending', 'refused'],
  },
  sending: {
    ...NOTHING,
    agent: TAKEN,
    dialAnswered: ['awaitingScreen', 'resolving', 'refused'],
    notSent: ['refused'],
    stateChosen: ['sending'],
    restored: ['resolving'],
  },
  awaitingScreen: watching('awaitingScreen'),
  held: {
    ...NOTHING,
    agent: [...TAKEN, 'awaitingScreen', 'held', 'refused', 'unknown'],
    screenChanged: ['awaitingScreen', 'held', 'refused', 'unknown'],
    statusFailed: ['held', 'unknown'],
    cancelAsked: ['held'],
    cancelAnswered: ['held', 'unknown', 'cancelled'],
    stateChosen: ['held'],
    restored: ['held'],
  },
  resolving: watching('resolving'),
  // Called, refused, skipped, or seen no more.
  previewing: {
    ...following('previewing'),
    agent: [...TAKEN, 'cancelled', 'refused', 'unknown'],
    stateChosen: ['previewing'],
  },
  onCall: following('onCall'),
  // The agent screen gave up ringing: said, while the call stands.
  ringing: { ...following('ringing'), screenChanged: ['ringing'] },
  talking: following('talking'),
  customerGone: following('customerGone'),
  wrapUp: following('wrapUp'),
  unknown: {
    ...NOTHING,
    agent: [...TAKEN, 'unknown'],
    screenChanged: ['refused'],
    statusFailed: ['unknown'],
    cancelAsked: ['unknown'],
    cancelAnswered: ['unknown', 'cancelled'],
    stateChosen: ['unknown'],
    restored: ['unknown'],
  },
  ended: NOTHING,
  // An agent who was left paused is ready again.
  refused: { ...NOTHING, agent: ['refused'], stateChosen: ['refused'] },
  // Taken back a moment too late: the agent screen had the request already. Or the call of a preview is refused late, or an agent made ready again.
  cancelled: {
    ...NOTHING,
    agent: [...TAKEN, 'cancelled', 'refused'],
    screenChanged: ['refused'],
    stateChosen: ['cancelled'],
  },
};

function watching(step: 'awaitingScreen' | 'resolving'): DialRow {
  return {
    ...NOTHING,
    // Ended: a call that was over before it could be read.
    agent: [...TAKEN, 'ended', step, 'held', 'refused', 'unknown'],
    screenChanged: ['held', 'refused', 'unknown'],
    statusFailed: [step, 'unknown'],
    cancelAnswered: [step, 'cancelled'],
    stateChosen: [step],
    restored: [step],
  };
}

function following(step: DialStep): DialRow {
  return {
    ...NOTHING,
    agent: [...CALL, 'ended'],
    statusFailed: [step, 'unknown'],
    // Of a request whose call was seen before its answer.
    dialAnswered: [step],
    restored: [step],
  };
}
