import { describe, expect, it } from 'vitest';
import { agentIn, dialIn, NOW, REQUEST } from '../agent/dials.ts';
import { createFakeDialer, signedInArea, startDialling, startWorker } from './rig.ts';

describe('signing out', () => {
  it.each([
    ['confirming', [], 'cancelled'],
    ['spacing', [], 'cancelled'],
    ['awaitingScreen', ['SKIP'], 'cancelled'],
    ['held', ['SKIP'], 'cancelled'],
    ['resolving', ['SKIP'], 'cancelled'],
    ['unknown', ['SKIP'], 'cancelled'],
  ] as const)('in %s asks %j, and leaves a line: %s', async (step, asked, outcome) => {
    const { dialer, dials, store } = await startDialling();
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
    const { dials, store } = await startDialling({ client: { ...client, dial } });
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
    const { dialer, dials, store } = await startDialling();
    await store.update({ dial: dialIn(step), ...change });
    await dials.signingOut();
    expect(dialer.asked).toEqual([]);
    expect(store.current().history).toEqual([expect.objectContaining({ outcome: 'unknown' })]);
  });

  it('does not touch a call that is on', async () => {
    const { dialer, dials, store } = await startDialling();
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
