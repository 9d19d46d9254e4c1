import { describe, expect, it } from 'vitest';
import { callNeeds, isPhaseFollowed } from '../../../lib/agent/call/call-needs.ts';
import type { Dial } from '../../../lib/agent/dial/dial.ts';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import { agentIn, dialIn, screenIn } from './dials.ts';

function needs(before: AgentPhase, after: AgentPhase, dial: Dial | null = null) {
  const agent = agentIn(after, { phoneNumber: '4155550132' });
  return callNeeds({ agent: agentIn(before), dial }, { agent, dial });
}

describe('a call that arrives', () => {
  it.each([
    ['ready', 'talking'],
    ['ready', 'onCall'],
    ['ready', 'phoneRinging'],
    ['paused', 'phoneRinging'],
  ] as const)('wants the agent: %s to %s', (before, after) => {
    expect(needs(before, after)).toEqual([{ kind: 'incoming', phase: after, phoneNumber: '4155550132' }]);
  });

  it.each([
    // What the agent dials himself rings first.
    ['ready', 'dialling'],
    ['dialling', 'talking'],
    ['paused', 'talking'],
    ['previewing', 'talking'],
    ['unknown', 'talking'],
    ['talking', 'talking'],
    ['parked', 'talking'],
    ['phoneRinging', 'phoneRinging'],
    ['talking', 'phoneRinging'],
    ['ready', 'paused'],
  ] as const)('is none: %s to %s', (before, after) => {
    expect(needs(before, after)).toEqual([]);
  });

  it.each(['confirming', 'readingStatus', 'awaitingPause'] as const)('wants the agent beside a dial in %s', (step) => {
    expect(needs('ready', 'talking', dialIn(step))).toHaveLength(1);
  });

  it('is none while a dial of ours is on its way, and is one beside a dial that is over', () => {
    expect(needs('ready', 'talking', dialIn('awaitingScreen'))).toEqual([]);
    expect(needs('ready', 'talking', dialIn('ended'))).toHaveLength(1);
  });
});

describe('a dial with a problem', () => {
  const agent = agentIn('paused');
  const problem = { code: 'notPickedUp' } as const;
  const begins = (before: Dial | null, dial: Dial) => callNeeds({ agent, dial: before }, { agent, dial });

  it.each(['refused', 'unknown', 'held', 'awaitingScreen', 'ringing'] as const)('wants the agent in %s', (step) => {
    expect(begins(dialIn(step), dialIn(step, { problem, source: 'menu' }))).toEqual([
      { kind: 'dialProblem', problem, source: 'menu', leftPaused: false },
    ]);
  });

  it('wants him once, and again for another problem or another dial', () => {
    const held = dialIn('held', { problem });
    expect(begins(held, { ...held, step: 'unknown' })).toEqual([]);
    expect(begins(held, { ...held, problem: { code: 'screenGone' } })).toHaveLength(1);
    expect(begins(held, { ...held, id: 'dial-2' })).toHaveLength(1);
  });

  it('wants him once more where it leaves him paused who was ready', () => {
    const [held, unknown] = [
      dialIn('held', { problem, wasReady: true }),
      dialIn('unknown', { problem, wasReady: true }),
    ];
    expect(begins(held, unknown)).toMatchObject([{ leftPaused: true }]);
    expect(begins(unknown, { ...unknown, tries: 1 })).toEqual([]);
    expect(begins(unknown, { ...unknown, wasReady: false })).toEqual([]);
  });

  it('wants nobody who has cancelled it himself, nor one without a problem', () => {
    expect(begins(dialIn('held'), dialIn('cancelled', { problem }))).toEqual([]);
    expect(begins(null, dialIn('ended'))).toEqual([]);
  });
});

describe('the phase is followed', () => {
  it.each([
    ['by a screen that speaks', null, screenIn(), true],
    ['not by one that is silent', null, screenIn({ isAlive: false }), false],
    ['by a running dial', dialIn('wrapUp'), null, true],
    ['not by one that is over', dialIn('ended'), null, false],
    ['by nobody', null, null, false],
  ])('%s', (_who, dial, screen, isFollowed) => {
    expect(isPhaseFollowed({ dial, screen })).toBe(isFollowed);
  });
});
