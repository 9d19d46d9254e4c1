import { describe, expect, it } from 'vitest';
import { withAsked } from '../../../lib/agent/call/asked-phase.ts';
import { whyNotNow } from '../../../lib/agent/call/call-actions.ts';
import type { AgentPhase, AgentState } from '../../../lib/agent/state/agent-state.ts';
import { describePhase } from '../../../lib/messages/describe.ts';
import { agentIn, NOW, screenIn } from '../agent/dials.ts';
import { setUpCalls, WISH } from './call-rig.ts';

describe('one command for the call', () => {
  it.each([
    [{ action: 'park' }, ['park', 'PARK_CUSTOMER']],
    [{ action: 'dtmf', tones: '12*#' }, ['sendDtmf', '12*#']],
    [
      { action: 'blindTransfer', number: '7275551313' },
      ['transfer', { action: 'BLIND_TRANSFER', phoneNumber: '7275551313' }],
    ],
    [
      { action: 'threeWay', number: '7275551313' },
      ['transfer', { action: 'DIAL_WITH_CUSTOMER', phoneNumber: '7275551313' }],
    ],
    [
      { action: 'ingroupTransfer', ingroup: 'SALESLINE' },
      ['transfer', { action: 'LOCAL_CLOSER', ingroup: 'SALESLINE' }],
    ],
    [{ action: 'startRecording' }, ['recording', 'START']],
  ] as const)('%j', async (request, expected) => {
    const { calls, asked, readings, details } = await setUpCalls('talking');
    expect((await calls.control(request)).ok).toBe(true);
    expect(asked).toEqual([expected]);
    // What came of it may be a parked customer, which the agent screen does not tell from a call.
    expect([readings(), details]).toEqual([0, [2_500]]);
  });

  it.each([
    ['parked', { action: 'grab' }, ['park', 'GRAB_CUSTOMER']],
    ['threeWay', { action: 'leaveThreeWay' }, ['transfer', { action: 'LEAVE_3WAY_CALL' }]],
    ['threeWay', { action: 'hangUpThird' }, ['transfer', { action: 'HANGUP_XFER' }]],
    ['talking', { action: 'stopRecording' }, ['recording', 'STOP']],
    ['previewing', { action: 'previewDial' }, ['preview', 'DIALONLY']],
    ['previewing', { action: 'previewSkip' }, ['preview', 'SKIP']],
    ['previewing', { action: 'previewAlternative' }, ['preview', 'ALTDIAL']],
    ['paused', { action: 'logOut' }, ['logout']],
  ] as const)('of who is %s: %j', async (phase, request, expected) => {
    const { calls, asked } = await setUpCalls(phase);
    expect((await calls.control(request)).ok).toBe(true);
    expect(asked).toEqual([expected]);
  });

  it('previewed in a campaign that refuses it is previewed no more', async () => {
    const { calls, store } = await setUpCalls('previewing', ['preview'], undefined, [], { code: 'previewNotAllowed' });
    expect((await calls.control({ action: 'previewDial' })).ok).toBe(false);
    expect(store.current().noPreviewsIn).toEqual({ campaign: store.current().agent.campaign });
  });

  it('logs out only after what would pause him, or make him ready, has ended', async () => {
    const { calls, before, asked } = await setUpCalls('paused');
    await calls.control({ action: 'park' });
    expect(before).toEqual([]);
    const logOut = calls.control({ action: 'logOut' });
    expect(asked).toEqual([]);
    await logOut;
    expect(before).toEqual(['logOut']);
  });

  it.each([
    [screenIn({}), 1_200],
    [screenIn({ isHidden: true }), 2_500],
    [screenIn({ isAlive: false }), 2_500],
    [null, 2_500],
  ] as const)('is looked after once the screen %j has taken it', async (screen, ms) => {
    const { calls, store, details } = await setUpCalls('talking');
    await store.update({ screen });
    await calls.control({ action: 'park' });
    expect(details).toEqual([ms]);
  });

  it('that would have no effect is not sent, and says why', async () => {
    const { calls, asked } = await setUpCalls('paused');
    expect(await calls.control({ action: 'park' })).toEqual({
      ok: false,
      failure: { code: 'notNow', reason: 'noCall' },
    });
    expect(asked).toEqual([]);
  });

  it.each([
    ['park', 'grab'],
    ['threeWay', 'leaveThreeWay'],
  ] as const)('%s is remembered, so that it can be taken back by %s though no reading tells it', async (begin, end) => {
    const { calls, store, clock } = await setUpCalls('talking');
    const request = begin === 'park' ? { action: begin } : { action: begin, number: '7275551313' };
    expect(await calls.control({ action: end })).toMatchObject({ ok: false, failure: { code: 'notNow' } });
    await calls.control(request);
    await calls.agentRead(agentIn('talking', { source: 'screen' }));
    expect(store.current().askedPhase).toMatchObject({ at: NOW });
    clock.now += 2_500;
    expect((await calls.control({ action: end })).ok).toBe(true);
    expect(store.current().askedPhase).toBeNull();
  });

  it.each([
    [{ action: 'park' }, 'park', 'grab', 'phaseMayBeParked'],
    [{ action: 'threeWay', number: '7275551313' }, 'transfer', 'hangUpThird', 'phaseTalking'],
  ] as const)('%j without an answer can be taken back by %s, and is told as no more than it is', async (...row) => {
    const [request, sent, back, key] = row;
    const { calls, store } = await setUpCalls('talking', [], undefined, [sent]);
    expect((await calls.control(request)).ok).toBe(false);
    const shown = withAsked(store.current().agent, store.current().askedPhase);
    expect(describePhase(shown.phase, shown).key).toBe(key);
    const offered = [back, 'blindTransfer', 'leaveThreeWay'] as const;
    expect(offered.map((action) => whyNotNow(action, shown))).toEqual([null, null, 'notThreeWay']);
  });

  it('that is refused leaves what was asked meanwhile, and what a reading has told', async () => {
    const { calls, store } = await setUpCalls('talking', ['park', 'sendDtmf']);
    await Promise.all([calls.control({ action: 'park' }), calls.control({ action: 'dtmf', tones: '1' })]);
    expect(store.current().askedPhase).toBeNull();
  });

  it('is stored before it is sent, in case the worker dies on the way', async () => {
    const { calls, store, asked } = await setUpCalls('talking');
    const whenSent: unknown[] = [];
    store.onChange(({ askedPhase }) => void whenSent.push([askedPhase?.phase, asked.length]));
    await calls.control({ action: 'park' });
    expect(whenSent).toEqual([
      ['parked', 0],
      ['parked', 1],
    ]);
  });

  it('that was refused is not remembered, and a call that ends takes along what was', async () => {
    const { calls, store } = await setUpCalls('talking', ['transfer']);
    await calls.control({ action: 'threeWay', number: '7275551313' });
    expect(store.current().askedPhase).toBeNull();
    await calls.control({ action: 'park' });
    expect(store.current().askedPhase).not.toBeNull();
    await calls.agentRead(agentIn('wrapUp'));
    expect(store.current().askedPhase).toBeNull();
  });

  it('that VICIdial refuses says which', async () => {
    const { calls } = await setUpCalls('onCall', ['transfer']);
    expect(await calls.control({ action: 'threeWay', number: '7275551313' })).toEqual({
      ok: false,
      failure: { code: 'vicidial', command: 'threeWay', failure: { code: 'noLiveCall' } },
    });
  });

  it('that cannot be taken back is sent once for two presses, and not for a call that was not meant', async () => {
    const { calls, asked } = await setUpCalls('previewing');
    const skips = await Promise.all([
      calls.control({ action: 'previewSkip' }),
      calls.control({ action: 'previewSkip' }),
    ]);
    expect(skips.map(({ ok }) => ok)).toEqual([true, true]);
    expect(asked).toEqual([['preview', 'SKIP']]);
    const meant = { inWrapUp: false, phoneNumber: '4155550132' };
    const other = await setUpCalls('talking');
    other.truth.phoneNumber = '2125550199';
    await other.read('talking', { phoneNumber: '2125550199' });
    expect(
      await other.calls.control({ action: 'blindTransfer', number: '9005551234', confirmed: true, meant }),
    ).toMatchObject({
      failure: { code: 'notNow', reason: 'otherCall' },
    });
    expect(other.asked).toEqual([]);
    expect(await other.calls.control({ action: 'startRecording', meant })).toMatchObject({
      failure: { code: 'notNow', reason: 'otherCall' },
    });
    expect(other.asked).toEqual([]);
  });

  it('dials the next lead at once after one that was skipped', async () => {
    const { calls, asked, read } = await setUpCalls('previewing');
    await calls.agentRead(agentIn('previewing'));
    await calls.control({ action: 'previewSkip' });
    expect(await calls.control({ action: 'previewDial' })).toMatchObject({ failure: { reason: 'justSent' } });
    for (const phase of ['paused', 'previewing'] as const) {
      await read(phase);
      await calls.agentRead(agentIn(phase));
    }
    expect(await calls.control({ action: 'previewDial' })).toMatchObject({ ok: true });
    expect(asked).toEqual([
      ['preview', 'SKIP'],
      ['preview', 'DIALONLY'],
    ]);
  });

  it('counts the queue', async () => {
    const { calls } = await setUpCalls('paused');
    expect(await calls.queueCount()).toEqual({ ok: true, value: 3 });
  });
});

describe('what was read some time ago', () => {
  it('refuses nothing: it is read again first', async () => {
    const { calls, store, truth, asked } = await setUpCalls('paused');
    await store.update({ agent: agentIn('paused', { readAt: NOW - 2_001 }) });
    truth.phase = 'talking';
    expect((await calls.control({ action: 'park' })).ok).toBe(true);
    expect(asked).toEqual([['park', 'PARK_CUSTOMER']]);
    await store.update({ agent: agentIn('paused', { readAt: NOW - 2_001 }) });
    expect((await calls.finish(WISH)).ok).toBe(true);
  });

  it('still refuses when it is so, and what is fresh is not read again', async () => {
    const { calls, store, truth } = await setUpCalls('paused');
    await store.update({ agent: agentIn('talking', { readAt: NOW - 2_001 }) });
    truth.phase = 'paused';
    expect(await calls.control({ action: 'grab' })).toMatchObject({ failure: { code: 'notNow', reason: 'noCall' } });
    truth.phase = 'talking';
    expect(await calls.control({ action: 'park' })).toMatchObject({ failure: { code: 'notNow', reason: 'noCall' } });
  });
});

describe('what the agent screen shows as talking', () => {
  const onScreen = async (phase: 'parked' | 'threeWay', truth: AgentPhase) => {
    const set = await setUpCalls(phase);
    await set.store.update({ agent: agentIn(phase, { source: 'screen' }), screen: screenIn({ phase: 'talking' }) });
    set.truth.phase = truth;
    return set;
  };

  it('is asked of the server before a control is refused for it', async () => {
    const { calls, asked, detailed } = await onScreen('parked', 'talking');
    expect((await calls.control({ action: 'dtmf', tones: '1' })).ok).toBe(true);
    expect([asked, detailed()]).toEqual([[['sendDtmf', '1']], 1]);
  });

  it('is asked of the server before the agent leaves the customer to a third who may have gone', async () => {
    const { calls, asked } = await onScreen('threeWay', 'talking');
    expect(await calls.control({ action: 'leaveThreeWay' })).toEqual({
      ok: false,
      failure: { code: 'notNow', reason: 'notThreeWay' },
    });
    expect(asked).toEqual([]);
  });

  it('is not asked for what works either way', async () => {
    const { calls, detailed } = await onScreen('threeWay', 'threeWay');
    expect((await calls.control({ action: 'dtmf', tones: '1' })).ok).toBe(true);
    expect(detailed()).toBe(0);
  });
});

describe('a call that was given to somebody else', () => {
  it.each([
    [{ action: 'blindTransfer', number: '7275551313' }, '7275551313'],
    [{ action: 'ingroupTransfer', ingroup: 'SALESLINE' }, 'SALESLINE'],
    [{ action: 'leaveThreeWay' }, null],
  ] as const)('is told to be that until its wrap-up is over: %j', async (request, to) => {
    const { calls, store } = await setUpCalls(request.action === 'leaveThreeWay' ? 'threeWay' : 'talking');
    expect((await calls.control(request)).ok).toBe(true);
    const told = async (phase: AgentPhase, change: Partial<AgentState> = {}) => {
      await calls.agentRead(agentIn(phase, { readAt: NOW + 2_000, ...change }));
      return store.current().handedOver?.to;
    };
    expect(await told('talking')).toBe(to);
    expect(await told('wrapUp')).toBe(to);
    expect(await told('paused', { mayBeWrapUp: true })).toBe(to);
    expect(await told('wrapUp', { readAt: NOW + 60_000 })).toBe(to);
    expect(await told('ready')).toBeUndefined();
  });

  it('is not told where the dialer refused, where the call goes on, or where another is there', async () => {
    const transfer = { action: 'blindTransfer', number: '7275551313' } as const;
    const refused = await setUpCalls('talking', ['transfer'], undefined, [], { code: 'threeWayActive' });
    await refused.calls.control(transfer);
    expect(refused.store.current().handedOver).toBeNull();
    for (const next of [{ readAt: NOW + 11_000 }, { readAt: NOW + 2_000, phoneNumber: '3125550100' }]) {
      const { calls, store, truth } = await setUpCalls('talking');
      truth.phoneNumber = '7275551212';
      await store.update({ agent: agentIn('talking', { phoneNumber: '7275551212' }) });
      await calls.control(transfer);
      expect(store.current().handedOver).not.toBeNull();
      await calls.agentRead(agentIn('talking', next));
      expect(store.current().handedOver).toBeNull();
    }
  });
});
