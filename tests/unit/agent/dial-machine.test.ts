import { describe, expect, it } from 'vitest';
import type { AgentPhase } from '../../../lib/agent/agent-state.ts';
import type { DialEffect, DialStep } from '../../../lib/agent/dial.ts';
import { beginDial, FRESH_STATUS_MS, reduceDial } from '../../../lib/agent/dial-machine.ts';
import { EVENTS, type EventName, happen, LOST } from './dial-events.ts';
import { agentIn, dialIn, NOW, NUMBER, POLICY, STEPS } from './dials.ts';

function told(effects: readonly DialEffect[]): string {
  return effects.map((effect) => ('afterMs' in effect ? `read ${effect.afterMs}` : effect.do)).join();
}

/**
 * What each event does in each step: the step after it and the effects. An event that is not listed changes nothing and
 * does nothing, which the test checks as well, so that the table is the whole machine.
 */
const TABLE: Record<DialStep, Partial<Record<EventName, readonly [DialStep, string]>>> = {
  confirming: {
    confirmed: ['readingStatus', 'closeConfirmation,read 0'],
    declined: ['cancelled', ''],
    cancelAsked: ['cancelled', 'closeConfirmation'],
    restored: ['confirming', 'keepConfirmation'],
  },
  readingStatus: {
    paused: ['sending', 'dial'],
    ready: ['pausing', 'pause'],
    previewing: ['refused', ''],
    dialling: ['refused', ''],
    onCall: ['refused', ''],
    talking: ['refused', ''],
    parked: ['refused', ''],
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
    ready: ['awaitingPause', 'read 500'],
    previewing: ['refused', ''],
    dialling: ['refused', ''],
    onCall: ['refused', ''],
    talking: ['refused', ''],
    parked: ['refused', ''],
    customerGone: ['refused', ''],
    wrapUp: ['refused', ''],
    notLoggedIn: ['refused', ''],
    statusRefused: ['refused', ''],
    statusLost: ['refused', ''],
    cancelAsked: ['cancelled', 'closeConfirmation'],
    restored: ['awaitingPause', 'read 0'],
  },
  sendingCode: {
    codeDone: ['sending', 'dial'],
    codeRefused: ['sending', 'dial'],
    codeNotPaused: ['refused', ''],
    cancelAsked: ['cancelled', 'closeConfirmation'],
    restored: ['sendingCode', 'sendCode'],
  },
  spacing: {
    spaced: ['sending', 'dial'],
    cancelAsked: ['cancelled', 'closeConfirmation'],
    restored: ['sending', 'dial'],
  },
  sending: {
    dialDone: ['awaitingScreen', 'read 1000'],
    dialRefused: ['refused', ''],
    dialLost: ['resolving', 'read 1000'],
    notSent: ['refused', ''],
    restored: ['resolving', 'read 0'],
  },
  awaitingScreen: {
    paused: ['awaitingScreen', 'read 1000'],
    ready: ['awaitingScreen', 'read 1000'],
    previewing: ['awaitingScreen', 'read 1000'],
    dialling: ['ringing', 'read 2000'],
    onCall: ['onCall', 'read 5000'],
    talking: ['talking', 'read 5000'],
    parked: ['talking', 'read 5000'],
    customerGone: ['customerGone', 'read 3000'],
    wrapUp: ['wrapUp', 'read 3000'],
    notLoggedIn: ['unknown', ''],
    boxHolds: ['held', 'read 5000'],
    screenRefuses: ['refused', ''],
    screenDoubts: ['unknown', ''],
    statusRefused: ['unknown', ''],
    statusLost: ['awaitingScreen', 'read 1000'],
    restored: ['awaitingScreen', 'read 0'],
  },
  held: {
    paused: ['held', 'read 5000'],
    ready: ['held', 'read 5000'],
    previewing: ['held', 'read 5000'],
    dialling: ['ringing', 'read 2000'],
    onCall: ['onCall', 'read 5000'],
    talking: ['talking', 'read 5000'],
    parked: ['talking', 'read 5000'],
    customerGone: ['customerGone', 'read 3000'],
    wrapUp: ['wrapUp', 'read 3000'],
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
    ready: ['resolving', 'read 1000'],
    previewing: ['resolving', 'read 1000'],
    dialling: ['ringing', 'read 2000'],
    onCall: ['onCall', 'read 5000'],
    talking: ['talking', 'read 5000'],
    parked: ['talking', 'read 5000'],
    customerGone: ['customerGone', 'read 3000'],
    wrapUp: ['wrapUp', 'read 3000'],
    notLoggedIn: ['unknown', ''],
    boxHolds: ['held', 'read 5000'],
    screenRefuses: ['refused', ''],
    screenDoubts: ['unknown', ''],
    statusRefused: ['unknown', ''],
    statusLost: ['resolving', 'read 1000'],
    restored: ['resolving', 'read 0'],
  },
  onCall: following('onCall'),
  ringing: following('ringing'),
  talking: following('talking'),
  customerGone: following('customerGone'),
  wrapUp: following('wrapUp'),
  unknown: {
    dialling: ['ringing', 'read 2000'],
    onCall: ['onCall', 'read 5000'],
    talking: ['talking', 'read 5000'],
    parked: ['talking', 'read 5000'],
    customerGone: ['customerGone', 'read 3000'],
    wrapUp: ['wrapUp', 'read 3000'],
    screenRefuses: ['refused', ''],
    cancelAsked: ['unknown', 'takeBack'],
    cancelDone: ['cancelled', 'askServer'],
    cancelRefused: ['unknown', ''],
    cancelTooLate: ['unknown', 'read 0'],
  },
  ended: {},
  refused: {},
  cancelled: {
    dialling: ['ringing', 'read 2000'],
    onCall: ['onCall', 'read 5000'],
    talking: ['talking', 'read 5000'],
    parked: ['talking', 'read 5000'],
    customerGone: ['customerGone', 'read 3000'],
    wrapUp: ['wrapUp', 'read 3000'],
  },
};

function following(step: DialStep): Partial<Record<EventName, readonly [DialStep, string]>> {
  return {
    paused: ['ended', ''],
    ready: ['ended', ''],
    previewing: ['ended', ''],
    notLoggedIn: ['ended', ''],
    dialling: ['ringing', 'read 2000'],
    onCall: ['onCall', 'read 5000'],
    talking: ['talking', 'read 5000'],
    parked: ['talking', 'read 5000'],
    customerGone: ['customerGone', 'read 3000'],
    wrapUp: ['wrapUp', 'read 3000'],
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

describe('a click that is more than a minute old', () => {
  const late = (step: DialStep) => dialIn(step, { meantAt: NOW - 60_001 });

  it.each([
    ['readingStatus', 'paused'],
    ['awaitingPause', 'paused'],
    ['sendingCode', 'codeDone'],
    ['spacing', 'spaced'],
    ['spacing', 'restored'],
  ] as const)('places no call any more, in %s when %s', (step, event) => {
    expect(happen(late(step), event)).toMatchObject({
      dial: { step: 'refused', sentAt: null, problem: { code: 'tooLate' } },
      effects: [],
    });
  });

  it('is meant again when Dialside’s question is answered', () => {
    const { dial } = happen(late('confirming'), 'confirmed');
    expect(reduceDial(dial, { ...EVENTS.paused, now: NOW + 500 }).effects).toEqual([{ do: 'dial' }]);
  });
});

describe('beginning', () => {
  const begin = (changes: Partial<Parameters<typeof beginDial>[0]>) =>
    beginDial({
      id: 'dial-1',
      number: NUMBER,
      policy: POLICY,
      source: 'page',
      agent: agentIn('paused'),
      confirm: [],
      previousSentAt: 0,
      now: NOW,
      ...changes,
    });

  it.each<[string, Parameters<typeof begin>[0], DialStep, string]>([
    ['a fresh reading that says paused dials at once', {}, 'sending', 'dial'],
    [
      'a stale reading is read again',
      { agent: agentIn('paused', { readAt: NOW - FRESH_STATUS_MS - 1 }) },
      'readingStatus',
      'read 0',
    ],
    ['an agent never read is read', { agent: agentIn('unknown', { source: null }) }, 'readingStatus', 'read 0'],
    [
      'a number to confirm is confirmed before anything is read',
      { confirm: ['premiumRate'] },
      'confirming',
      'openConfirmation',
    ],
    ['READY is paused', { agent: agentIn('ready') }, 'pausing', 'pause'],
    [
      'READY is asked about',
      { agent: agentIn('ready'), policy: { ...POLICY, whenReady: 'ask' } },
      'confirming',
      'openConfirmation',
    ],
    ['READY is refused', { agent: agentIn('ready'), policy: { ...POLICY, whenReady: 'never' } }, 'refused', ''],
    ['a forced pause code is sent first', { policy: { ...POLICY, pauseCode: 'MANUAL' } }, 'sendingCode', 'sendCode'],
    [
      'a code that is set is left',
      { policy: { ...POLICY, pauseCode: 'MANUAL' }, agent: agentIn('paused', { pauseCode: 'BREAK' }) },
      'sending',
      'dial',
    ],
    ['a dial in the same second waits', { previousSentAt: NOW - 400 }, 'spacing', 'wait'],
    ['a clock set back does not hold the dial', { previousSentAt: NOW + 3_600_000 }, 'sending', 'dial'],
    ['a call refuses', { agent: agentIn('talking') }, 'refused', ''],
  ])('%s', (_, input, step, effects) => {
    const begun = begin(input);
    expect([begun.dial.step, told(begun.effects)]).toEqual([step, effects]);
  });

  it('waits for the rest of 1.1 s after the dial before', () => {
    expect(begin({ previousSentAt: NOW - 400 }).effects).toEqual([{ do: 'wait', ms: 700 }]);
  });
});

describe('the agent is told why', () => {
  it.each<[AgentPhase, string]>([
    ['notLoggedIn', 'notLoggedIn'],
    ['talking', 'agentOnCall'],
    ['customerGone', 'agentOnCall'],
    ['wrapUp', 'agentInWrapUp'],
    ['previewing', 'agentPreviewing'],
  ])('%s refuses with %s', (phase, code) => {
    const { dial } = reduceDial(dialIn('readingStatus'), { type: 'agent', agent: agentIn(phase), now: NOW });
    expect(dial.problem).toEqual({ code });
  });

  it('gives up waiting for a pause after ten readings', () => {
    const { dial } = happen(dialIn('awaitingPause', { tries: 9 }), 'ready');
    expect(dial).toMatchObject({ step: 'refused', problem: { code: 'pauseTimedOut' } });
  });

  it('says that the screen has not picked the call up after ten readings', () => {
    const { dial } = happen(dialIn('awaitingScreen', { tries: 9 }), 'paused');
    expect(dial).toMatchObject({ step: 'unknown', problem: { code: 'notPickedUp' } });
  });

  it('keeps the reason of a lost answer when live status shows no call', () => {
    const lost = happen(dialIn('sending'), 'dialLost').dial;
    expect(happen({ ...lost, tries: 9 }, 'paused').dial).toMatchObject({
      step: 'unknown',
      problem: { code: 'vicidial', failure: LOST },
    });
  });

  it('drops the reason when live status shows the call', () => {
    expect(happen(happen(dialIn('sending'), 'dialLost').dial, 'dialling').dial.problem).toBeNull();
  });

  it('does not take a call two minutes later for its own', () => {
    expect(happen(dialIn('unknown', { sentAt: NOW - 120_001 }), 'talking').dial.step).toBe('unknown');
  });

  it('forgets that a refused request was sent: nothing can be taken back', () => {
    expect(happen(dialIn('sending'), 'dialRefused').dial.sentAt).toBeNull();
  });
});

describe('following a call', () => {
  it('backs off while readings fail and comes back to pace', () => {
    let dial = dialIn('talking');
    const waits = [];
    for (let i = 0; i < 7; i++) {
      const next = happen(dial, 'statusLost');
      dial = next.dial;
      waits.push(told(next.effects));
    }
    expect(waits).toEqual([
      'read 5000',
      'read 10000',
      'read 20000',
      'read 40000',
      'read 60000',
      'read 60000',
      'read 60000',
    ]);
    expect(told(happen(dial, 'talking').effects)).toBe('read 5000');
    expect(happen(dial, 'talking').dial.tries).toBe(0);
  });

  it('remembers that the customer was spoken to', () => {
    const talked = happen(dialIn('ringing', { heard: 'ringing' }), 'talking').dial;
    expect(happen(talked, 'wrapUp').dial.heard).toBe('talking');
  });
});

describe('an agent who was paused', () => {
  const paused = dialIn('ringing', { stayPaused: 'wanted' });

  it.each([
    ['readingStatus', 'paused', 'wanted'],
    ['awaitingPause', 'paused', 'no'],
  ] as const)('in %s found %s: staying paused is %s', (step, event, stayPaused) => {
    expect(happen(dialIn(step), event).dial.stayPaused).toBe(stayPaused);
  });

  it('is paused again once the screen has noticed the answer, and once only', () => {
    const answered = happen(paused, 'talking');
    expect(told(answered.effects)).toBe('read 5000,awaitNotice');
    const noticed = happen(answered.dial, 'answerNoticed');
    expect(told(noticed.effects)).toBe('stayPaused');
    expect(told(happen(noticed.dial, 'answerNoticed').effects)).toBe('');
    expect(told(happen(noticed.dial, 'customerGone').effects)).toBe('read 3000');
  });

  it('is not paused while it still rings: that PAUSE would be used up', () => {
    expect(told(happen(paused, 'answerNoticed').effects)).toBe('');
  });

  it('is paused by the worker that takes the call up', () => {
    expect(told(happen(dialIn('talking', { stayPaused: 'wanted' }), 'restored').effects)).toBe('read 0,awaitNotice');
    expect(told(happen(dialIn('talking', { stayPaused: 'sent' }), 'restored').effects)).toBe('read 0');
  });
});

describe('what was asked before a dial', () => {
  const asked = dialIn('confirming', { policy: { ...POLICY, whenReady: 'ask' } });

  it('is a number and a pause in turn', () => {
    const ready = happen(happen(asked, 'confirmed').dial, 'ready');
    expect(ready.dial).toMatchObject({ step: 'confirming', confirm: ['premiumRate', 'ready'] });
    const confirmed = happen(ready.dial, 'confirmed');
    expect(told(confirmed.effects)).toBe('closeConfirmation,read 0');
    expect(happen(confirmed.dial, 'ready')).toMatchObject({ dial: { step: 'pausing' }, effects: [{ do: 'pause' }] });
  });

  it('pauses nobody who is on a call by the time of the answer', () => {
    const confirmed = happen(dialIn('confirming', { ...asked, confirm: ['ready'] }), 'confirmed');
    expect(happen(confirmed.dial, 'talking')).toMatchObject({
      dial: { step: 'refused', problem: { code: 'agentOnCall' } },
      effects: [],
    });
  });
});

describe('a call to another number', () => {
  const elsewhere = (phase: AgentPhase) =>
    ({ type: 'agent', agent: agentIn(phase, { phoneNumber: '2125550187' }), now: NOW }) as const;

  it.each(['awaitingScreen', 'resolving', 'held', 'unknown'] as const)(
    'is not taken for the dial’s own, in %s',
    (step) => {
      const { dial } = reduceDial(dialIn(step, { stayPaused: 'wanted' }), elsewhere('talking'));
      expect(dial).toMatchObject({ step, heard: 'nothing', stayPaused: 'wanted' });
    },
  );

  it('says that the dial’s own is over', () => {
    expect(reduceDial(dialIn('talking'), elsewhere('talking')).dial.step).toBe('ended');
  });

  it.each(['7275551212', '17275551212', '+1 727 555 1212', ''])('is not one to %j', (phoneNumber) => {
    const agent = agentIn('talking', { phoneNumber });
    expect(reduceDial(dialIn('awaitingScreen'), { type: 'agent', agent, now: NOW }).dial.step).toBe('talking');
  });

  it('that the dialer itself put in place of it is followed, and stays said to the end', () => {
    const failure = { code: 'echoMismatch' } as const;
    const sent = reduceDial(dialIn('sending'), { type: 'dialAnswered', failure, now: NOW }).dial;
    const talking = reduceDial(sent, elsewhere('talking')).dial;
    expect(talking).toMatchObject({ step: 'talking', problem: { failure: { code: 'echoMismatch' } } });
    expect(happen(talking, 'paused').dial).toMatchObject({
      step: 'ended',
      problem: { failure: { code: 'echoMismatch' } },
    });
  });
});

describe('a request that was taken back', () => {
  it('too late is followed, for as long as the agent screen needs to act on it', () => {
    const taken = dialIn('cancelled', { stepSince: NOW - 5_000 });
    expect(happen(taken, 'dialling').dial.step).toBe('ringing');
    expect(happen({ ...taken, stepSince: NOW - 5_001 }, 'dialling').dial.step).toBe('cancelled');
  });

  it('before it was sent is over', () => {
    expect(happen(dialIn('cancelled', { sentAt: null }), 'dialling').dial.step).toBe('cancelled');
  });
});

it('an agent whose campaign keeps him paused needs no PAUSE for it', () => {
  const policy = { ...POLICY, keepsPaused: false };
  expect(happen(dialIn('readingStatus', { policy }), 'paused').dial.stayPaused).toBe('no');
  expect(happen(dialIn('readingStatus'), 'paused').dial.stayPaused).toBe('wanted');
});
