import { describe, expect, it } from 'vitest';
import { type FollowedCall, followCall, talkedMsOf } from '../../../lib/agent/call/followed-call.ts';
import type { AgentPhase, AgentState } from '../../../lib/agent/state/agent-state.ts';
import { agentIn, NOW } from './dials.ts';

const ONE = { phoneNumber: '+17275551212', leadId: '2001', campaign: 'TESTCAMP' };
const OTHER = { phoneNumber: '+17275551313', leadId: '2002', campaign: 'TESTCAMP' };

/** What is followed after readings of one second apart, and the calls that have ended on the way. */
function follow(...readings: readonly (readonly [AgentPhase, Partial<AgentState>?])[]) {
  let call: FollowedCall | null = null;
  const ended: FollowedCall[] = [];
  for (const [index, [phase, changes]] of readings.entries()) {
    const change = followCall(call, agentIn(phase, changes), NOW + index * 1000);
    call = change.call;
    if (change.ended) ended.push(change.ended);
  }
  return { call: call as FollowedCall | null, ended };
}

describe('a call', () => {
  it.each<AgentPhase>(['dialling', 'onCall', 'talking', 'parked', 'threeWay', 'customerGone', 'previewing'])(
    'is followed from %s on',
    (phase) => expect(follow(['paused'], [phase, ONE]).call?.facts.leadId).toBe('2001'),
  );

  it.each<AgentPhase>(['paused', 'ready', 'wrapUp', 'phoneRinging', 'notLoggedIn', 'unknown'])(
    'is not seen in %s',
    (phase) => expect(follow(['paused'], [phase, ONE]).call).toBeNull(),
  );

  it.each<AgentPhase>(['paused', 'ready', 'notLoggedIn', 'phoneRinging'])('ends once, in %s', (phase) => {
    const { call, ended } = follow(['talking', ONE], ['wrapUp', ONE], [phase], [phase]);
    expect(call).toBeNull();
    expect(ended.map(({ facts }) => facts.leadId)).toEqual(['2001']);
  });

  it('lasts over a wrap-up, also one that the own login shows as a pause, and while nothing is known', () => {
    const { call, ended } = follow(['talking', ONE], ['wrapUp', ONE], ['unknown'], ['paused', { mayBeWrapUp: true }]);
    expect([call?.startedAt, ended]).toEqual([NOW, []]);
  });

  it('that follows another at once ends that', () => {
    const { call, ended } = follow(['talking', ONE], ['talking', OTHER]);
    expect([call?.startedAt, call?.facts.leadId, ended[0]?.startedAt]).toEqual([NOW + 1000, '2002', NOW]);
  });

  it('with the same customer after a wrap-up is another', () => {
    const { call, ended } = follow(['talking', ONE], ['wrapUp', ONE], ['dialling', ONE]);
    expect([call?.startedAt, ended.length]).toEqual([NOW + 2000, 1]);
  });

  it('stays the same for a source that knows less, and keeps what was known', () => {
    const { call, ended } = follow(['dialling', { ...ONE, ingroup: 'Sales line' }], ['onCall', {}], ['talking', ONE]);
    expect([call?.startedAt, ended]).toEqual([NOW, []]);
    expect(call?.facts).toEqual({ ...ONE, ingroup: 'Sales line' });
  });

  it('is none that a lead was only previewed for', () => {
    expect(follow(['previewing', ONE], ['paused']).ended).toEqual([]);
    expect(follow(['previewing', ONE], ['dialling', ONE], ['wrapUp', ONE], ['paused']).ended).toHaveLength(1);
  });
});

describe('the time talked', () => {
  it('is that with the customer on the line', () => {
    const { ended } = follow(
      ['dialling', ONE],
      ['talking', ONE],
      ['parked', ONE],
      ['talking', ONE],
      ['wrapUp', ONE],
      ['paused'],
    );
    expect(talkedMsOf(ended[0]!, NOW + 60_000)).toBe(3_000);
  });

  it('goes on until now while he is there, and a clock that is set back takes nothing from it', () => {
    const { call } = follow(['talking', ONE], ['talking', ONE]);
    expect([talkedMsOf(call!, NOW + 9_000), talkedMsOf(call!, NOW - 9_000)]).toEqual([9_000, 0]);
  });

  it('is none of a call that nobody answered', () => {
    expect(talkedMsOf(follow(['dialling', ONE], ['wrapUp', ONE], ['ready']).ended[0]!, NOW + 9_000)).toBe(0);
  });
});
