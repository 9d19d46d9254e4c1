import { describe, expect, it } from 'vitest';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import { agentIn, dialIn, NOW, STEPS, screenIn } from '../agent/dials.ts';
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
    [{ action: 'park' }, 'park', 'parked'],
    [{ action: 'threeWay', number: '7275551313' }, 'transfer', 'threeWay'],
  ] as const)('%j without an answer can be taken back all the same', async (request, sent, phase) => {
    const { calls, store } = await setUpCalls('talking', [], undefined, [sent]);
    expect((await calls.control(request)).ok).toBe(false);
    expect(store.current().askedPhase).toMatchObject({ phase });
  });

  it('is stored before it is sent, in case the worker dies on the way', async () => {
    const { calls, store, asked } = await setUpCalls('talking');
    const whenSent: unknown[] = [];
    store.onChange(({ askedPhase }) => void whenSent.push([askedPhase?.phase, asked.length]));
    await calls.control({ action: 'park' });
    expect(whenSent).toEqual([['parked', 0]]);
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

describe('what would do another customer harm', () => {
  const OLD = { readAt: NOW - 2_001, phoneNumber: '7275551212' };

  it.each([
    ['finish', 'wrapUp', 'talking', '7275551212'],
    ['finish', 'wrapUp', 'dialling', null],
    ['finish', 'talking', 'talking', '2125550187'],
    ['blindTransfer', 'talking', 'talking', '2125550187'],
    ['previewSkip', 'previewing', 'previewing', '2125550187'],
  ] as const)('%s meant in %s, and by now it is %s with %s: not sent', async (action, meant, phase, phoneNumber) => {
    const { calls, store, truth, asked } = await setUpCalls(meant);
    await store.update({ agent: agentIn(meant, OLD) });
    Object.assign(truth, { phase, phoneNumber });
    const answer =
      action === 'finish'
        ? await calls.finish(WISH)
        : await calls.control(action === 'blindTransfer' ? { action, number: '7275551313' } : { action });
    expect(answer).toEqual({ ok: false, failure: { code: 'notNow', reason: 'otherCall' } });
    expect(asked).toEqual([]);
  });

  it('is measured by the call for which the form was opened, where that is told', async () => {
    const { calls, store, asked } = await setUpCalls('talking');
    await store.update({ agent: agentIn('talking', { phoneNumber: '2125550187' }) });
    const meant = { inWrapUp: false, phoneNumber: '+17275551212' };
    expect(await calls.finish({ ...WISH, meant })).toMatchObject({ failure: { reason: 'otherCall' } });
    expect(asked).toEqual([]);
    expect((await calls.finish({ ...WISH, meant: { ...meant, phoneNumber: '+12125550187' } })).ok).toBe(true);
  });

  it.each(STEPS)('logs nobody out of the dialer over a call that may still be placed: %s', async (step) => {
    const { calls, store, asked } = await setUpCalls('paused');
    await store.update({ dial: dialIn(step) });
    const isOver = ['ended', 'refused', 'unknown', 'cancelled'].includes(step);
    expect(await calls.control({ action: 'logOut' })).toEqual(
      isOver ? { ok: true, value: null } : { ok: false, failure: { code: 'notNow', reason: 'callWaiting' } },
    );
    expect(asked).toEqual(isOver ? [['logout']] : []);
  });

  it('logs nobody out over a call that was asked for while his state was read', async () => {
    const { calls, store, asked } = await setUpCalls('paused');
    await store.update({ agent: agentIn('paused', OLD) });
    const leaving = calls.control({ action: 'logOut' });
    await store.update({ dial: dialIn('readingStatus') });
    expect(await leaving).toMatchObject({ failure: { reason: 'callWaiting' } });
    expect(asked).toEqual([]);
  });

  it.each(['finish', 'logOut', 'blindTransfer', 'park'] as const)(
    'where the dialer answers no reading: %s',
    async (action) => {
      const { calls, store, truth, asked } = await setUpCalls('talking');
      await store.update({ agent: agentIn(action === 'logOut' ? 'paused' : 'talking', OLD) });
      truth.isSilent = true;
      const send = {
        finish: () => calls.finish(WISH),
        logOut: () => calls.control({ action: 'logOut' }),
        blindTransfer: () => calls.control({ action: 'blindTransfer', number: '7275551313' }),
        park: () => calls.control({ action: 'park' }),
      };
      const isSent = action === 'park';
      expect(await send[action]()).toMatchObject(
        isSent ? { ok: true } : { failure: { code: 'notNow', reason: 'notRead' } },
      );
      expect(asked).toHaveLength(isSent ? 1 : 0);
    },
  );

  it.each(['finish', 'logOut'] as const)('%s, allowed by what was read long ago, is read first', async (action) => {
    const { calls, store, truth, asked } = await setUpCalls('talking');
    await store.update({ agent: agentIn(action === 'finish' ? 'wrapUp' : 'paused', OLD) });
    truth.phase = action === 'finish' ? 'ready' : 'talking';
    expect((await (action === 'finish' ? calls.finish(WISH) : calls.control({ action }))).ok).toBe(false);
    expect(asked).toEqual([]);
  });
});
