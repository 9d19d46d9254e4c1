import { describe, expect, it } from 'vitest';
import { createCallControl } from '../../../lib/background/dialling/call-control.ts';
import { ok } from '../../../lib/result.ts';
import { NOW } from '../agent/dials.ts';
import { createClient, setUpCalls, WISH } from './call-rig.ts';
import { settle } from './rig.ts';

describe('a call-back in the past', () => {
  const HOUR_MS = 3_600_000;
  const at = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
  const callBackAt = (ms: number) => ({
    ...{ ...WISH, status: 'CALLBK' },
    callback: { at: at(ms), type: 'USERONLY', comments: '' } as const,
  });

  it('is refused before anything is sent, also while the dialer’s clock is not known', async () => {
    const { calls, asked, store } = await setUpCalls('talking');
    expect(await calls.finish(callBackAt(NOW - 48 * HOUR_MS))).toEqual({
      ok: false,
      failure: { code: 'callbackPast' },
    });
    await settle();
    expect(asked).toEqual([]);
    expect(store.current().finish).toBeNull();
  });

  it('is one by the dialer’s clock where that was read', async () => {
    const { calls, asked, store } = await setUpCalls('wrapUp');
    const { connection } = store.current();
    await store.update({ connection: connection && { ...connection, clockAheadMs: -5 * HOUR_MS } });
    expect(await calls.finish(callBackAt(NOW - 7 * HOUR_MS))).toMatchObject({ failure: { code: 'callbackPast' } });
    expect(asked).toEqual([]);
    expect(await calls.finish(callBackAt(NOW - 4 * HOUR_MS))).toEqual(ok(null));
    await settle();
    expect(asked.map(([name]) => name)).toEqual(['disposition']);
  });
});

describe('a call-back', () => {
  const callback = { at: '2031-03-09 14:30:00', type: 'USERONLY', comments: '' } as const;

  it.each([
    [{ callbackStored: false }, callback, { code: 'callbackNotKept', status: 'CALLBK' }],
    [{ callbackStored: true }, callback, null],
    [{ callbackStored: false }, null, null],
  ] as const)('answered %j: whether it was kept is told', async (value, wished, problem) => {
    const { store, asked } = await setUpCalls('wrapUp');
    const calls = createCallControl({
      store,
      now: () => NOW,
      sleep: async () => {},
      client: () => ({ ...createClient(asked), disposition: async () => ok(value) }),
      requestReading: () => {},
      readNow: async () => {},
      readDetail: async () => {},
      requestDetail: () => {},
      beforeLogOut: async () => {},
    });
    await calls.finish({ ...WISH, status: 'CALLBK', callback: wished });
    await settle();
    expect(store.current().finish?.step).toBe('awaitingFree');
    expect(store.current().problem).toEqual(problem);
  });
});
