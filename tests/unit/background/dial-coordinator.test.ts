import { describe, expect, it } from 'vitest';
import { viewOfDial } from '../../../lib/agent/dial.ts';
import { fail } from '../../../lib/result.ts';
import { agentIn, dialIn, NOW, NUMBER, POLICY, REQUEST, screenIn } from '../agent/dials.ts';
import { createFakeDialer, settle, signedInArea, startWorker } from './rig.ts';

const OTHER = {
  ...REQUEST,
  number: { ...NUMBER, e164: '+13125550100' as typeof NUMBER.e164, nationalNumber: '3125550100' },
};

async function setUp(options: Partial<Parameters<typeof startWorker>[0]> = {}) {
  const { dialer, client } = createFakeDialer();
  const area = await signedInArea();
  const worker = await startWorker({ area, client, phase: () => dialer.phase, ...options });
  return { dialer, client, area, ...worker };
}

describe('one click', () => {
  it('pauses a ready agent, waits until it is true, and dials once', async () => {
    const { dialer, dials, store, run } = await setUp();
    dialer.phase = 'ready';
    expect((await dials.start(REQUEST)).ok).toBe(true);
    await run(4);
    expect(dialer.asked).toEqual(['PAUSE', 'dial']);
    expect(store.current().dial?.step).toBe('ringing');
  });

  it('is written to storage before the request leaves', async () => {
    const { dialer, dials, area, run } = await setUp();
    const stored: unknown[] = [];
    dialer.onDial = () => stored.push(structuredClone(area.items.dial));
    await dials.start(REQUEST);
    await run(2);
    expect(stored).toEqual([expect.objectContaining({ step: 'sending', sentAt: expect.any(Number) })]);
  });

  it('leaves a line in the history when the call is over', async () => {
    const { dialer, dials, store, run } = await setUp();
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
  async function ring(options: Parameters<typeof setUp>[0] = {}) {
    const set = await setUp(options);
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
    const set = await setUp({ policy: { ...POLICY, pauseCode: 'CALLS' } });
    const own = { kind: 'pause', pauseCode: 'LUNCH', afterCall: true } as const;
    await set.store.update({ pending: own });
    await set.dials.start(REQUEST);
    await set.run(2);
    expect(set.store.current().pending).toEqual(own);
  });

  it('is not, where he was ready or the campaign keeps him paused', async () => {
    const kept = await ring({ policy: { ...POLICY, keepsPaused: false } });
    expect(kept.store.current().pending).toBeNull();
    const ready = await setUp();
    ready.dialer.phase = 'ready';
    await ready.dials.start(REQUEST);
    await ready.run(6);
    expect(ready.store.current()).toMatchObject({ dial: { step: 'ringing' }, pending: null });
  });
});

describe('storage that takes nothing more', () => {
  it('lets no request out that a later worker would not know of, and says so', async () => {
    const { dialer, dials, area, store, run } = await setUp();
    area.set = () => Promise.reject(new Error('Quota exceeded'));
    expect(await dials.start(REQUEST)).toMatchObject({ ok: true });
    await run(3);
    expect(dialer.asked).toEqual([]);
    expect(store.current().dial).toMatchObject({ step: 'refused', sentAt: null, problem: { code: 'notStored' } });
  });

  it('does not end the view of a call that was sent before', async () => {
    const { dialer, dials, area, store, run } = await setUp();
    await dials.start(REQUEST);
    await run(1);
    expect(dialer.count('dial')).toBe(1);
    area.set = () => Promise.reject(new Error('Quota exceeded'));
    dialer.phase = 'talking';
    await run(1);
    expect([dialer.count('dial'), store.current().dial?.step]).toEqual([1, 'talking']);
  });
});

describe('taking a call back', () => {
  it('is not tried when the request may be another’s by now', async () => {
    const clock = { now: NOW };
    const { dialer, dials, store } = await setUp({ clock });
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
      const { dialer, dials, store, area, client, kill } = await setUp();
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
    const { dials, store } = await setUp({ client: refusing });
    await store.update({ dial: dialIn('held') });
    await dials.cancel('dial-1');
    const { dial } = store.current();
    expect(dial && viewOfDial(dial).canCancel).toBe(false);
    await settle();
    expect(store.current().dial).toMatchObject({ step: 'held', isTakingBack: false });
    expect(dialer.asked).toEqual([]);
  });

  it('would skip a lead on preview, but a question is taken back at any time', async () => {
    const { dials, store } = await setUp();
    await store.update({ agent: agentIn('previewing'), dial: dialIn('held') });
    expect(await dials.cancel('dial-1')).toMatchObject({ failure: { code: 'agentPreviewing' } });
    await store.update({ dial: dialIn('confirming') });
    expect(await dials.cancel('dial-1')).toMatchObject({ ok: true });
    expect(store.current().dial?.step).toBe('cancelled');
  });
});

describe('signing out', () => {
  it.each([
    ['confirming', [], 'cancelled'],
    ['spacing', [], 'cancelled'],
    ['awaitingScreen', ['SKIP'], 'cancelled'],
    ['held', ['SKIP'], 'cancelled'],
    ['resolving', ['SKIP'], 'cancelled'],
    ['unknown', ['SKIP'], 'cancelled'],
  ] as const)('in %s asks %j, and leaves a line: %s', async (step, asked, outcome) => {
    const { dialer, dials, store } = await setUp();
    await store.update({ dial: dialIn(step) });
    await dials.signingOut();
    expect(dialer.asked).toEqual(asked);
    expect(store.current().history).toEqual([expect.objectContaining({ id: 'dial-1', outcome })]);
  });

  it('waits for the answer of a request that is on its way before it is taken back', async () => {
    const { dialer, client } = createFakeDialer();
    dialer.onDial = () => {};
    const dial: typeof client.dial = async (number) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return client.dial(number);
    };
    const { dials, store } = await setUp({ client: { ...client, dial } });
    await store.update({ agent: agentIn('paused') });
    await dials.start(REQUEST);
    expect(store.current().dial?.step).toBe('sending');
    await dials.signingOut();
    expect(dialer.asked).toEqual(['dial', 'SKIP']);
    expect(store.current().history).toEqual([expect.objectContaining({ outcome: 'cancelled' })]);
  });

  it.each([
    ['whose taking back would skip a lead', 'held', { agent: agentIn('previewing') }],
    ['that is taken back already', 'held', { dial: dialIn('held', { isTakingBack: true }) }],
  ] as const)('leaves a request %s as unknown, with a line', async (_which, step, change) => {
    const { dialer, dials, store } = await setUp();
    await store.update({ dial: dialIn(step), ...change });
    await dials.signingOut();
    expect(dialer.asked).toEqual([]);
    expect(store.current().history).toEqual([expect.objectContaining({ outcome: 'unknown' })]);
  });

  it('does not touch a call that is on', async () => {
    const { dialer, dials, store } = await setUp();
    await store.update({ dial: dialIn('talking') });
    await dials.signingOut();
    expect([dialer.asked, store.current().dial?.step]).toEqual([[], 'talking']);
  });
});

describe('nobody signed in any more', () => {
  it('refuses a dial that was about to be sent', async () => {
    const { dialer, client } = createFakeDialer();
    const signedIn: { client: typeof client | null } = { client };
    const worker = await startWorker({
      area: await signedInArea(),
      client,
      clientNow: () => signedIn.client,
      phase: () => dialer.phase,
    });
    await worker.store.update({ lastSentAt: NOW - 400 });
    await worker.dials.start(REQUEST);
    signedIn.client = null;
    await worker.run(4);
    expect(worker.store.current().dial).toMatchObject({
      step: 'refused',
      sentAt: null,
      problem: { code: 'notSignedIn' },
    });
    expect(dialer.asked).toEqual([]);
  });

  it.each([
    ['readingStatus', 'refused'],
    ['sending', 'unknown'],
    ['awaitingScreen', 'unknown'],
    ['onCall', 'unknown'],
    ['talking', 'unknown'],
    ['ended', 'ended'],
  ] as const)('gives up a dial in %s that a worker left that stopped while signing out: %s', async (step, end) => {
    const { client } = createFakeDialer();
    const area = await signedInArea();
    await area.set({ dial: dialIn(step), connection: null });
    const { dials, store } = await startWorker({ area, client, clientNow: () => null, phase: () => 'talking' });
    await dials.restore();
    expect(store.current().dial?.step).toBe(end);
  });

  it('ends a dial whose question is answered after that', async () => {
    const { dialer, client } = createFakeDialer();
    const area = await signedInArea();
    const worker = await startWorker({ area, client, clientNow: () => null, phase: () => 'paused' });
    await worker.store.update({ dial: dialIn('confirming') });
    await worker.dials.answerConfirmation('dial-1', true);
    expect(worker.store.current().dial).toMatchObject({ step: 'refused', sentAt: null });
    expect(dialer.asked).toEqual([]);
  });

  it('leaves a dial that was on its way unknown, and waits for nothing', async () => {
    const { dialer, client } = createFakeDialer();
    const signedIn: { client: typeof client | null } = { client };
    dialer.onDial = () => {
      signedIn.client = null;
    };
    const worker = await startWorker({
      area: await signedInArea(),
      client,
      clientNow: () => signedIn.client,
      phase: () => dialer.phase,
    });
    await worker.dials.start(REQUEST);
    await worker.run(1);
    expect(worker.store.current().dial?.step).toBe('unknown');
  });
});

describe('clicks that come together', () => {
  it('two at once on one number are one call, and both are told of it', async () => {
    const { dialer, dials, run } = await setUp();
    const [first, second] = await Promise.all([dials.start(REQUEST), dials.start(REQUEST)]);
    await run(3);
    expect(dialer.count('dial')).toBe(1);
    expect(second).toMatchObject({ ok: true, value: { id: first.ok && first.value.id } });
  });

  it('another number is refused while one is dialled', async () => {
    const { dialer, dials, run } = await setUp();
    const [, second] = await Promise.all([dials.start(REQUEST), dials.start(OTHER)]);
    await run(3);
    expect(dialer.count('dial')).toBe(1);
    expect(second).toEqual({ ok: false, failure: { code: 'busyDialling', e164: NUMBER.e164 } });
  });

  it('a question nobody answered is asked again, or gives way to another number', async () => {
    const { dialer, dials, store, run } = await setUp();
    const first = await dials.start({ ...REQUEST, confirm: ['premiumRate'] });
    expect(await dials.start({ ...REQUEST, confirm: ['premiumRate'] })).toEqual(first);
    await dials.start(OTHER);
    await run(3);
    expect(store.current().dial?.number.e164).toBe(OTHER.number.e164);
    expect(dialer.count('dial')).toBe(1);
    expect(store.current().history).toEqual([expect.objectContaining({ e164: NUMBER.e164, outcome: 'cancelled' })]);
  });

  it('the next call waits for the wrap-up of the last', async () => {
    const { dialer, dials, run } = await setUp();
    await dials.start(REQUEST);
    await run(3);
    dialer.phase = 'wrapUp';
    await run(2);
    expect(await dials.start(OTHER)).toEqual({ ok: false, failure: { code: 'agentInWrapUp' } });
  });

  it.each(['ringing', 'talking', 'customerGone', 'wrapUp'] as const)(
    'a click is not refused for a call that was %s when it was read last, and is over',
    async (phase) => {
      const { dialer, dials, store, run } = await setUp();
      await dials.start(REQUEST);
      await run(3);
      dialer.phase = phase === 'ringing' ? 'dialling' : phase;
      await run(2);
      expect(store.current().dial?.step).toBe(phase);
      dialer.phase = 'paused';
      expect(await dials.start(OTHER)).toMatchObject({ ok: true, value: { number: OTHER.number } });
      await run(3);
      expect([dialer.count('dial'), store.current().history.length]).toEqual([2, 1]);
    },
  );

  it('a click on the number of a call that is over calls it again, once', async () => {
    const { dialer, dials, run } = await setUp();
    await dials.start(REQUEST);
    await run(3);
    dialer.phase = 'paused';
    await Promise.all([dials.start(REQUEST), dials.start(REQUEST)]);
    await run(3);
    expect(dialer.count('dial')).toBe(2);
  });

  it.each(['dialling', 'onCall', 'talking', 'customerGone'] as const)(
    'another number is told which call is to be ended first: %s',
    async (phase) => {
      const { dialer, dials, run } = await setUp({ policy: { ...POLICY, keepsPaused: false } });
      await dials.start(REQUEST);
      await run(3);
      dialer.phase = phase;
      await run(2);
      expect(await dials.start(OTHER)).toEqual(fail({ code: 'callRunning', e164: NUMBER.e164 }));
      expect(dialer.count('dial')).toBe(1);
    },
  );

  it('a click on a call that goes on is answered from it', async () => {
    const { dialer, dials, run } = await setUp();
    const first = await dials.start(REQUEST);
    await run(3);
    dialer.phase = 'talking';
    expect(await dials.start(REQUEST)).toMatchObject({ ok: true, value: { id: first.ok && first.value.id } });
    expect(dialer.count('dial')).toBe(1);
  });

  it('signed out, nothing is dialled', async () => {
    const { dials, store, dialer } = await setUp();
    await store.clear();
    expect(await dials.start(REQUEST)).toEqual({ ok: false, failure: { code: 'notSignedIn' } });
    expect(dialer.asked).toEqual([]);
  });
});

describe('beside a watched agent screen', () => {
  it('the server is asked when it contradicts what the screen said', async () => {
    const { dialer, dials, store, run, serverAsked } = await setUp();
    dialer.dialAnswer = { code: 'notPaused' };
    await dials.start(REQUEST);
    await run(3);
    expect([store.current().dial?.step, serverAsked()]).toEqual(['refused', 1]);
  });

  it('is not when the request is refused for another reason', async () => {
    const { dialer, dials, run, serverAsked } = await setUp();
    dialer.dialAnswer = { code: 'manualDialNotAllowed' };
    await dials.start(REQUEST);
    await run(3);
    expect(serverAsked()).toBe(0);
  });

  it('a box that holds the call is told, can be cancelled, and lets it go when it closes', async () => {
    const { dialer, dials, store, run } = await setUp();
    dialer.onDial = () => {};
    await store.update({ screen: screenIn({ boxes: ['pauseCode'] }) });
    await dials.start(REQUEST);
    await run(4);
    const { dial } = store.current();
    expect(dial && viewOfDial(dial)).toMatchObject({
      stage: 'accepted',
      problem: { kind: 'pauseCode' },
      canCancel: true,
    });
    await store.update({ screen: screenIn() });
    await dials.screenChanged();
    expect(store.current().dial).toMatchObject({ step: 'awaitingScreen', problem: null });
    dialer.phase = 'talking';
    await run(2);
    expect([store.current().dial?.step, dialer.count('dial')]).toEqual(['talking', 1]);
  });
});

describe('what the agent takes back', () => {
  it('before it was sent is never sent', async () => {
    const { dialer, dials, store, run } = await setUp();
    await dials.start(REQUEST);
    await dials.cancel('dial-1');
    await run(5);
    expect(store.current().dial?.step).toBe('cancelled');
    expect(dialer.count('dial')).toBe(0);
  });

  it('after the screen did not pick it up is overwritten at the dialer', async () => {
    const { dialer, dials, store, run } = await setUp();
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

describe('an answer that never came', () => {
  it.each([
    ['the request took effect', true, 'ringing'],
    ['it did not', false, 'unknown'],
  ])('%s: live status decides, and nothing is sent again', async (_, tookEffect, step) => {
    const { dialer, dials, store, run } = await setUp();
    dialer.dialAnswer = { code: 'timeout', timeoutMs: 8_000 };
    if (!tookEffect) dialer.onDial = () => {};
    await dials.start(REQUEST);
    await run(15);
    expect(dialer.count('dial')).toBe(1);
    expect(store.current().dial?.step).toBe(step);
  });
});
