import { describe, expect, it } from 'vitest';
import { type Dial, isDialRunning, isLeftPaused, recordOfDial, viewOfDial } from '../../../lib/agent/dial/dial.ts';
import { mayStillBeTaken } from '../../../lib/agent/dial/dial-awaiting.ts';
import { beginDial, reduceDial } from '../../../lib/agent/dial/dial-machine.ts';
import type { AgentPhase, AgentState } from '../../../lib/agent/state/agent-state.ts';
import { describeDial, describeOutcome } from '../../../lib/messages/describe.ts';
import { alertOf, happen, told } from './dial-events.ts';
import { agentIn, dialIn, NOW, NUMBER, POLICY, screenIn } from './dials.ts';

const PREVIEW = { previewOf: '12', leadId: '12' } as const;
const MINUTE = 60_000;
const ITS_OWN = { leadId: '12', phoneNumber: NUMBER.nationalNumber };

const read = (dial: Dial, phase: AgentPhase, tells: Partial<AgentState> = {}, now = NOW) =>
  reduceDial(dial, { type: 'agent', agent: agentIn(phase, tells), now });
const readTwice = (dial: Dial, phase: AgentPhase, tells: Partial<AgentState> = {}) =>
  read(read(dial, phase, tells).dial, phase, tells, NOW + 1_500);
const OWN_LOGIN = { source: 'recording' } as const;

describe('a dial that only shows the lead', () => {
  it('begins as every dial does, and knows its lead', () => {
    const begun = beginDial({
      ...{ id: 'dial-1', number: NUMBER, previewOf: '12', policy: POLICY, source: 'panel', confirm: [] },
      ...{ agent: agentIn('paused'), screen: null, previousSentAt: 0, wasReady: false, now: NOW },
    });
    expect(begun.dial).toMatchObject({ ...PREVIEW, step: 'checking' });
    expect(told(begun.effects)).toBe('checkNumber');
    const checked = { type: 'checked', list: null, agent: agentIn('paused'), now: NOW + 8_000 } as const;
    const sent = reduceDial(begun.dial, { ...checked, agent: agentIn('paused', { readAt: NOW + 8_000 }) });
    expect([sent.dial.step, told(sent.effects), sent.dial.meantAt]).toEqual(['sending', 'dial', NOW]);
    const other = reduceDial(begun.dial, { ...checked, problem: { code: 'previewOtherNumber' } });
    expect([other.dial.step, other.dial.problem, other.effects]).toEqual([
      'refused',
      { code: 'previewOtherNumber' },
      [],
    ]);
  });

  it.each(['awaitingScreen', 'held', 'resolving', 'unknown', 'cancelled'] as const)(
    'is taken once it is shown: %s',
    (step) => {
      const { dial, effects } = read(dialIn(step, PREVIEW), 'previewing', ITS_OWN);
      expect([dial.step, dial.shownAt, told(effects)]).toEqual(['previewing', NOW, 'read 5000']);
      const { stage, canCancel } = viewOfDial(dial);
      expect([stage, canCancel, isDialRunning(dial)]).toEqual(['previewing', false, true]);
    },
  );

  it.each([
    ['of another number', { phoneNumber: '3125550100' }],
    ['of another number of its lead', { leadId: '12', phoneNumber: '3125550100' }],
    ['of another lead with its number', { leadId: '13', phoneNumber: NUMBER.nationalNumber }],
  ])('is not taken by the preview %s', (_what, tells) => {
    expect(read(dialIn('awaitingScreen', PREVIEW), 'previewing', tells).dial.step).toBe('awaitingScreen');
  });

  it('is not taken after its own call', () => {
    expect(happen(dialIn('wrapUp', PREVIEW), 'previewing').dial.step).toBe('ended');
    expect(happen(dialIn('talking', PREVIEW), 'previewing').dial.step).toBe('ended');
  });

  it('asks for the pause that lasts beyond the call with the call, not before', () => {
    const shown = happen(dialIn('awaitingScreen', { ...PREVIEW, stayPaused: 'wanted' }), 'previewing').dial;
    expect(shown.stayPaused).toBe('wanted');
    expect(happen(shown, 'dialling').dial).toMatchObject({ step: 'ringing', stayPaused: 'asked' });
  });

  it('is not seen by a dial that calls at once', () => {
    expect(happen(dialIn('awaitingScreen'), 'previewing').dial.step).toBe('awaitingScreen');
  });
});

describe('a lead that is shown', () => {
  it('was skipped when two readings in a row say so, and was no call', () => {
    const once = read(dialIn('previewing'), 'paused');
    expect([once.dial.step, told(once.effects)]).toEqual(['previewing', 'read 1500']);
    const { dial, effects } = read(once.dial, 'paused', {}, NOW + 1_500);
    expect([dial.step, effects, recordOfDial(dial, NOW).outcome]).toEqual(['cancelled', [], 'cancelled']);
  });

  it('was not, where the second shows it again, or its call', () => {
    const once = read(dialIn('previewing'), 'paused').dial;
    const again = read(once, 'previewing', ITS_OWN, NOW + 1_500).dial;
    expect([again.step, again.goneAt]).toEqual(['previewing', undefined]);
    expect(read(again, 'paused', {}, NOW + 3_000).dial.step).toBe('previewing');
    expect(read(once, 'dialling', ITS_OWN, NOW + 1_500).dial.step).toBe('ringing');
  });

  it('neither was skipped nor makes anybody ready while his phone rings, which may stand before it', () => {
    const { dial, effects } = readTwice(dialIn('previewing', { wasReady: true }), 'phoneRinging');
    expect([dial.step, dial.goneAt, told(effects)]).toEqual(['previewing', undefined, 'read 5000']);
  });

  const showing = (kind: 'dnc' | 'other' | 'alreadyInCall') => screenIn({ boxes: ['alert'], alert: alertOf(kind) });

  it('was refused by the agent screen after the word to call it, and not skipped: with its reason', () => {
    const event = { type: 'agent', agent: agentIn('paused'), screen: showing('dnc'), now: NOW } as const;
    const { dial } = reduceDial(dialIn('previewing', { wasReady: true }), event);
    expect([dial.step, dial.problem]).toMatchObject(['refused', { code: 'screenRefused', kind: 'dnc' }]);
    expect([isLeftPaused(dial), recordOfDial(dial, NOW).outcome]).toEqual([true, 'refused']);
  });

  it.each(['other', 'alreadyInCall'] as const)(
    'may have been, where the agent screen says something else: %s',
    (kind) => {
      const shown = dialIn('previewing', { sentAt: NOW - 5_000, goneAt: NOW - 1_500, wasReady: true });
      const event = { type: 'agent', agent: agentIn('paused'), screen: showing(kind), now: NOW } as const;
      const { dial, effects } = reduceDial(shown, event);
      expect([dial.step, dial.problem, told(effects)]).toMatchObject(['unknown', { code: 'screenRefused', kind }, '']);
    },
  );

  it.each([
    ['another number of the lead', { leadId: '12', phoneNumber: '7275558888' }],
    ['another lead with that number', { leadId: '13', phoneNumber: NUMBER.nationalNumber }],
  ])('is not told as called where %s is', (_what, tells) => {
    expect(readTwice(dialIn('previewing'), 'talking', tells).dial.step).toBe('cancelled');
  });

  it('that the agent calls under another of its numbers is no call of this one, and he is paused after it as before', () => {
    const tells = { leadId: '12', phoneNumber: '7275558888' };
    const other = readTwice(dialIn('previewing', { stayPaused: 'wanted' }), 'talking', tells).dial;
    expect([other.step, other.stayPaused, recordOfDial(other, NOW).outcome]).toEqual([
      'cancelled',
      'asked',
      'otherNumber',
    ]);
    expect(describeDial(viewOfDial(other)).key).toBe(describeOutcome('otherNumber').key);
    const skipped = readTwice(dialIn('previewing', { stayPaused: 'wanted' }), 'paused').dial;
    expect(describeDial(viewOfDial(skipped)).key).toBe('stageCancelled');
    expect([skipped.step, skipped.stayPaused]).toEqual(['cancelled', 'wanted']);
    expect(recordOfDial(skipped, NOW).outcome).toBe('cancelled');
    const ownAfterAll = read(other, 'talking', ITS_OWN, NOW + 9_000).dial;
    expect(recordOfDial(ownAfterAll, NOW).outcome).toBe('talked');
    expect(describeDial(viewOfDial(ownAfterAll)).key).toBe('stageTalking');
  });

  it('is told to have another first number by now, and makes nobody ready', () => {
    const tells = { leadId: '12', phoneNumber: '7275558888' };
    const { dial, effects } = read(dialIn('previewing', { wasReady: true }), 'previewing', tells);
    expect([dial.step, dial.problem, effects]).toEqual(['unknown', { code: 'previewChanged' }, []]);
    expect(isLeftPaused(dial)).toBe(true);
  });

  it('stands there when its agent signs out: he is told, and nothing is taken back', () => {
    const refused = { type: 'statusFailed', failure: { code: 'badCredentials' }, now: NOW } as const;
    const { dial, effects } = reduceDial(dialIn('previewing', { wasReady: true }), refused);
    expect([dial.step, dial.problem, effects]).toEqual(['unknown', { code: 'previewUnseen' }, []]);
    expect(recordOfDial(dial, NOW).outcome).toBe('unknown');
  });

  it('is followed as its call by its lead from then on', () => {
    const called = read(dialIn('previewing'), 'talking', ITS_OWN).dial;
    expect(read(called, 'talking', { leadId: '12', phoneNumber: '3125550100' }).dial.step).toBe('talking');
  });
});

describe('a lead of which nobody tells whether it is shown', () => {
  it('still is, for as long as the agent’s own login says PAUSED, which tells no preview', () => {
    const { dial, effects } = read(dialIn('previewing', { shownAt: NOW }), 'paused', OWN_LOGIN);
    expect([dial.step, told(effects)]).toEqual(['previewing', 'read 5000']);
    const later = read(dial, 'paused', OWN_LOGIN, NOW + MINUTE);
    expect([later.dial.step, told(later.effects)]).toEqual(['previewing', 'read 15000']);
  });

  it('is called by what that login tells: READY and INCALL have no preview', () => {
    expect(read(dialIn('previewing'), 'onCall', OWN_LOGIN).dial.step).toBe('onCall');
    expect(readTwice(dialIn('previewing'), 'ready', OWN_LOGIN).dial.step).toBe('cancelled');
  });

  it('is unknown after a minute, never cancelled, and who was ready is told that he is paused', () => {
    const shown = dialIn('previewing', { shownAt: NOW - MINUTE - 1, wasReady: true });
    const { dial } = read(shown, 'paused', OWN_LOGIN);
    expect([dial.step, dial.problem, isLeftPaused(dial)]).toEqual(['unknown', { code: 'previewUnseen' }, true]);
    // SKIP would skip it.
    expect(viewOfDial(dial).canCancel).toBe(false);
  });

  const unseen = dialIn('unknown', { ...PREVIEW, shownAt: NOW - 20 * MINUTE, sentAt: NOW - 21 * MINUTE });

  it.each(['previewing', 'dialling', 'talking'] as const)('is followed again once somebody names it: %s', (phase) => {
    const { dial } = read(unseen, phase, ITS_OWN);
    expect(dial.step).toBe({ previewing: 'previewing', dialling: 'ringing', talking: 'talking' }[phase]);
  });

  it('is not taken for a call of which nobody tells whose it is, nor after half an hour', () => {
    expect(read(unseen, 'onCall', OWN_LOGIN).dial.step).toBe('unknown');
    expect(read(unseen, 'talking').dial.step).toBe('unknown');
    expect(read({ ...unseen, shownAt: NOW - 31 * MINUTE }, 'talking', ITS_OWN).dial.step).toBe('unknown');
  });

  it('is looked after by as few readings as a request that was not taken', () => {
    expect(mayStillBeTaken({ ...unseen, shownAt: NOW - 2 * MINUTE }, NOW)).toBe(true);
    expect(told(read(unseen, 'paused', OWN_LOGIN).effects)).toBe('');
  });
});

it('a lead that was skipped and is called after all is followed for two minutes, by its name', () => {
  const skipped = dialIn('cancelled', { ...PREVIEW, shownAt: NOW - MINUTE, stepSince: NOW - MINUTE });
  expect(read(skipped, 'talking', ITS_OWN).dial.step).toBe('talking');
  expect(read(skipped, 'onCall', OWN_LOGIN).dial.step).toBe('cancelled');
  const long = { shownAt: NOW - 3 * MINUTE, stepSince: NOW - 3 * MINUTE, sentAt: NOW - 4 * MINUTE };
  expect(read({ ...skipped, ...long }, 'talking', ITS_OWN).dial.step).toBe('cancelled');
});

describe.each(['cancelled', 'unknown'] as const)('a lead that was shown, in %s,', (step) => {
  const shown = dialIn(step, { ...PREVIEW, stayPaused: 'wanted', shownAt: NOW - 2_000, stepSince: NOW - 1_000 });

  it('is followed no more once its agent was ready: the campaign calls it, or he by hand, and nobody is paused after that', () => {
    const ready = read(shown, 'ready').dial;
    expect([ready.step, ready.stayPaused]).toEqual([step, 'no']);
    for (const phase of ['dialling', 'talking', 'previewing'] as const)
      expect(read(ready, phase, ITS_OWN, NOW + 3_000).dial).toMatchObject({ step, stayPaused: 'no' });
  });

  it('is followed no more once its agent has chosen to be ready or paused', () => {
    const chosen = happen(shown, 'stateChosen').dial;
    expect([chosen.step, chosen.stayPaused]).toEqual([step, 'no']);
    expect(read(chosen, 'talking', ITS_OWN, NOW + 3_000).dial).toMatchObject({ step, stayPaused: 'no' });
  });

  it('is followed, and its agent paused after it, where he did neither', () => {
    const paused = read(shown, 'paused').dial;
    const called = read(paused, 'talking', ITS_OWN, NOW + 3_000).dial;
    expect([called.step, called.stayPaused]).toEqual(['talking', 'asked']);
  });
});

it.each(['cancelled', 'unknown'] as const)('a request that nobody saw taken is followed even so: %s', (step) => {
  const taken = dialIn(step, { stayPaused: 'wanted', stepSince: NOW - 1_000 });
  const chosen = happen(read(taken, 'ready').dial, 'stateChosen').dial;
  expect(read(chosen, 'talking').dial.step).toBe('talking');
});

it('a lead that was shown is followed no more where the very reading that it is gone says that he is ready', () => {
  const gone = readTwice(dialIn('previewing', { stayPaused: 'wanted' }), 'ready').dial;
  expect([gone.step, gone.stayPaused, gone.isLetGo]).toEqual(['cancelled', 'no', true]);
});
