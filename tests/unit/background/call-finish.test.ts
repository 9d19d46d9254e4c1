import { describe, expect, it } from 'vitest';
import { ok } from '../../../lib/result.ts';
import type { SessionStore } from '../../../lib/session/session-store.ts';
import { agentIn, dialIn, NOW } from '../agent/dials.ts';
import { setUpCalls, WISH } from './call-rig.ts';
import { fillUp, settle } from './rig.ts';

describe('finishing a call', () => {
  it('goes through its steps by itself and is followed to the end', async () => {
    const { calls, asked, store, read } = await setUpCalls('talking');
    await calls.finish(WISH);
    await settle();
    expect(asked.map(([name]) => name)).toEqual(['hangup', 'disposition']);
    await read('wrapUp');
    expect(store.current().finish?.step).toBe('awaitingFree');
    await read('ready');
    expect(store.current().finish?.step).toBe('done');
  });

  it('pressed twice is done once', async () => {
    const { calls, asked } = await setUpCalls('talking');
    await Promise.all([calls.finish(WISH), calls.finish(WISH)]);
    await settle();
    expect(asked.filter(([name]) => name === 'disposition')).toHaveLength(1);
  });

  it.each([
    ['another disposition', { status: 'DNC' }],
    ['another state afterwards', { afterCall: 'stayPaused' }],
    ['another pause code', { pauseCode: 'LUNCH' }],
    ['a call-back', { callback: { at: '2031-03-09 14:30:00', type: 'USERONLY', comments: '' } }],
  ] as const)('with %s while it is under way is refused: nothing would come of it', async (_, change) => {
    const { calls, asked, store } = await setUpCalls('talking');
    const first = calls.finish(WISH);
    expect(await calls.finish({ ...WISH, ...change })).toEqual({
      ok: false,
      failure: { code: 'notNow', reason: 'justSent' },
    });
    expect(await first).toEqual(ok(null));
    await settle();
    expect(asked.filter(([name]) => name === 'disposition').map(([, status]) => status)).toEqual(['SALE']);
    expect(store.current().finish).toMatchObject({ ...WISH });
  });

  it('goes its whole way although storage takes nothing more, and once', async () => {
    const { calls, asked, store, storage } = await setUpCalls('talking');
    fillUp(storage);
    await Promise.all([calls.finish(WISH), calls.finish(WISH)]);
    await settle();
    expect(asked.map(([name]) => name)).toEqual(['hangup', 'disposition']);
    await store.keep({ agent: agentIn('ready') });
    await calls.agentRead(agentIn('ready'));
    expect(store.current().finish?.step).toBe('done');
  });

  it('that stays paused sends the code of the pause that was asked for meanwhile, and takes its place', async () => {
    const { calls, asked, store, read } = await setUpCalls('talking');
    const pending = { kind: 'pause', pauseCode: 'LUNCH', afterCall: true } as const;
    await store.update({ pending });
    await calls.finish({ ...WISH, afterCall: 'stayPaused' });
    await settle();
    expect(store.current().pending).toBeNull();
    await read('wrapUp');
    const paused = agentIn('paused', { since: NOW, readAt: NOW + 3_000 });
    await store.update({ agent: paused });
    for (let times = 0; times < 4; times++) await calls.agentRead(paused);
    await settle();
    expect(asked.filter(([name]) => name === 'pauseCode')).toEqual([['pauseCode', 'LUNCH']]);
    expect(store.current().agent.pauseCode).toBe('LUNCH');
  });

  it('that was given no code takes none of the pause that waits', async () => {
    const { calls, store } = await setUpCalls('talking');
    await store.update({ pending: { kind: 'pause', pauseCode: 'LUNCH', afterCall: true } });
    await calls.finish({ ...WISH, afterCall: 'stayPaused', pauseCode: null });
    expect(store.current().finish?.pauseCode).toBeNull();
  });

  it('says when the code of its pause was refused', async () => {
    const { calls, store } = await setUpCalls('wrapUp', ['pauseCode']);
    await calls.finish({ ...WISH, afterCall: 'stayPaused', pauseCode: 'LUNCH' });
    await settle();
    const paused = agentIn('paused', { since: NOW, readAt: NOW + 3_000 });
    for (let times = 0; times < 4; times++) await calls.agentRead(paused);
    await settle();
    expect(store.current().problem).toMatchObject({ code: 'vicidial', command: 'pauseCode' });
  });

  it('that VICIdial refuses says so', async () => {
    const { calls, store } = await setUpCalls('wrapUp', ['disposition']);
    await calls.finish(WISH);
    await settle();
    expect(store.current().finish).toMatchObject({ step: 'failed', problem: { code: 'noLiveCall' } });
  });

  it('that VICIdial refuses still pauses the agent who then ends the call by hand', async () => {
    const wish = { ...WISH, afterCall: 'stayPaused', pauseCode: 'LUNCH' } as const;
    const { calls, store } = await setUpCalls('talking', ['hangup']);
    await calls.finish(wish);
    await settle();
    const held = { kind: 'pause', pauseCode: 'LUNCH', afterCall: true, isHeld: true };
    expect(store.current()).toMatchObject({ finish: { step: 'failed' }, pending: held, pendingSince: NOW });
    const next = await setUpCalls('talking', ['hangup']);
    await next.calls.finish({ ...WISH, afterCall: 'next' });
    await settle();
    expect(next.store.current()).toMatchObject({ finish: { step: 'failed' }, pending: null });
  });

  it('is taken up by the next worker', async () => {
    const first = await setUpCalls('talking');
    await first.calls.finish(WISH);
    await settle();
    const second = await setUpCalls('wrapUp', [], first.storage);
    await second.calls.restore();
    expect(second.readings()).toBe(1);
    await second.read('ready');
    expect(second.store.current().finish?.step).toBe('done');
  });

  it.each(['pausing', 'hangingUp', 'disposing'] as const)(
    'whose worker died while %s is not repeated: the agent may be with the next customer',
    async (step) => {
      const first = await setUpCalls('talking');
      await first.calls.finish(WISH);
      await settle();
      const { finish } = first.store.current();
      await first.store.update({ finish: finish && { ...finish, step } });
      const second = await setUpCalls('talking', [], first.storage);
      await second.calls.restore();
      await settle();
      expect(second.asked).toEqual([]);
      expect(second.store.current().finish?.step).toBe('failed');
    },
  );

  it('can be pressed for the next call while the last is still looked after', async () => {
    const { calls, asked, read } = await setUpCalls('talking');
    await calls.finish(WISH);
    await settle();
    await read('talking');
    await calls.finish({ ...WISH, status: 'NI' });
    await settle();
    expect(asked.filter(([name]) => name === 'disposition').map(([, status]) => status)).toEqual(['SALE', 'NI']);
  });

  it('does not work against an agent who dials again or chooses another state', async () => {
    const { calls, asked, store, read } = await setUpCalls('wrapUp');
    await calls.finish({ ...WISH, afterCall: 'stayPaused' });
    await settle();
    await store.update({ dial: dialIn('ringing', { startedAt: NOW + 1 }) });
    await read('ready');
    expect(asked.map(([name]) => name)).toEqual(['disposition']);
    expect(store.current().finish?.step).toBe('done');
  });

  it('in what may be a wrap-up sets the disposition, and leaves nothing of it', async () => {
    const { calls, asked, store } = await setUpCalls('paused');
    const left = agentIn('paused', { source: 'recording', mayBeWrapUp: true });
    await store.update({ agent: left });
    expect((await calls.finish({ ...WISH, afterCall: 'stayPaused' })).ok).toBe(true);
    await settle();
    expect(asked.map(([name]) => name)).toEqual(['disposition']);
    await calls.agentRead(left);
    expect(store.current().agent.mayBeWrapUp).toBeUndefined();
  });

  it.each([
    ['that came in a second after it', ['onCall']],
    ['that was dialled', []],
  ] as const)('leaves alone what may be the wrap-up of a later call %s', async (_, between) => {
    const { calls, store, read } = await setUpCalls('onCall');
    await calls.finish({ ...WISH, afterCall: 'stayPaused' });
    await settle();
    const left = { source: 'recording', mayBeWrapUp: true } as const;
    await read('paused', left);
    expect(store.current().agent.mayBeWrapUp).toBeUndefined();
    for (const phase of between) await read(phase);
    if (between.length === 0) await store.update({ dial: dialIn('ended', { id: 'later' }) });
    await read('paused', { ...left, since: NOW + 10_000 });
    expect(store.current().agent.mayBeWrapUp).toBe(true);
  });

  it.each([
    ['refused', 'awaitingFree'],
    ['cancelled', 'awaitingFree'],
    ['ringing', 'done'],
  ] as const)('is not ended by a dial that is %s, and by no clock that was set back', async (step, after) => {
    const { calls, store, clock, read } = await setUpCalls('wrapUp');
    await store.update({ dial: dialIn('ended', { startedAt: NOW }) });
    clock.now -= 3_600_000;
    await calls.finish(WISH);
    await settle();
    await read('wrapUp');
    expect(store.current().finish?.step).toBe('awaitingFree');
    await store.update({ dial: dialIn(step, { id: 'another' }) });
    await read('wrapUp');
    expect(store.current().finish?.step).toBe(after);
  });

  it('leaves the wrap-up where the answer to the disposition was lost, and says what is not confirmed', async () => {
    const { calls, store, read } = await setUpCalls('wrapUp', [], undefined, ['disposition']);
    await calls.finish({ ...WISH, afterCall: 'stayPaused', pauseCode: 'LUNCH' });
    await settle();
    const left = { source: 'recording', mayBeWrapUp: true } as const;
    for (let times = 0; times < 9; times++) await read('paused', left);
    expect(store.current()).toMatchObject({
      agent: { mayBeWrapUp: true },
      finish: { step: 'failed', problem: { code: 'notConfirmed' } },
      pending: { kind: 'pause', pauseCode: 'LUNCH', isHeld: true },
    });
    await read('paused');
    expect(store.current().finish).toBeNull();
  });

  it.each([
    ['came in', async () => {}],
    ['was dialled', async (store: SessionStore) => store.update({ dial: dialIn('talking', { id: 'later' }) })],
  ] as const)('that failed is not told beside the next call, which %s', async (_, begin) => {
    const { calls, store, read } = await setUpCalls('onCall', ['disposition']);
    await calls.finish(WISH);
    await settle();
    await read('paused', { source: 'recording', mayBeWrapUp: true });
    expect(store.current().finish?.step).toBe('failed');
    await begin(store);
    await read('onCall');
    expect(store.current().finish).toBeNull();
  });

  it('that was refused is told for as long as the agent may be in wrap-up', async () => {
    const { calls, store, read } = await setUpCalls('wrapUp', ['disposition']);
    await calls.finish(WISH);
    await settle();
    await read('paused', { mayBeWrapUp: true });
    expect(store.current().finish?.step).toBe('failed');
    await read('paused');
    expect(store.current().finish).toBeNull();
  });

  it('stores itself and takes the pause that waited in one write', async () => {
    const { calls, store } = await setUpCalls('talking');
    await store.update({ pending: { kind: 'pause', pauseCode: 'LUNCH', afterCall: true, isHeld: true } });
    const seen: boolean[] = [];
    store.onChange(({ pending, finish }) => void seen.push(pending !== null || finish !== null));
    await calls.finish({ ...WISH, afterCall: 'stayPaused' });
    expect(seen.every(Boolean)).toBe(true);
    expect(seen.length).toBeGreaterThan(0);
  });

  it('meant in what may be a wrap-up is not sent into the next call', async () => {
    const { calls, asked, store, truth } = await setUpCalls('paused');
    await store.update({ agent: agentIn('paused', { mayBeWrapUp: true, readAt: NOW - 2_001 }) });
    truth.phase = 'talking';
    expect(await calls.finish(WISH)).toMatchObject({ ok: false, failure: { reason: 'otherCall' } });
    expect(asked).toEqual([]);
  });

  it('without a call is refused', async () => {
    const { calls } = await setUpCalls('ready');
    expect(await calls.finish(WISH)).toEqual({ ok: false, failure: { code: 'notNow', reason: 'noCall' } });
  });
});
