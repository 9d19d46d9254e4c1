import { describe, expect, it } from 'vitest';
import { reduceDial } from '../../../lib/agent/dial/dial-machine.ts';
import type { AgentPhase, StatusSource } from '../../../lib/agent/state/agent-state.ts';
import { readAgent } from '../../../lib/agent/state/read-agent.ts';
import { agentIn, dialIn, NOW } from './dials.ts';

const IN_CALL = { source: 'recording', liveStatus: 'INCALL' } as const;
const WHO = { phoneNumber: '+17275551212', leadId: '2001', customerName: 'Erika Example' } as const;

/** What the agent's own login says of a call that `source` has shown so, read `ms` after it. */
function afterwards(phase: AgentPhase, ms = 2_000, source: StatusSource = 'screen') {
  const shown = agentIn(phase, { ...WHO, source, campaign: 'TESTCAMP', since: NOW - 60_000 });
  return readAgent(IN_CALL, shown, NOW + ms);
}

describe('a call whose agent screen is gone, read with the agent’s own login', () => {
  it.each([
    ['talking', 'talking'],
    ['customerGone', 'customerGone'],
    ['dialling', 'onCall'],
    ['onCall', 'onCall'],
  ] as const)('that was %s is %s, since the same moment and with the same customer', (phase, next) => {
    expect(afterwards(phase)).toMatchObject({
      ...{ ...WHO, phase: next, since: NOW - 60_000, campaign: 'TESTCAMP', source: 'recording' },
    });
  });

  it('keeps them with each reading that follows', () => {
    expect(readAgent(IN_CALL, afterwards('talking'), NOW + 32_000)).toMatchObject({ ...WHO, phase: 'talking' });
  });

  it.each([
    ['nobody has looked for so long that it may be the next one', 45_001, 'screen'],
    ['another login told of it: the screen, wherever it is, may have gone on to the next one', 2_000, 'agentStatus'],
  ] as const)('is a call of which nothing is known where %s', (_, ms, source) => {
    const read = afterwards('talking', ms, source);
    expect(read).toMatchObject({ phase: 'onCall', phoneNumber: null, customerName: null, since: NOW + ms });
    expect(read).not.toHaveProperty('leadId');
  });

  it('is over with the reading that says so: the next one has nothing of it', () => {
    const free = readAgent({ ...IN_CALL, liveStatus: 'READY' }, afterwards('talking'), NOW + 4_000);
    expect([free.phoneNumber, readAgent(IN_CALL, free, NOW + 6_000).phoneNumber]).toEqual([null, null]);
  });

  it.each([
    ['talking', 'talking', 'talking'],
    ['ringing', 'dialling', 'onCall'],
  ] as const)('that was dialled here and was %s goes on where it stood', (step, phase, next) => {
    const dial = dialIn(step, { stepSince: NOW - 60_000, leadId: '2001' });
    const { dial: after } = reduceDial(dial, { type: 'agent', agent: afterwards(phase), now: NOW + 2_000 });
    expect(after).toMatchObject({ step: next, stepSince: NOW - 60_000, leadId: '2001' });
  });
});
