import { describe, expect, it } from 'vitest';
import type { Dial } from '../../../lib/agent/dial/dial.ts';
import { recordOfDial } from '../../../lib/agent/dial/dial.ts';
import { reduceDial } from '../../../lib/agent/dial/dial-machine.ts';
import type { AgentPhase, AgentState } from '../../../lib/agent/state/agent-state.ts';
import { happen, LOST, told } from './dial-events.ts';
import { agentIn, dialIn, NOW, NUMBER } from './dials.ts';

function read(dial: Dial, phase: AgentPhase, changes: Partial<AgentState> = {}) {
  return reduceDial(dial, { type: 'agent', agent: agentIn(phase, changes), now: NOW });
}

describe('a call that the agent screen shows while its request is unanswered', () => {
  const SEEN = { source: 'screen', phoneNumber: '+17275551212' } as const;

  it.each([
    ['dialling', 'ringing'],
    ['talking', 'talking'],
    ['customerGone', 'customerGone'],
    ['wrapUp', 'wrapUp'],
  ] as const)('is followed at once: %s is %s', (phase, step) => {
    expect(read(dialIn('sending'), phase, SEEN).dial.step).toBe(step);
  });

  it.each([
    ['of another number', 'dialling', { ...SEEN, phoneNumber: '+13125550100' }],
    ['of no number that is told', 'onCall', { source: 'recording' }],
    ['that is none yet', 'paused', SEEN],
  ] as const)('is not where it is one %s: the answer is waited for', (_, phase, seen) => {
    const dial = dialIn('sending');
    expect(read(dial, phase, seen)).toEqual({ dial, effects: [] });
  });

  it('stays what it is by an answer that comes late, or not at all', () => {
    const ringing = read(dialIn('sending'), 'dialling', SEEN).dial;
    for (const answer of ['dialDone', 'dialLost', 'dialRefused'] as const) {
      expect(happen(ringing, answer), answer).toEqual({ dial: ringing, effects: [] });
    }
  });

  it('is told to be another than was asked for where the answer says so', () => {
    const ringing = read(dialIn('sending'), 'dialling', SEEN).dial;
    const other = happen(ringing, 'dialMismatched').dial;
    expect(other).toMatchObject({ step: 'ringing', problem: { failure: { code: 'echoMismatch' } } });
  });
});

describe('a call that was over before it could be read', () => {
  /** Sent 9 s ago, given up after 8 s, read now for the first time. */
  const resolving = (changes: Partial<Dial> = {}) =>
    dialIn('resolving', {
      ...{ problem: { code: 'vicidial', failure: LOST } as const, sentAt: NOW - 9_000, callsBefore: 3 },
      ...changes,
    });

  it.each(['paused', 'ready'] as const)('is known by the dialer’s count of an agent who is %s', (phase) => {
    const { dial } = read(resolving(), phase, { callsToday: 4 });
    expect(dial).toMatchObject({ step: 'ended', problem: null, heard: 'nothing' });
    expect(recordOfDial(dial, NOW).outcome).toBe('onCall');
  });

  it('leaves an agent who was to stay paused with his pause', () => {
    expect(read(resolving({ stayPaused: 'wanted' }), 'ready', { callsToday: 4 }).dial.stayPaused).toBe('asked');
    expect(read(resolving(), 'ready', { callsToday: 4 }).dial.stayPaused).toBe('no');
  });

  it.each<[string, Partial<Dial>, number | undefined]>([
    ['the count is the same', {}, 3],
    ['the count began anew with the day', {}, 1],
    ['nobody tells it', {}, undefined],
    ['nobody told it before the click', { callsBefore: undefined as never }, 4],
    ['the agent may have dialled by hand since', { sentAt: NOW - 15_001 }, 4],
    ['it has been read since', { tries: 1 }, 4],
  ])('is not known where %s', (_, changes, callsToday) => {
    const { dial, effects } = read(resolving(changes), 'paused', callsToday === undefined ? {} : { callsToday });
    expect([dial.step, told(effects)]).toEqual(['resolving', 'read 1000']);
  });

  it('is counted from the reading on which it was dialled', () => {
    const counted = read(dialIn('readingStatus'), 'paused', { callsToday: 3 }).dial;
    expect(counted).toMatchObject({ step: 'sending', callsBefore: 3 });
    const watched = read(dialIn('readingStatus', { callsBefore: 2 }), 'paused', { source: 'screen' }).dial;
    expect(watched).not.toHaveProperty('callsBefore');
    expect(watched.number).toBe(NUMBER);
  });
});
