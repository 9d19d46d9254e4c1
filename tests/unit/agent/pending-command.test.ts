import { describe, expect, it } from 'vitest';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import { isPauseSettled, settlePending } from '../../../lib/agent/state/pending-command.ts';
import type { PendingCommand } from '../../../lib/messages/panel-state.ts';
import { agentIn, NOW } from './dials.ts';

const PAUSE: PendingCommand = { kind: 'pause', pauseCode: 'BREAK', afterCall: false };
const PAUSE_LATER: PendingCommand = { ...PAUSE, afterCall: true };
const RESUME: PendingCommand = { kind: 'resume' };
const HANG_UP: PendingCommand = { kind: 'hangUp' };

describe('a command is pending until live status says that it is true', () => {
  it.each<[PendingCommand, AgentPhase, number, PendingCommand | null, string | null]>([
    [PAUSE, 'ready', 1_000, PAUSE, null],
    [PAUSE, 'paused', 1_000, null, null],
    [PAUSE, 'talking', 1_000, PAUSE_LATER, null],
    [PAUSE_LATER, 'wrapUp', 60_000, PAUSE_LATER, null],
    [PAUSE, 'previewing', 10_001, null, null],
    [{ kind: 'hangUp', pause: PAUSE_LATER }, 'talking', 10_001, PAUSE_LATER, 'hangUpNotSeen'],
    [{ kind: 'hangUp', pause: PAUSE_LATER }, 'wrapUp', 1_000, PAUSE_LATER, null],
    [PAUSE, 'ready', 10_001, null, 'pauseNotSeen'],
    [PAUSE, 'notLoggedIn', 1_000, null, null],
    [RESUME, 'paused', 1_000, RESUME, null],
    [RESUME, 'ready', 1_000, null, null],
    [RESUME, 'talking', 1_000, null, null],
    [RESUME, 'paused', 10_001, null, 'resumeIgnored'],
    [HANG_UP, 'talking', 1_000, HANG_UP, null],
    [HANG_UP, 'wrapUp', 1_000, null, null],
    [HANG_UP, 'talking', 10_001, null, 'hangUpNotSeen'],
  ])('%j while %s after %i ms', (pending, phase, afterMs, left, problem) => {
    const outcome = settlePending(pending, NOW, agentIn(phase), NOW + afterMs);
    expect([outcome.pending, outcome.problem?.code ?? null]).toEqual([left, problem]);
  });

  /** What is left of each an hour later, in every phase: a phase that is missing here does not compile. */
  const AN_HOUR_LATER: Readonly<Record<AgentPhase, readonly [pause: string, resume: string, hangUp: string]>> = {
    unknown: ['pauseNotSeen', 'resumeIgnored', 'done'],
    notLoggedIn: ['done', 'resumeIgnored', 'done'],
    paused: ['done', 'resumeIgnored', 'done'],
    ready: ['pauseNotSeen', 'done', 'done'],
    previewing: ['done', 'resumeIgnored', 'done'],
    phoneRinging: ['done', 'resumeIgnored', 'done'],
    dialling: ['pending', 'done', 'hangUpNotSeen'],
    onCall: ['pending', 'done', 'hangUpNotSeen'],
    talking: ['pending', 'done', 'hangUpNotSeen'],
    parked: ['pending', 'done', 'hangUpNotSeen'],
    threeWay: ['pending', 'done', 'hangUpNotSeen'],
    customerGone: ['pending', 'done', 'hangUpNotSeen'],
    wrapUp: ['pending', 'resumeIgnored', 'done'],
  };

  it.each(Object.entries(AN_HOUR_LATER))('%s, an hour later', (phase, expected) => {
    const left = [PAUSE, RESUME, HANG_UP].map((pending) => {
      const outcome = settlePending(pending, NOW, agentIn(phase as AgentPhase), NOW + 3_600_000);
      return outcome.problem?.code ?? (outcome.pending ? 'pending' : 'done');
    });
    expect(left).toEqual(expected);
  });

  it('a pause is not true of a READY agent whose phone rings', () => {
    const outcome = settlePending(PAUSE, NOW, agentIn('phoneRinging', { isReady: true }), NOW + 1_000);
    expect(outcome.pending).toEqual(PAUSE);
  });

  it('sends the pause code once the pause is real, and not before', () => {
    expect(settlePending(PAUSE, NOW, agentIn('ready'), NOW).sendCode).toBeNull();
    expect(settlePending(PAUSE, NOW, agentIn('paused'), NOW).sendCode).toBe('BREAK');
  });

  it('sends that of a pause after the call once the box that asks for it is open: sooner it would not close it', () => {
    const soon = agentIn('paused', { since: NOW, readAt: NOW + 1_000 });
    const then = agentIn('paused', { since: NOW, readAt: NOW + 2_500 });
    expect(settlePending(PAUSE_LATER, NOW, soon, NOW)).toEqual({ pending: PAUSE_LATER, problem: null, sendCode: null });
    expect(settlePending(PAUSE_LATER, NOW, then, NOW)).toEqual({ pending: null, problem: null, sendCode: 'BREAK' });
    expect([isPauseSettled(soon), isPauseSettled(then)]).toEqual([false, true]);
    const withoutCode = { ...PAUSE_LATER, pauseCode: null };
    expect(settlePending(withoutCode, NOW, soon, NOW).pending).toBeNull();
  });
});
