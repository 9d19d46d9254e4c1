import { describe, expect, it } from 'vitest';
import { askedAfter, askedByNow, withAsked } from '../../../lib/agent/asked-phase.ts';
import { agentIn, NOW } from './dials.ts';

const HELD = { phase: 'parked', at: NOW } as const;
const THIRD = { phase: 'threeWay', at: NOW } as const;

describe('what is remembered of a command that the dialer took', () => {
  it.each([
    ['park', null, { phase: 'parked', at: NOW + 1 }],
    ['threeWay', null, { phase: 'threeWay', at: NOW + 1 }],
    ['grab', HELD, null],
    ['leaveThreeWay', THIRD, null],
    ['hangUpThird', THIRD, null],
    ['ingroupTransfer', HELD, null],
    ['record', HELD, HELD],
    ['dtmf', THIRD, THIRD],
  ] as const)('%s after %j', (action, before, after) => {
    expect(askedAfter(action, before, NOW + 1)).toEqual(after);
  });
});

describe('what a reading leaves of it', () => {
  it.each([
    ['the agent screen shows the call', HELD, agentIn('talking', { source: 'screen' }), HELD],
    ['the own login shows the call', HELD, agentIn('onCall', { source: 'recording' }), HELD],
    ['the server says so too', HELD, agentIn('parked'), HELD],
    ['the server was read before the screen could act', HELD, agentIn('talking', { readAt: NOW + 4_000 }), HELD],
    ['the server says that the customer is back', HELD, agentIn('talking', { readAt: NOW + 6_000 }), null],
    ['the server knows no third line', THIRD, agentIn('talking', { readAt: NOW + 60_000 }), THIRD],
    ['the customer is gone', HELD, agentIn('customerGone'), null],
    ['the call is over', THIRD, agentIn('wrapUp', { source: 'screen' }), null],
    ['the next call rings', THIRD, agentIn('dialling'), null],
    ['nothing was asked', null, agentIn('talking'), null],
  ] as const)('%s', (_, asked, agent, left) => {
    expect(askedByNow(asked, agent)).toBe(left);
  });
});

describe('the agent as he is shown', () => {
  it('has the phase that was asked for since then, where nobody says another', () => {
    expect(withAsked(agentIn('talking', { source: 'screen' }), HELD)).toMatchObject({ phase: 'parked', since: NOW });
    expect(withAsked(agentIn('onCall'), THIRD).phase).toBe('threeWay');
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
