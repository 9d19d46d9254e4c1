import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../lib/result.ts';
import { NOW, NUMBER, POLICY, REQUEST } from '../agent/dials.ts';
import { signedInArea, startDialling } from './rig.ts';

describe('one click', () => {
  it('pauses a ready agent, waits until it is true, and dials once', async () => {
    const { dialer, dials, store, run } = await startDialling();
    dialer.phase = 'ready';
    expect((await dials.start(REQUEST)).ok).toBe(true);
    await run(4);
    expect(dialer.asked).toEqual(['PAUSE', 'dial']);
    expect(store.current().dial?.step).toBe('ringing');
  });

  it('waits for an agent screen that takes twelve seconds for the pause, and for a server that knows of it later still', async () => {
    const clock = { now: NOW };
    const { dialer, client, dials, store, run } = await startDialling({
      clock,
      phase: () => (clock.now - NOW < 12_000 ? 'ready' : dialer.phase),
      policy: { ...POLICY, pauseCode: 'CALLS' },
    });
    client.pauseCode = async () => {
      dialer.asked.push('code');
      return clock.now - NOW < 14_000 ? fail({ code: 'notPaused' }) : ok(null);
    };
    await dials.start(REQUEST);
    await run(40);
    expect(dialer.asked.filter((asked) => asked !== 'code')).toEqual(['PAUSE', 'dial']);
    expect(dialer.count('code')).toBeGreaterThan(1);
    expect(store.current().dial).toMatchObject({ step: 'ringing', sentAt: expect.any(Number) });
  });

  it('gives up on an agent screen that never pauses, with the reason, and dials nothing', async () => {
    const clock = { now: NOW };
    const { dialer, dials, store, run } = await startDialling({ clock, phase: () => 'ready' });
    await dials.start(REQUEST);
    await run(40);
    // A PAUSE that is taken too late is taken back.
    expect(dialer.asked).toEqual(['PAUSE', 'RESUME']);
    expect(store.current().dial).toMatchObject({ step: 'refused', problem: { code: 'pauseTimedOut' } });
    expect(clock.now - NOW).toBeLessThan(23_000);
  });

  it('is told within a minute that a dialer whose every answer takes eight seconds pauses nobody', async () => {
    const clock = { now: NOW };
    const slow = () => {
      clock.now += 8_000;
    };
    const phase = () => {
      slow();
      return 'ready' as const;
    };
    const { dialer, client, dials, store, run } = await startDialling({ clock, phase });
    const { pause } = client;
    client.pause = async (value) => {
      slow();
      return pause(value);
    };
    await dials.start(REQUEST);
    await run();
    // A PAUSE that is taken too late is taken back.
    expect(dialer.asked).toEqual(['PAUSE', 'RESUME']);
    expect(store.current().dial).toMatchObject({ step: 'refused', problem: { code: 'pauseTimedOut' } });
    expect((store.current().dial?.stepSince ?? Number.POSITIVE_INFINITY) - NOW).toBeLessThanOrEqual(60_000);
    expect((await dials.start(REQUEST)).ok).toBe(true);
  });

  it('stores with its refusal that the agent is to be made ready again', async () => {
    const { dialer, dials, store, run } = await startDialling();
    dialer.phase = 'ready';
    dialer.dialAnswer = { code: 'manualDialNotAllowed' };
    await dials.start(REQUEST);
    await run();
    expect(store.current()).toMatchObject({ dial: { step: 'refused' }, pending: { kind: 'resume', isDue: true } });
  });

  it('makes an agent ready after the call who is paused for a dial before it, of which nothing is known', async () => {
    const { dialer, dials, store, run } = await startDialling();
    dialer.phase = 'ready';
    dialer.onDial = () => {};
    await dials.start(REQUEST);
    await run();
    expect(store.current().dial).toMatchObject({ step: 'unknown', wasReady: true });
    dialer.onDial = () => {
      dialer.phase = 'talking';
    };
    await dials.start(REQUEST);
    await run(4);
    expect(store.current()).toMatchObject({ dial: { step: 'talking', stayPaused: 'no' }, pending: null });
  });

  it('asks the server about an agent who is not paused for the code only when it has given that up', async () => {
    const { client, dials, store, serverAsked, run } = await startDialling({
      policy: { ...POLICY, pauseCode: 'CALLS' },
    });
    client.pauseCode = async () => fail({ code: 'notPaused' });
    await dials.start(REQUEST);
    await run();
    expect(store.current().dial).toMatchObject({ step: 'refused', problem: { failure: { code: 'notPaused' } } });
    expect(serverAsked()).toBe(1);
  });

  it('is written to storage before the request leaves', async () => {
    const { dialer, dials, area, run } = await startDialling();
    const stored: unknown[] = [];
    dialer.onDial = () => stored.push(structuredClone(area.items.dial));
    await dials.start(REQUEST);
    await run(2);
    expect(stored).toEqual([expect.objectContaining({ step: 'sending', sentAt: expect.any(Number) })]);
  });

  it('leaves a line in the history when the call is over', async () => {
    const { dialer, dials, store, run } = await startDialling();
    await dials.start(REQUEST);
    await run(3);
    dialer.phase = 'talking';
    await run(2);
    dialer.phase = 'paused';
    await run(2);
    expect(store.current().history).toEqual([
      expect.objectContaining({ e164: NUMBER.e164, outcome: 'talked', problem: null }),
    ]);
  });
});

describe('an agent who was paused before the call', () => {
  async function ring(options: Parameters<typeof startDialling>[0] = {}) {
    const set = await startDialling(options);
    await set.dials.start(REQUEST);
    await set.run(2);
    return set;
  }
  const held = (pauseCode: string | null) => ({ kind: 'pause', pauseCode, afterCall: true, isHeld: true });

  it('is to be paused after it, which is stored in the write that stores the call', async () => {
    const area = await signedInArea();
    const writes: Record<string, unknown>[] = [];
    const set = area.set;
    area.set = (change) => {
      writes.push(change);
      return set(change);
    };
    const { store } = await ring({ area });
    expect(store.current()).toMatchObject({ dial: { step: 'ringing', stayPaused: 'asked' }, pending: held(null) });
    const asking = writes.filter(({ pending }) => pending !== undefined);
    expect(asking).toEqual([
      { dial: expect.objectContaining({ step: 'ringing' }), pending: held(null), pendingSince: NOW + 1_000 },
    ]);
  });

  it('with the code that calls are made with, where codes are forced', async () => {
    const { store } = await ring({ policy: { ...POLICY, pauseCode: 'CALLS' } });
    expect(store.current().pending).toEqual(held('CALLS'));
  });

  it('keeps the pause, and the code, that he has asked for himself meanwhile', async () => {
    const set = await startDialling({ policy: { ...POLICY, pauseCode: 'CALLS' } });
    const own = { kind: 'pause', pauseCode: 'LUNCH', afterCall: true } as const;
    await set.store.update({ pending: own });
    await set.dials.start(REQUEST);
    await set.run(2);
    expect(set.store.current().pending).toEqual(own);
  });

  it('is not, where he was ready or the campaign keeps him paused', async () => {
    const kept = await ring({ policy: { ...POLICY, keepsPaused: false } });
    expect(kept.store.current().pending).toBeNull();
    const ready = await startDialling();
    ready.dialer.phase = 'ready';
    await ready.dials.start(REQUEST);
    await ready.run(6);
    expect(ready.store.current()).toMatchObject({ dial: { step: 'ringing' }, pending: null });
  });
});

describe('storage that takes nothing more', () => {
  it('lets no request out that a later worker would not know of, and says so', async () => {
    const { dialer, dials, area, store, run } = await startDialling();
    area.set = () => Promise.reject(new Error('Quota exceeded'));
    expect(await dials.start(REQUEST)).toMatchObject({ ok: true });
    await run(3);
    expect(dialer.asked).toEqual([]);
    expect(store.current().dial).toMatchObject({ step: 'refused', sentAt: null, problem: { code: 'notStored' } });
  });

  it('does not end the view of a call that was sent before', async () => {
    const { dialer, dials, area, store, run } = await startDialling();
    await dials.start(REQUEST);
    await run(1);
    expect(dialer.count('dial')).toBe(1);
    area.set = () => Promise.reject(new Error('Quota exceeded'));
    dialer.phase = 'talking';
    await run(1);
    expect([dialer.count('dial'), store.current().dial?.step]).toEqual([1, 'talking']);
  });
});
