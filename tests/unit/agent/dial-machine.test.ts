import { describe, expect, it } from 'vitest';
import type { DialStep } from '../../../lib/agent/dial/dial.ts';
import { EVENTS, type EventName, happen, told } from './dial-events.ts';
import { dialIn, NOW, STEPS } from './dials.ts';

/**
 * What each event does in each step: the step after it and the effects. An event that is not listed changes nothing and
 * does nothing, which the test checks as well, so that the table is the whole machine.
 */
const TABLE: Record<DialStep, Partial<Record<EventName, readonly [DialStep, string]>>> = {
  checking: {
    checkedFree: ['sending', 'dial'],
    checkedReady: ['pausing', 'pause'],
    checkedOnCall: ['readingStatus', 'read 0'],
    checkedListed: ['refused', ''],
    statusRefused: ['refused', ''],
    cancelAsked: ['cancelled', 'closeConfirmation'],
    restored: ['checking', 'checkNumber'],
  },
  confirming: {
    confirmed: ['readingStatus', 'closeConfirmation,read 0'],
    declined: ['cancelled', ''],
    statusRefused: ['refused', 'closeConfirmation'],
    cancelAsked: ['cancelled', 'closeConfirmation'],
    restored: ['confirming', 'keepConfirmation'],
  },
  readingStatus: {
    paused: ['sending', 'dial'],
    phoneRinging: ['sending', 'dial'],
    unknown: ['refused', ''],
    ready: ['pausing', 'pause'],
    previewing: ['refused', ''],
    dialling: ['refused', ''],
    callShown: ['refused', ''],
    otherCall: ['refused', ''],
    onCall: ['refused', ''],
    talking: ['refused', ''],
    parked: ['refused', ''],
    threeWay: ['refused', ''],
    customerGone: ['refused', ''],
    wrapUp: ['refused', ''],
    notLoggedIn: ['refused', ''],
    statusRefused: ['refused', ''],
    statusLost: ['refused', ''],
    cancelAsked: ['cancelled', 'closeConfirmation'],
    restored: ['readingStatus', 'read 0'],
  },
  pausing: {
    pauseDone: ['awaitingPause', 'read 500'],
    pauseRefused: ['refused', ''],
    pauseLost: ['awaitingPause', 'read 500'],
    cancelAsked: ['cancelled', 'closeConfirmation'],
    restored: ['pausing', 'pause'],
  },
  awaitingPause: {
    paused: ['sending', 'dial'],
    phoneRinging: ['sending', 'dial'],
    unknown: ['refused', ''],
    ready: ['awaitingPause', 'read 500'],
    previewing: ['refused', ''],
    dialling: ['refused', ''],
    callShown: ['refused', ''],
    otherCall: ['refused', ''],
    onCall: ['refused', ''],
    talking: ['refused', ''],
    parked: ['refused', ''],
    threeWay: ['refused', ''],
    customerGone: ['refused', ''],
    wrapUp: ['refused', ''],
    notLoggedIn: ['refused', ''],
    statusRefused: ['refused', ''],
    statusLost: ['awaitingPause', 'read 500'],
    cancelAsked: ['cancelled', 'closeConfirmation'],
    restored: ['awaitingPause', 'read 0'],
  },
  sendingCode: {
    codeDone: ['sending', 'dial'],
    codeRefused: ['sending', 'dial'],
    codeNotPaused: ['sendingCode', 'wait'],
    spaced: ['sendingCode', 'sendCode'],
    cancelAsked: ['cancelled', 'closeConfirmation'],
    restored: ['sendingCode', 'sendCode'],
  },
  spacing: {
    spaced: ['sending', 'dial'],
    cancelAsked: ['cancelled', 'closeConfirmation'],
    restored: ['sending', 'dial'],
  },
  sending: {
    callShown: ['ringing', 'read 5000'],
    dialMismatched: ['resolving', 'read 1000'],
    dialDone: ['awaitingScreen', 'read 1000'],
    dialRefused: ['refused', ''],
    dialLost: ['resolving', 'read 1000'],
    notSent: ['refused', ''],
    restored: ['resolving', 'read 0'],
  },
  awaitingScreen: {
    paused: ['awaitingScreen', 'read 1000'],
    otherCall: ['awaitingScreen', 'read 1000'],
    phoneRinging: ['awaitingScreen', 'read 1000'],
    unknown: ['awaitingScreen', 'read 1000'],
    ready: ['awaitingScreen', 'read 1000'],
    previewing: ['awaitingScreen', 'read 1000'],
    dialling: ['ringing', 'read 5000'],
    callShown: ['ringing', 'read 5000'],
    onCall: ['onCall', 'read 25000'],
    talking: ['talking', 'read 25000'],
    parked: ['talking', 'read 25000'],
    threeWay: ['talking', 'read 25000'],
    customerGone: ['customerGone', 'read 5000'],
    wrapUp: ['wrapUp', 'read 5000'],
    notLoggedIn: ['unknown', ''],
    boxHolds: ['held', 'read 5000'],
    screenRefuses: ['refused', ''],
    screenDoubts: ['unknown', ''],
    statusRefused: ['unknown', ''],
    statusLost: ['awaitingScreen', 'read 1000'],
    cancelDone: ['cancelled', 'askServer'],
    cancelRefused: ['awaitingScreen', ''],
    cancelTooLate: ['awaitingScreen', ''],
    restored: ['awaitingScreen', 'read 0'],
  },
  held: {
    paused: ['held', 'read 5000'],
    otherCall: ['held', 'read 5000'],
    phoneRinging: ['held', 'read 5000'],
    unknown: ['held', 'read 5000'],
    ready: ['held', 'read 5000'],
    previewing: ['held', 'read 5000'],
    dialling: ['ringing', 'read 5000'],
    callShown: ['ringing', 'read 5000'],
    onCall: ['onCall', 'read 25000'],
    talking: ['talking', 'read 25000'],
    parked: ['talking', 'read 25000'],
    threeWay: ['talking', 'read 25000'],
    customerGone: ['customerGone', 'read 5000'],
    wrapUp: ['wrapUp', 'read 5000'],
    notLoggedIn: ['unknown', ''],
    free: ['awaitingScreen', 'read 1000'],
    boxHolds: ['held', 'read 5000'],
    screenRefuses: ['refused', ''],
    screenDoubts: ['unknown', ''],
    screenGaveUp: ['awaitingScreen', 'read 1000'],
    screenGone: ['held', 'read 5000'],
    statusRefused: ['unknown', ''],
    statusLost: ['held', 'read 5000'],
    cancelAsked: ['held', 'takeBack'],
    cancelDone: ['cancelled', 'askServer'],
    cancelRefused: ['unknown', ''],
    cancelTooLate: ['held', 'read 0'],
    restored: ['held', 'read 0'],
  },
  resolving: {
    paused: ['resolving', 'read 1000'],
    otherCall: ['resolving', 'read 1000'],
    phoneRinging: ['resolving', 'read 1000'],
    unknown: ['resolving', 'read 1000'],
    ready: ['resolving', 'read 1000'],
    previewing: ['resolving', 'read 1000'],
    dialling: ['ringing', 'read 5000'],
    callShown: ['ringing', 'read 5000'],
    onCall: ['onCall', 'read 25000'],
    talking: ['talking', 'read 25000'],
    parked: ['talking', 'read 25000'],
    threeWay: ['talking', 'read 25000'],
    customerGone: ['customerGone', 'read 5000'],
    wrapUp: ['wrapUp', 'read 5000'],
    notLoggedIn: ['unknown', ''],
    boxHolds: ['held', 'read 5000'],
    screenRefuses: ['refused', ''],
    screenDoubts: ['unknown', ''],
    statusRefused: ['unknown', ''],
    statusLost: ['resolving', 'read 1000'],
    cancelDone: ['cancelled', 'askServer'],
    cancelRefused: ['resolving', ''],
    cancelTooLate: ['resolving', ''],
    restored: ['resolving', 'read 0'],
  },
  previewing: {
    ...following('previewing'),
    // Once more, before it is said that it was skipped.
    ...{ paused: ['previewing', 'read 1500'], otherCall: ['previewing', 'read 1500'] },
    ...{ phoneRinging: ['previewing', 'read 5000'], ready: ['previewing', 'read 1500'] },
    ...{ notLoggedIn: ['previewing', 'read 1500'], unknown: ['previewing', 'read 5000'] },
    previewing: ['previewing', 'read 5000'],
  },
  onCall: following('onCall'),
  ringing: following('ringing'),
  talking: following('talking'),
  customerGone: following('customerGone'),
  wrapUp: following('wrapUp'),
  unknown: {
    paused: ['unknown', 'read 5000'],
    otherCall: ['unknown', 'read 5000'],
    ready: ['unknown', 'read 5000'],
    previewing: ['unknown', 'read 5000'],
    phoneRinging: ['unknown', 'read 5000'],
    unknown: ['unknown', 'read 5000'],
    notLoggedIn: ['unknown', 'read 5000'],
    statusLost: ['unknown', 'read 5000'],
    restored: ['unknown', 'read 5000'],
    dialling: ['ringing', 'read 5000'],
    callShown: ['ringing', 'read 5000'],
    onCall: ['onCall', 'read 25000'],
    talking: ['talking', 'read 25000'],
    parked: ['talking', 'read 25000'],
    threeWay: ['talking', 'read 25000'],
    customerGone: ['customerGone', 'read 5000'],
    wrapUp: ['wrapUp', 'read 5000'],
    screenRefuses: ['refused', ''],
    cancelAsked: ['unknown', 'takeBack'],
    cancelDone: ['cancelled', 'askServer'],
    cancelRefused: ['unknown', ''],
    cancelTooLate: ['unknown', 'read 0'],
  },
  ended: {},
  refused: {},
  cancelled: {
    dialling: ['ringing', 'read 5000'],
    callShown: ['ringing', 'read 5000'],
    onCall: ['onCall', 'read 25000'],
    talking: ['talking', 'read 25000'],
    parked: ['talking', 'read 25000'],
    threeWay: ['talking', 'read 25000'],
    customerGone: ['customerGone', 'read 5000'],
    wrapUp: ['wrapUp', 'read 5000'],
  },
};

function following(step: DialStep): Partial<Record<EventName, readonly [DialStep, string]>> {
  return {
    paused: ['ended', ''],
    otherCall: ['ended', ''],
    phoneRinging: ['ended', ''],
    unknown: ['ended', ''],
    ready: ['ended', ''],
    previewing: ['ended', ''],
    notLoggedIn: ['ended', ''],
    dialling: ['ringing', 'read 5000'],
    callShown: ['ringing', 'read 5000'],
    onCall: ['onCall', 'read 25000'],
    talking: ['talking', 'read 25000'],
    parked: ['talking', 'read 25000'],
    threeWay: ['talking', 'read 25000'],
    customerGone: ['customerGone', 'read 5000'],
    wrapUp: ['wrapUp', 'read 5000'],
    statusRefused: ['unknown', ''],
    statusLost: [step, 'read 5000'],
    restored: [step, 'read 0'],
  };
}

const EVERY = STEPS.flatMap((step) => (Object.keys(EVENTS) as EventName[]).map((event) => [step, event] as const));

describe('every step and every event', () => {
  it.each(EVERY)('%s: %s', (step, event) => {
    const { dial, effects } = happen(dialIn(step), event);
    expect([dial.step, told(effects)]).toEqual(TABLE[step][event] ?? [step, '']);
  });

  it('dials in no other way than by entering "sending" for the first time', () => {
    const dialling = EVERY.filter(([step, event]) =>
      happen(dialIn(step), event).effects.some(({ do: d }) => d === 'dial'),
    );
    expect(dialling.length).toBeGreaterThan(0);
    for (const [step, event] of dialling) {
      expect(dialIn(step).sentAt, `${step} ${event}`).toBeNull();
      expect(happen(dialIn(step), event).dial).toMatchObject({ step: 'sending', sentAt: NOW });
    }
  });

  it('never leads from a sent dial back to one that is not', () => {
    const before = new Set<DialStep>([
      'checking',
      'confirming',
      'readingStatus',
      'pausing',
      'awaitingPause',
      'sendingCode',
      'spacing',
      'sending',
    ]);
    for (const [step, event] of EVERY.filter(([from]) => !before.has(from))) {
      expect(before.has(happen(dialIn(step), event).dial.step), `${step} ${event}`).toBe(false);
    }
  });
});
