import { describe, expect, it } from 'vitest';
import { agentIn, dialIn, NOW, STEPS } from '../agent/dials.ts';
import { setUpCalls, WISH } from './call-rig.ts';

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
