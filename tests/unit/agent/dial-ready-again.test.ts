import { describe, expect, it } from 'vitest';
import { type Dial, type DialStep, viewOfDial } from '../../../lib/agent/dial/dial.ts';
import { beginDial, reduceDial } from '../../../lib/agent/dial/dial-machine.ts';
import { EVENTS, type EventName, happen, told } from './dial-events.ts';
import { agentIn, dialIn, NOW, NUMBER, POLICY, STEPS } from './dials.ts';

/** What is done of a dial that has paused the agent, in the end. */
function doneOf(step: DialStep, event: EventName, changes: Partial<Dial> = {}): readonly string[] {
  const { dial, effects } = happen(dialIn(step, { wasReady: true, ...changes }), event);
  return [dial.step, told(effects)];
}

describe('an agent who was ready and is paused for a call', () => {
  it('is known to have been ready, and one who was paused is not', () => {
    expect(happen(dialIn('readingStatus'), 'ready').dial.wasReady).toBe(true);
    expect(happen(dialIn('readingStatus'), 'paused').dial.wasReady).toBeUndefined();
  });

  it.each<[DialStep, EventName, DialStep]>([
    ['sending', 'dialRefused', 'refused'],
    ['sending', 'notSent', 'refused'],
    ['awaitingPause', 'statusRefused', 'refused'],
    ['awaitingScreen', 'screenRefuses', 'refused'],
    ['unknown', 'screenRefuses', 'refused'],
  ])('is ready again where the call is refused: in %s by %s', (step, event, next) => {
    expect(doneOf(step, event)).toEqual([next, 'resume']);
    expect(told(happen(dialIn(step), event).effects)).toBe('');
  });

  it.each<[DialStep, EventName, string]>([
    ['pausing', 'cancelAsked', 'closeConfirmation,resume'],
    ['awaitingPause', 'cancelAsked', 'closeConfirmation,resume'],
    ['sendingCode', 'cancelAsked', 'closeConfirmation,resume'],
    ['held', 'cancelDone', 'askServer,resume'],
    ['unknown', 'cancelDone', 'askServer,resume'],
  ])('is ready again where he takes it back: in %s', (step, event, effects) => {
    expect(doneOf(step, event)).toEqual(['cancelled', effects]);
  });

  it.each<[DialStep, EventName]>([
    // The PAUSE itself was refused.
    ['pausing', 'pauseRefused'],
    // He is on to something else, or gone.
    ['awaitingPause', 'talking'],
    ['awaitingPause', 'wrapUp'],
    ['awaitingPause', 'notLoggedIn'],
  ])('is left alone in %s after %s', (step, event) => {
    expect(doneOf(step, event)).toEqual(['refused', '']);
  });

  it('is left alone after too long a time, when he may have left', () => {
    expect(doneOf('spacing', 'spaced', { meantAt: NOW - 60_001 })).toEqual(['refused', '']);
  });

  it('stays paused while the request may still be taken', () => {
    expect(doneOf('awaitingScreen', 'screenDoubts')).toEqual(['unknown', '']);
  });

  it('is not kept paused by the next dial, which finds him paused for the one before', () => {
    const beginning = {
      id: 'dial-2',
      number: NUMBER,
      policy: POLICY,
      source: 'page',
      screen: null,
      confirm: [],
    } as const;
    const begin = (wasReady: boolean) =>
      beginDial({ ...beginning, agent: agentIn('paused'), previousSentAt: 0, wasReady, now: NOW }).dial;
    expect(begin(true)).toMatchObject({ step: 'sending', wasReady: true, stayPaused: 'no' });
    expect(begin(false)).toMatchObject({ step: 'sending', stayPaused: 'wanted' });
    expect(told(happen(begin(true), 'dialRefused').effects)).toBe('resume');
  });

  it('is paused once more by the next worker, and left as he has chosen himself before that', () => {
    for (const wasReady of [true, false]) {
      const { dial, effects } = happen(dialIn('pausing', { wasReady }), 'restored');
      expect([dial.wasReady, told(effects)]).toEqual([wasReady, 'pause']);
      expect(told(happen(dial, 'cancelAsked').effects).includes('resume')).toBe(wasReady);
    }
    const late = dialIn('pausing', { wasReady: true, meantAt: NOW - 60_001 });
    expect(happen(late, 'restored').dial).toMatchObject({ step: 'refused', problem: { code: 'tooLate' } });
  });

  it('is left as he has chosen himself since, wherever the dial stood', () => {
    for (const step of STEPS) {
      const before = dialIn(step, { wasReady: true });
      const { dial, effects } = reduceDial(before, { ...EVENTS.stateChosen, now: NOW });
      expect([dial.step, effects], step).toEqual([step, []]);
      for (const event of ['dialRefused', 'cancelAsked', 'cancelDone', 'screenRefuses', 'notSent'] as const) {
        expect(told(happen({ ...before, wasReady: false }, event).effects), `${step} ${event}`).not.toContain('resume');
      }
    }
    expect(happen(dialIn('held', { wasReady: true }), 'stateChosen').dial.wasReady).toBe(false);
  });
});

describe('an agent who is left paused for a call', () => {
  const LATE = { code: 'tooLate' } as const;
  const left = (step: DialStep, changes: Partial<Dial> = {}) => dialIn(step, { wasReady: true, ...changes });

  it('is told so where nobody can make him ready for him, and nowhere else', () => {
    expect(STEPS.filter((step) => viewOfDial(left(step)).leftPaused)).toEqual(['unknown']);
    expect(viewOfDial(left('refused', { problem: LATE })).leftPaused).toBe(true);
    for (const dial of [
      dialIn('unknown'),
      left('unknown', { wasReady: false }),
      dialIn('refused', { problem: LATE }),
    ]) {
      expect(viewOfDial(dial)).not.toHaveProperty('leftPaused');
    }
  });

  it.each([
    ['unknown', null],
    ['refused', LATE],
  ] as const)('in %s is told no more once he is ready, or has chosen for himself', (step, problem) => {
    for (const event of ['ready', 'stateChosen'] as const) {
      expect(viewOfDial(happen(left(step, { problem }), event).dial), event).not.toHaveProperty('leftPaused');
    }
    expect(viewOfDial(happen(left(step, { problem }), 'paused').dial).leftPaused).toBe(true);
  });
});
