import { describe, expect, it } from 'vitest';
import { askedAfter, askedByNow, withAsked } from '../../../lib/agent/call/asked-phase.ts';
import { whyNotNow } from '../../../lib/agent/call/call-actions.ts';
import { describePhase } from '../../../lib/messages/describe.ts';
import { agentIn, NOW } from './dials.ts';

const ITS_CALL = { at: NOW, seenAt: NOW, phoneNumber: '4155550132' } as const;
const HELD = { phase: 'parked', ...ITS_CALL } as const;
const THIRD = { phase: 'threeWay', ...ITS_CALL } as const;
const OF_LEAD = { ...THIRD, leadId: '2001' } as const;

describe('what is remembered of a command that the dialer took', () => {
  it.each([
    ['park', null, { ...HELD, at: NOW + 1, seenAt: NOW + 1 }],
    ['threeWay', null, { ...THIRD, at: NOW + 1, seenAt: NOW + 1 }],
    ['grab', HELD, null],
    ['leaveThreeWay', THIRD, null],
    ['hangUpThird', THIRD, { ...THIRD, isEnding: true }],
    ['hangUpThird', null, null],
    ['ingroupTransfer', HELD, null],
    ['record', HELD, HELD],
    ['dtmf', THIRD, THIRD],
  ] as const)('%s after %j', (action, before, after) => {
    const agent = agentIn('talking', { phoneNumber: '4155550132' });
    expect(askedAfter(action, before, agent, NOW + 1)).toEqual(after);
  });
});

describe('what a reading leaves of it', () => {
  it.each([
    ['the agent screen shows the call', HELD, agentIn('talking', { source: 'screen' }), HELD],
    ['the own login shows the call', HELD, agentIn('onCall', { source: 'recording' }), HELD],
    ['the server says so too', HELD, agentIn('parked'), HELD],
    ['the server was read before the screen could act', HELD, agentIn('talking', { readAt: NOW + 4_000 }), HELD],
    ['the server says that the customer is back', HELD, agentIn('talking', { readAt: NOW + 6_000 }), null],
    ['the server knows no third line', THIRD, agentIn('talking', { readAt: NOW + 14_000 }), THIRD],
    ['its number was corrected', OF_LEAD, agentIn('talking', { phoneNumber: '2125550199', leadId: '2001' }), OF_LEAD],
    ['the call is of another lead', OF_LEAD, agentIn('talking', { phoneNumber: '2125550199', leadId: '2002' }), null],
    ['the call has another number', THIRD, agentIn('talking', { phoneNumber: '2125550199' }), null],
    [
      'the call has the same number, with its calling code',
      HELD,
      agentIn('onCall', { phoneNumber: '14155550132' }),
      HELD,
    ],
    ['nobody looked for a while, and another call may be on', HELD, agentIn('onCall', { readAt: NOW + 46_000 }), null],
    ['the customer is gone', HELD, agentIn('customerGone'), null],
    ['the call is over', THIRD, agentIn('wrapUp', { source: 'screen' }), null],
    ['the next call rings', THIRD, agentIn('dialling'), null],
    ['nothing was asked', null, agentIn('talking'), null],
  ] as const)('%s', (_, asked, agent, left) => {
    expect(askedByNow(asked, agent)).toBe(left);
  });
});

it('lasts as long as the call is seen to go on', () => {
  let asked: ReturnType<typeof askedByNow> = HELD;
  for (let readAt = NOW; readAt < NOW + 600_000; readAt += 30_000)
    asked = askedByNow(asked, agentIn('onCall', { source: 'recording', readAt }));
  expect(asked).toMatchObject({ phase: 'parked', at: NOW });
});

describe('the agent as he is shown', () => {
  it('has the phase that was asked for since then, where nobody says another', () => {
    expect(withAsked(agentIn('talking', { source: 'screen' }), HELD)).toMatchObject({ phase: 'parked', since: NOW });
    expect(withAsked(agentIn('onCall'), THIRD).phase).toBe('threeWay');
  });

  it('may still have a third line that was to be hung up: while it rings that has no effect', () => {
    const shown = withAsked(agentIn('talking', { source: 'screen' }), { ...THIRD, isEnding: true });
    expect(shown).toMatchObject({ phase: 'talking', mayHaveThird: true });
    expect(whyNotNow('hangUpThird', shown)).toBeNull();
    expect(whyNotNow('leaveThreeWay', shown)).toBe('notThreeWay');
  });

  it('tells a third line that was asked for from one that is seen', () => {
    expect(describePhase('threeWay', withAsked(agentIn('talking'), THIRD)).key).toBe('phaseThirdLine');
    expect(describePhase('threeWay', withAsked(agentIn('threeWay'), THIRD)).key).toBe('phaseThreeWay');
  });

  it.each(['parked', 'customerGone', 'wrapUp', 'paused'] as const)('is left as he is: %s', (phase) => {
    const agent = agentIn(phase);
    expect(withAsked(agent, THIRD)).toBe(agent);
  });

  it('is left as he is where nothing was asked', () => {
    const agent = agentIn('talking');
    expect(withAsked(agent, null)).toBe(agent);
  });
});
