import { describe, expect, it } from 'vitest';
import { viewOfDial } from '../../../lib/agent/dial/dial.ts';
import { fail } from '../../../lib/result.ts';
import { agentIn, dialIn, NOW, REQUEST } from '../agent/dials.ts';
import { createFakeDialer, fillUp, settle, startDialling, startWorker } from './rig.ts';

describe('taking a call back', () => {
  it('is not tried when the request may be another’s by now', async () => {
    const clock = { now: NOW };
    const { dialer, dials, store } = await startDialling({ clock });
    await store.update({ dial: dialIn('unknown', { sentAt: NOW }) });
    clock.now = NOW + 120_001;
    expect(await dials.cancel('dial-1')).toMatchObject({ ok: false, failure: { code: 'cancelTooLate' } });
    expect(dialer.asked).toEqual([]);
    clock.now = NOW + 120_000;
    expect(await dials.cancel('dial-1')).toMatchObject({ ok: true });
    await settle();
    expect(dialer.asked).toEqual(['SKIP']);
  });

  it.each(['held', 'unknown'] as const)(
    'of a dial that is %s is asked for once, however often it is pressed',
    async (step) => {
      const { dialer, dials, store, area, client, kill } = await startDialling();
      await store.update({ dial: dialIn(step) });
      await Promise.all([dials.cancel('dial-1'), dials.cancel('dial-1')]);
      // Stopped before the answer has come: the next worker does not ask again.
      kill();
      expect(area.items.dial).toMatchObject({ isTakingBack: true });
      const next = await startWorker({ area, client, phase: () => 'paused' });
      await next.dials.restore();
      await next.dials.cancel('dial-1');
      await settle();
      expect(dialer.asked).toEqual(['SKIP']);
    },
  );

  it('can be asked for again when it was refused', async () => {
    const { dialer, client } = createFakeDialer();
    const refusing = { ...client, preview: async () => fail({ code: 'notPaused' }) } as unknown as typeof client;
    const { dials, store } = await startDialling({ client: refusing });
    await store.update({ dial: dialIn('held') });
    await dials.cancel('dial-1');
    const { dial } = store.current();
    expect(dial && viewOfDial(dial).canCancel).toBe(false);
    await settle();
    expect(store.current().dial).toMatchObject({ step: 'held', isTakingBack: false });
    expect(dialer.asked).toEqual([]);
  });

  it('would skip a lead on preview, but a question is taken back at any time', async () => {
    const { dials, store } = await startDialling();
    await store.update({ agent: agentIn('previewing'), dial: dialIn('held') });
    expect(await dials.cancel('dial-1')).toMatchObject({ failure: { code: 'agentPreviewing' } });
    await store.update({ dial: dialIn('confirming') });
    expect(await dials.cancel('dial-1')).toMatchObject({ ok: true });
    expect(store.current().dial?.step).toBe('cancelled');
  });
});

describe('what the agent takes back', () => {
  it('before it was sent is never sent', async () => {
    const { dialer, dials, store, run } = await startDialling();
    await dials.start(REQUEST);
    await dials.cancel('dial-1');
    await run(5);
    expect(store.current().dial?.step).toBe('cancelled');
    expect(dialer.count('dial')).toBe(0);
  });

  it('after the screen did not pick it up is overwritten at the dialer', async () => {
    const { dialer, dials, store, run } = await startDialling();
    dialer.onDial = () => {};
    await dials.start(REQUEST);
    await run(20);
    const { dial } = store.current();
    expect(dial && viewOfDial(dial)).toMatchObject({
      stage: 'unknown',
      problem: { code: 'notPickedUp' },
      canCancel: true,
    });
    await dials.cancel('dial-1');
    await settle();
    expect(dialer.asked).toEqual(['dial', 'SKIP']);
    expect(store.current().dial?.step).toBe('cancelled');
  });
});

describe('a dial whose end could not be stored', () => {
  /** Clicked so soon after another dial that the request waits; what is stored says so. */
  async function waiting() {
    const clock = { now: NOW };
    const first = await startDialling({ clock });
    await first.store.update({ agent: agentIn('paused'), lastSentAt: NOW - 400 });
    await first.dials.start(REQUEST);
    expect(first.area.items.dial).toMatchObject({ step: 'spacing' });
    const { set } = first.area;
    fillUp(first.area);
    const nextWorker = async () => {
      first.kill();
      first.area.set = set;
      const next = await startWorker({ ...first, phase: () => first.dialer.phase, clock });
      await next.dials.restore();
      await next.run();
      return next.store.current().dial;
    };
    return { ...first, nextWorker };
  }

  it('because the agent took it back, is sent by no later worker', async () => {
    const { dials, store, dialer, nextWorker } = await waiting();
    await dials.cancel('dial-1');
    expect(store.current().dial?.step).toBe('cancelled');
    expect(await nextWorker()).toBeNull();
    expect(dialer.count('dial')).toBe(0);
  });

  it('because it may not be sent unstored, is sent by no later worker', async () => {
    const { store, dialer, run, nextWorker } = await waiting();
    await run();
    expect(store.current().dial).toMatchObject({ step: 'refused', problem: { code: 'notStored' } });
    expect(await nextWorker()).toBeNull();
    expect(dialer.count('dial')).toBe(0);
  });
});

describe('an answer that never came', () => {
  it.each([
    ['the request took effect', true, 'ringing'],
    ['it did not', false, 'unknown'],
  ])('%s: live status decides, and nothing is sent again', async (_, tookEffect, step) => {
    const { dialer, dials, store, run } = await startDialling();
    dialer.dialAnswer = { code: 'timeout', timeoutMs: 8_000 };
    if (!tookEffect) dialer.onDial = () => {};
    await dials.start(REQUEST);
    await run(15);
    expect(dialer.count('dial')).toBe(1);
    expect(store.current().dial?.step).toBe(step);
  });
});
