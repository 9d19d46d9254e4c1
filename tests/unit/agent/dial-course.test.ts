import { describe, expect, it } from 'vitest';
import type { Dial } from '../../../lib/agent/dial/dial.ts';
import { reduceDial } from '../../../lib/agent/dial/dial-machine.ts';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import { type EventName, happen, LOST, told } from './dial-events.ts';
import { agentIn, dialIn, NOW, POLICY } from './dials.ts';

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

  it.each<[EventName, unknown]>([
    ['ready', { code: 'pauseTimedOut' }],
    ['statusLost', { code: 'vicidial', failure: LOST }],
  ])('gives up waiting for a pause after twenty seconds and ten answers, %s the last', (event, problem) => {
    const waited = dialIn('awaitingPause', { tries: 9, stepSince: NOW - 20_000 });
    expect(happen(waited, event).dial).toMatchObject({ step: 'refused', problem });
    expect(happen({ ...waited, stepSince: NOW - 19_999 }, event).dial.step).toBe('awaitingPause');
    expect(happen({ ...waited, tries: 8 }, event).dial.step).toBe('awaitingPause');
  });

  it.each([
    ['screen', '', 'awaitingPause', 'askServer'],
    ['agentStatus', '', 'sending', 'dial'],
    ['recording', '', 'sending', 'dial'],
    // The code that is sent first is the question.
    ['screen', 'CALLS', 'sendingCode', 'sendCode'],
  ] as const)(
    'asks the server before it dials whether the pause has reached it: shown by %s, code %j',
    (source, pauseCode, step, effect) => {
      const waiting = dialIn('awaitingPause', { policy: { ...POLICY, pauseCode } });
      const next = reduceDial(waiting, { type: 'agent', agent: agentIn('paused', { source }), now: NOW });
      expect([next.dial.step, told(next.effects)]).toEqual([step, effect]);
    },
  );

  it('gives up sending a code to an agent who is not paused after the fifth time', () => {
    const refused = happen(dialIn('sendingCode', { tries: 4 }), 'codeNotPaused').dial;
    expect(refused).toMatchObject({ step: 'refused', problem: { failure: { code: 'notPaused' } } });
    expect(happen(dialIn('sendingCode', { tries: 3 }), 'codeNotPaused').dial.step).toBe('sendingCode');
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
    expect(told(happen(dial, 'talking').effects)).toBe('read 25000');
    expect(happen(dial, 'talking').dial.tries).toBe(0);
  });

  it.each([
    ['ringing', 'dialling', 60_000, 6_000],
    ['talking', 'talking', 5_000, 25_000],
    ['talking', 'talking', 27_000, 27_000],
    ['talking', 'talking', 3_600_000, 30_000],
    ['talking', 'talking', -3_600_000, 25_000],
    ['onCall', 'onCall', 600_000, 30_000],
    ['customerGone', 'customerGone', 8_000, 8_000],
    ['wrapUp', 'wrapUp', 600_000, 30_000],
  ] as const)('reads a call that has been %s (%s) for %i ms again after %i ms', (step, event, ageMs, afterMs) => {
    const dial = dialIn(step, { stepSince: NOW - ageMs });
    expect(happen(dial, event).effects).toEqual([{ do: 'readStatus', afterMs }]);
  });

  it('begins each step with short waits anew', () => {
    const longRinging = dialIn('ringing', { stepSince: NOW - 60_000 });
    expect(happen(longRinging, 'talking').effects).toEqual([{ do: 'readStatus', afterMs: 25_000 }]);
  });

  it.each([
    ['wrapUp', 8_500, 'ringing'],
    ['wrapUp', 8_501, 'onCall'],
    ['paused', 8_500, 'ringing'],
    ['paused', 60_000, 'onCall'],
    ['talking', 60_000, 'talking'],
  ] as const)('%s is read %i ms after ringing was: %s was heard', (event, ms, heard) => {
    const ringing = happen(dialIn('awaitingScreen'), 'dialling').dial;
    expect(ringing.rangAt).toBe(NOW);
    const { dial } = reduceDial(ringing, { type: 'agent', agent: agentIn(event), now: NOW + ms });
    expect(dial.heard).toBe(heard);
  });

  it('remembers that the customer was spoken to', () => {
    const talked = happen(dialIn('ringing', { heard: 'ringing' }), 'talking').dial;
    expect(happen(talked, 'wrapUp').dial.heard).toBe('talking');
  });
});

describe('an agent who was paused', () => {
  it.each([
    ['readingStatus', 'paused', 'wanted'],
    ['awaitingPause', 'paused', 'no'],
  ] as const)('in %s found %s: staying paused is %s', (step, event, stayPaused) => {
    expect(happen(dialIn(step), event).dial.stayPaused).toBe(stayPaused);
  });

  it.each(['dialling', 'onCall', 'talking', 'customerGone', 'wrapUp'] as const)(
    'is to be paused again, asked once, from the reading on that shows the call: %s',
    (event) => {
      const followed = happen(dialIn('awaitingScreen', { stayPaused: 'wanted' }), event).dial;
      expect(followed.stayPaused).toBe('asked');
      expect(happen(followed, 'wrapUp').dial.stayPaused).toBe('asked');
    },
  );

  it('is not, as long as no call of the dial’s is seen', () => {
    expect(happen(dialIn('awaitingScreen', { stayPaused: 'wanted' }), 'paused').dial.stayPaused).toBe('wanted');
    expect(happen(dialIn('awaitingScreen'), 'talking').dial.stayPaused).toBe('no');
  });
});

describe('what was asked before a dial', () => {
  const asked = dialIn('confirming', { policy: { ...POLICY, whenReady: 'ask' } });

  it('is a number and a pause, both at once', () => {
    const reading = dialIn('readingStatus', { ...asked, step: 'readingStatus' });
    expect(happen(reading, 'paused').dial).toMatchObject({ step: 'confirming', confirm: ['premiumRate'] });
    const { dial } = happen(reading, 'ready');
    expect(dial).toMatchObject({ step: 'confirming', confirm: ['premiumRate', 'ready'] });
    expect(happen(happen(dial, 'confirmed').dial, 'ready')).toMatchObject({ dial: { step: 'pausing' } });
    expect(happen(happen(dial, 'confirmed').dial, 'paused').effects).toEqual([{ do: 'dial' }]);
  });

  it('is the number alone where whoever is ready is paused unasked', () => {
    const { dial } = happen(dialIn('readingStatus', { confirm: ['premiumRate'] }), 'ready');
    expect(dial).toMatchObject({ step: 'confirming', confirm: ['premiumRate'] });
    expect(happen(happen(dial, 'confirmed').dial, 'ready').dial.step).toBe('pausing');
  });

  it('is the pause by itself for who became ready while the question stood', () => {
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

  it('of the same lead is the dial’s own: the agent has corrected it while he talks', () => {
    const read = (dial: Dial, phoneNumber: string, leadId: string) => {
      const agent = agentIn('talking', { phoneNumber, leadId });
      return reduceDial(dial, { type: 'agent', agent, now: NOW }).dial;
    };
    const talking = read(dialIn('ringing'), '7275551212', '2001');
    expect([talking.step, talking.leadId]).toEqual(['talking', '2001']);
    expect(read(talking, '2125550187', '2001').step).toBe('talking');
    expect(read(talking, '2125550187', '2002').step).toBe('ended');
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

  it.each([{ code: 'vicidial', failure: LOST }, { code: 'workerStopped' }] as const)(
    'without an answer ($code) stays in doubt, and is followed for as long as it may arrive',
    (problem) => {
      const taken = happen(dialIn('unknown', { problem, sentAt: NOW - 120_000 }), 'cancelDone').dial;
      expect(taken).toMatchObject({ step: 'cancelled', problem });
      expect(happen({ ...taken, stepSince: NOW - 60_000 }, 'dialling').dial.step).toBe('ringing');
      const late = { ...taken, stepSince: NOW - 60_000, sentAt: NOW - 120_001 };
      expect(happen(late, 'dialling').dial.step).toBe('cancelled');
    },
  );

  it('with an answer is told as taken back, without a doubt', () => {
    expect(happen(dialIn('unknown', { problem: { code: 'notPickedUp' } }), 'cancelDone').dial.problem).toBeNull();
    expect(
      happen(dialIn('held', { problem: { code: 'screenHeld', kind: 'other' } }), 'cancelDone').dial.problem,
    ).toBeNull();
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

describe('a call that rings for more than a minute', () => {
  const at = (ms: number, source: 'agentStatus' | 'screen') => {
    const ringing = dialIn('ringing', { stepSince: NOW });
    return reduceDial(ringing, { type: 'agent', agent: agentIn('dialling', { source }), now: NOW + ms }).dial.problem;
  };

  it('is said to ring for long where no agent screen could tell that the dialer has given up', () => {
    expect([at(64_999, 'agentStatus'), at(65_000, 'agentStatus')]).toEqual([null, { code: 'ringsLong' }]);
    expect(at(65_000, 'screen')).toBeNull();
  });

  it('is so no longer once somebody answers', () => {
    const ringing = dialIn('ringing', { stepSince: NOW - 70_000, problem: { code: 'ringsLong' } });
    const { dial } = reduceDial(ringing, { type: 'agent', agent: agentIn('talking'), now: NOW });
    expect([dial.step, dial.problem]).toEqual(['talking', null]);
  });
});
