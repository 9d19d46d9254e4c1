import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type LiveAgent, type ManualClock, manualClock, newRow, type World } from '../world.ts';
import { parseCallPlan } from './call-plan.ts';
import { createTelephone, type Telephone } from './telephone.ts';

let world: World;
let clock: ManualClock;
let telephone: Telephone;
let agent: LiveAgent;

beforeEach(() => {
  world = createWorld({ system: [{}], agent_sessions: [{ user: '1000', extension: 'SIP/cc100' }] });
  clock = manualClock();
  telephone = createTelephone(world, clock);
  agent = newRow('live_agents', { user: '1000', status: 'INCALL' });
  world.live_agents.push(agent);
});

function call(number: string, callId = `M${number}`) {
  agent.callerid = callId;
  world.live_calls.push(newRow('live_calls', { callerid: callId, phone_number: number }));
  telephone.dial({ callId, user: '1000', number });
  return callId;
}

describe('a trunk call', () => {
  it('rings for 2 s and is answered, on the call row and on the agent row', () => {
    const callId = call('17275551212');
    clock.advance(1999);
    expect([telephone.stateOf(callId), agent.channel]).toEqual(['ringing', '']);
    clock.advance(1);
    expect(telephone.stateOf(callId)).toBe('answered');
    expect(agent.channel).toMatch(/^SIP\/trunk-/);
    expect(world.live_calls[0]).toMatchObject({ channel: agent.channel, uniqueid: agent.uniqueid });
    clock.advance(3_600_000);
    expect(telephone.stateOf(callId)).toBe('answered');
  });

  it.each([
    ['noAnswer rings on', { outcome: 'noAnswer' }, 'ringing', 1],
    ['busy is busy, and the call row stays', { outcome: 'busy' }, 'busy', 1],
    ['a talkative customer talks', { talkMs: 20_000 }, 'answered', 1],
    ['a short one has hung up, and the call row is gone', { talkMs: 5000 }, null, 0],
    ['a slow one still rings', { ringMs: 11_000 }, 'ringing', 1],
  ] as const)('%s', (_what, plan, state, rows) => {
    telephone.setPlan('(727) 555-1212', plan);
    const callId = call('17275551212');
    clock.advance(10_000);
    expect(telephone.stateOf(callId)).toBe(state);
    expect(world.live_calls).toHaveLength(rows);
  });

  it('follows the default plan where its number has none', () => {
    telephone.setDefaultPlan({ ringMs: 500 });
    telephone.setPlan('7275551212', { outcome: 'busy' });
    const callId = call('14155550100');
    clock.advance(500);
    expect(telephone.stateOf(callId)).toBe('answered');
  });

  it('is answered and ended by a test, by number or call id, and only once', () => {
    telephone.setDefaultPlan({ outcome: 'noAnswer' });
    const callId = call('17275551212');
    expect(telephone.answer('4155550100')).toBe(0);
    expect(telephone.hangUpCustomer(callId)).toBe(0);
    expect(telephone.answer('7275551212')).toBe(1);
    expect(telephone.answer()).toBe(0);
    expect(telephone.hangUpCustomer(callId)).toBe(1);
    expect(telephone.hangUpCustomer()).toBe(0);
    expect(world.live_calls).toEqual([]);
  });

  it('is over for good when the dialer hangs up: nobody answers later', () => {
    const callId = call('17275551212');
    telephone.hangUp(callId);
    clock.advance(10_000);
    expect(telephone.calls()).toEqual([]);
    expect(agent.channel).toBe('');
  });

  it('does not touch an agent who has another call by now', () => {
    call('17275551212', 'M1');
    agent.callerid = 'M2';
    clock.advance(2000);
    expect(agent.channel).toBe('');
  });

  it('and its plan are forgotten on reset', () => {
    telephone.setPlan('7275551212', { outcome: 'busy' });
    call('17275551212');
    telephone.reset();
    clock.advance(10_000);
    expect(telephone.calls()).toEqual([]);
    const callId = call('17275551212');
    clock.advance(2000);
    expect(telephone.stateOf(callId)).toBe('answered');
  });
});

describe("an agent's phone", () => {
  const { phones } = { phones: () => telephone.phones };

  it('on the desk joins a moment after it is rung', () => {
    phones().ring('1000');
    expect([phones().isRinging('1000'), phones().isInSession('1000')]).toEqual([true, false]);
    clock.advance(500);
    expect([phones().isRinging('1000'), phones().isInSession('1000')]).toEqual([false, true]);
  });

  it('in a page hears nothing before it has registered, and is out when its page goes', () => {
    phones().setRule('1000', 'webphone');
    phones().ring('1000');
    clock.advance(5000);
    phones().register('1000');
    clock.advance(5000);
    expect(phones().isInSession('1000')).toBe(false);
    phones().ring('1000');
    clock.advance(500);
    expect(phones().isInSession('1000')).toBe(true);
    phones().unregister('1000');
    expect(phones().isInSession('1000')).toBe(false);
  });

  it('that always or never joins does so without being asked', () => {
    phones().setRule('1000', 'always');
    expect(phones().isInSession('1000')).toBe(true);
    phones().setRule('1000', 'never');
    phones().ring('1000');
    clock.advance(5000);
    expect(phones().isInSession('1000')).toBe(false);
  });

  it('is rung by an order of call_agent, once per order', () => {
    const order = { callerid: 'S2611201600008600051', cmd_line_b: 'Channel: SIP/cc100' };
    world.manager.push(newRow('manager', { man_id: '1', status: 'NEW', ...order }));
    world.changed('manager', '1');
    expect(phones().isRinging('1000')).toBe(true);
    clock.advance(500);
    phones().leave('1000');
    world.changed('manager', '1');
    clock.advance(500);
    expect(phones().isInSession('1000')).toBe(false);
  });

  it.each([
    ['another phone', { status: 'NEW', callerid: 'S1', cmd_line_b: 'Channel: SIP/cc1001' }],
    ['a call to a customer', { status: 'NEW', callerid: 'M1', cmd_line_b: 'Channel: SIP/cc100' }],
    ['an order already carried out', { status: 'DEAD', callerid: 'S1', cmd_line_b: 'Channel: SIP/cc100' }],
  ])('is not rung by %s', (_what, columns) => {
    world.manager.push(newRow('manager', { man_id: '1', ...columns }));
    world.changed('manager', '1');
    expect(phones().isRinging('1000')).toBe(false);
  });
});

describe('parseCallPlan', () => {
  it('reads what is there', () => {
    expect(parseCallPlan({ number: '1' })).toEqual({});
    expect(parseCallPlan({ outcome: 'busy', ringMs: 0, talkMs: null })).toEqual({
      outcome: 'busy',
      ringMs: 0,
      talkMs: null,
    });
  });

  it.each([[{ outcome: 'maybe' }], [{ ringMs: '2' }], [{ ringMs: -1 }], [{ talkMs: 'long' }]])(
    'refuses %j',
    (fields) => {
      expect(() => parseCallPlan(fields)).toThrow();
    },
  );
});
