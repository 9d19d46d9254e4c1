import { describe, expect, it } from 'vitest';
import { reduceDial } from '../../../lib/agent/dial/dial-machine.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import { told } from './dial-events.ts';
import { agentIn, dialIn, NOW } from './dials.ts';

/** A request that was not seen to be taken, `ms` after that was said. */
function lookedAfter(ms: number, change: Parameters<typeof dialIn>[1] = {}) {
  const dial = dialIn('unknown', { sentAt: NOW, stepSince: NOW, problem: { code: 'notPickedUp' }, ...change });
  return reduceDial(dial, { type: 'agent', agent: agentIn('paused'), now: NOW + ms });
}

it('an empty answer to the dial is no refusal: the call may have been placed, and the status says so', () => {
  const failure: VicidialFailure = { code: 'unknownFunction', function: 'external_dial' };
  const dial = dialIn('sending', { sentAt: NOW - 100 });
  const { dial: next, effects } = reduceDial(dial, { type: 'dialAnswered', failure, now: NOW });
  expect(next).toMatchObject({ step: 'resolving', sentAt: NOW - 100, problem: { code: 'vicidial', failure } });
  expect(told(effects)).toBe('read 1000');
});

describe('a request that the agent screen has not taken in time', () => {
  it('is told as unknown, and looked after', () => {
    const dial = dialIn('awaitingScreen', { tries: 9, sentAt: NOW - 10_000 });
    const { dial: next, effects } = reduceDial(dial, { type: 'agent', agent: agentIn('paused'), now: NOW });
    expect([next.step, next.problem, told(effects)]).toEqual(['unknown', { code: 'notPickedUp' }, 'read 5000']);
  });

  it.each([
    [10_000, 'read 5000'],
    [40_000, 'read 10000'],
    [100_000, 'read 15000'],
    [120_000, 'read 15000'],
    [120_001, ''],
  ])('is read again after %i ms: %s', (ms, effects) => {
    const { dial, effects: done } = lookedAfter(ms);
    expect([dial.step, told(done)]).toEqual(['unknown', effects]);
  });

  it('that never left is not', () => {
    expect(lookedAfter(10_000, { sentAt: null }).effects).toEqual([]);
  });

  it('is followed once it was', () => {
    const dial = dialIn('unknown', { sentAt: NOW - 30_000 });
    const { dial: next } = reduceDial(dial, { type: 'agent', agent: agentIn('talking'), now: NOW });
    expect([next.step, next.problem]).toEqual(['talking', null]);
  });
});

describe('a call that cannot be read', () => {
  const stepAfter = (failure: VicidialFailure) =>
    reduceDial(dialIn('talking'), { type: 'statusFailed', failure, now: NOW }).dial.step;

  it('is still one when that may pass, and is not known when the login is gone', () => {
    const passing = [
      { code: 'redirected' },
      { code: 'apiOff' },
      { code: 'unknownFunction', function: 'recording' },
    ] as const;
    expect(passing.map(stepAfter)).toEqual(['talking', 'talking', 'talking']);
    expect(stepAfter({ code: 'badCredentials' })).toBe('unknown');
  });

  it('is not known any more after ten minutes without an answer, so that another can be placed', () => {
    const lost = { type: 'statusFailed', failure: { code: 'unreachable' } } as const;
    let [dial, now] = [dialIn('talking'), NOW];
    while (dial.step === 'talking') {
      const { dial: next, effects } = reduceDial(dial, { ...lost, now });
      const [read] = effects;
      now += read?.do === 'readStatus' ? read.afterMs : 0;
      dial = next;
    }
    expect([dial.step, dial.problem]).toEqual(['unknown', { code: 'vicidial', failure: lost.failure }]);
    expect((now - NOW) / 60_000).toBeCloseTo(10, 0);
  });
});
