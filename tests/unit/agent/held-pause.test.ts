import { describe, expect, it } from 'vitest';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import {
  type HeldVerdict,
  isPauseInVain,
  judgeHeldPause,
  pauseIn,
  untilNoticed,
  willBeTaken,
  withHeldPause,
  withPause,
} from '../../../lib/agent/state/held-pause.ts';
import { settlePending } from '../../../lib/agent/state/pending-command.ts';
import type { PendingPause } from '../../../lib/messages/panel-state.ts';
import { agentIn, NOW } from './dials.ts';

const HELD: PendingPause = { kind: 'pause', pauseCode: 'BREAK', afterCall: true, isHeld: true };
const SENT: PendingPause = { kind: 'pause', pauseCode: null, afterCall: true };

/** Every phase: what is done at once, after 1.3 s, after a minute, and after two. */
const VERDICTS: Record<AgentPhase, readonly [HeldVerdict, HeldVerdict, HeldVerdict, HeldVerdict]> = {
  unknown: ['wait', 'wait', 'wait', 'wait'],
  notLoggedIn: ['settled', 'settled', 'settled', 'settled'],
  paused: ['wait', 'wait', 'settled', 'settled'],
  ready: ['send', 'send', 'send', 'send'],
  previewing: ['wait', 'wait', 'wait', 'wait'],
  dialling: ['wait', 'wait', 'wait', 'wait'],
  onCall: ['wait', 'wait', 'wait', 'send'],
  talking: [{ lookAgainMs: 1_200 }, 'send', 'send', 'send'],
  parked: ['send', 'send', 'send', 'send'],
  threeWay: ['send', 'send', 'send', 'send'],
  customerGone: [{ lookAgainMs: 1_200 }, 'send', 'send', 'send'],
  wrapUp: ['wait', 'wait', 'wait', 'wait'],
  phoneRinging: ['wait', 'wait', 'wait', 'wait'],
};
const CELLS = (Object.keys(VERDICTS) as AgentPhase[]).flatMap((phase) =>
  [0, 1_300, 60_000, 120_000].map((ageMs, index) => [phase, ageMs, VERDICTS[phase][index]] as const),
);

describe('a PAUSE that waits for its moment', () => {
  it.each(CELLS)('%s for %i ms: %j', (phase, ageMs, verdict) => {
    expect(judgeHeldPause(agentIn(phase), NOW + ageMs)).toEqual(verdict);
  });

  it('waits through what an own login shows as paused, which may be a wrap-up', () => {
    const own = agentIn('paused', { source: 'recording' });
    expect(judgeHeldPause(own, NOW + 119_999)).toBe('wait');
    expect(judgeHeldPause(own, NOW + 120_000)).toBe('settled');
  });

  it('is sent once more where the agent is ready after the call all the same', () => {
    expect(settlePending(SENT, NOW, agentIn('ready'), NOW)).toMatchObject({
      pending: { isHeld: true },
      sendPause: true,
    });
    const again = { ...SENT, afterCall: false };
    expect(settlePending(again, NOW, agentIn('ready'), NOW + 10_001).problem).toEqual({ code: 'pauseNotSeen' });
  });

  it('sends its code where the agent has stayed paused, and none where he is logged out', () => {
    expect(settlePending(HELD, NOW, agentIn('paused'), NOW + 6_000)).toMatchObject({
      pending: null,
      sendCode: 'BREAK',
    });
    expect(settlePending(HELD, NOW, agentIn('notLoggedIn'), NOW)).toMatchObject({ pending: null, sendCode: null });
  });

  it.each([
    ['talking', 0, 1_200],
    ['talking', 700, 500],
    ['talking', 1_200, 0],
    ['talking', -60_000, 1_200],
    ['customerGone', 0, 1_200],
    ['wrapUp', 0, 0],
    ['onCall', 0, 0],
  ] as const)('%s for %i ms is noticed after %i more', (phase, ageMs, ms) => {
    expect(untilNoticed(agentIn(phase), NOW + ageMs)).toBe(ms);
  });

  it('is in vain while it rings and in wrap-up, and doubtful where an own login cannot tell', () => {
    expect((Object.keys(VERDICTS) as AgentPhase[]).filter((phase) => isPauseInVain(agentIn(phase)))).toEqual([
      'dialling',
      'wrapUp',
    ]);
    expect([willBeTaken(agentIn('onCall'), NOW), willBeTaken(agentIn('talking'), NOW)]).toEqual([false, true]);
  });
});

describe('a pause among what is pending', () => {
  it('goes on behind a hang-up', () => {
    const hangUp = { kind: 'hangUp', pause: HELD } as const;
    expect([pauseIn(HELD), pauseIn(hangUp), pauseIn({ kind: 'resume' }), pauseIn(null)]).toEqual([
      ...[HELD, HELD, null, null],
    ]);
    expect([withPause(hangUp, SENT), withPause(hangUp, null), withPause(HELD, SENT), withPause(null, SENT)]).toEqual([
      ...[{ kind: 'hangUp', pause: SENT }, { kind: 'hangUp' }, SENT, null],
    ]);
  });

  it('is not put in place of what the agent asked for', () => {
    expect(withHeldPause(null, 'BREAK')).toEqual(HELD);
    expect(withHeldPause({ kind: 'hangUp' }, 'BREAK')).toEqual({ kind: 'hangUp', pause: HELD });
    for (const own of [SENT, { kind: 'resume' }, { kind: 'hangUp', pause: SENT }] as const) {
      expect(withHeldPause(own, 'BREAK')).toBe(own);
    }
  });
});
