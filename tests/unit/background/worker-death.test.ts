import { describe, expect, it } from 'vitest';
import { NOW, POLICY, REQUEST } from '../agent/dials.ts';
import { createFakeDialer, signedInArea, startWorker } from './rig.ts';

/**
 * The fuse burns down with every write and every request, before and after each, so that running it from every length
 * stops the worker between any two steps of the dial. A new worker takes up what it finds in storage.
 */
describe('the worker is stopped', () => {
  const policy = { ...POLICY, pauseCode: 'MANUAL' };

  async function dialWithDeath(left: number) {
    const { dialer, client } = createFakeDialer();
    dialer.phase = 'ready';
    const area = await signedInArea();
    const fuse = { left };
    const first = await startWorker({ area, client, phase: () => dialer.phase, policy, fuse });
    void first.dials.start(REQUEST);
    await first.run();
    const died = fuse.left < 0;
    const stepAtDeath = first.store.current().dial?.step;
    first.kill();
    const second = await startWorker({ area, client, phase: () => dialer.phase, policy });
    void second.dials.restore();
    await second.run();
    return { dialer, died, stepAtDeath, dial: second.store.current().dial };
  }

  /** The same with a question first and a dial a moment before, answered by whichever worker finds the question. */
  async function dialWithQuestionAndDeath(left: number) {
    const { dialer, client } = createFakeDialer();
    const area = await signedInArea();
    await area.set({ lastSentAt: NOW - 400 });
    const fuse = { left };
    const clock = { now: NOW };
    const first = await startWorker({ area, client, phase: () => dialer.phase, fuse, clock });
    void first.dials.start({ ...REQUEST, confirm: ['premiumRate'] });
    await first.run();
    void first.dials.answerConfirmation('dial-1', true);
    await first.run();
    const stepAtDeath = first.store.current().dial?.step;
    first.kill();
    const second = await startWorker({ area, client, phase: () => dialer.phase, clock });
    void second.dials.restore();
    await second.run();
    void second.dials.answerConfirmation('dial-1', true);
    await second.run();
    return { dialer, died: fuse.left < 0, stepAtDeath, dial: second.store.current().dial };
  }

  const QUESTION_FUSES = Array.from({ length: 16 }, (_, left) => left);

  it.each(QUESTION_FUSES)('at point %i with a question and a dial just before: at most one request', async (left) => {
    const { dialer, dial } = await dialWithQuestionAndDeath(left);
    const called = dialer.count('dial');
    expect(called).toBeLessThanOrEqual(1);
    if (dial === null) expect(called).toBe(0);
    else if (called === 1) expect(dial.step).toBe('ringing');
    else expect(dial).toMatchObject({ step: 'unknown', problem: { code: 'workerStopped' } });
  });

  it('with a question and a dial just before, at every step on the way', async () => {
    const lives = await Promise.all(QUESTION_FUSES.map(dialWithQuestionAndDeath));
    const steps = new Set(lives.map(({ stepAtDeath }) => stepAtDeath));
    expect(lives.every(({ died }) => died)).toBe(true);
    expect([...steps]).toEqual(
      expect.arrayContaining(['confirming', 'readingStatus', 'spacing', 'sending', 'awaitingScreen', 'ringing']),
    );
  });

  const FUSES = Array.from({ length: 24 }, (_, left) => left);

  it.each(FUSES)('at point %i: at most one request, and the agent is told what is known', async (left) => {
    const { dialer, dial } = await dialWithDeath(left);
    expect(dialer.count('dial')).toBeLessThanOrEqual(1);
    const called = dialer.count('dial') === 1;
    if (dial === null) expect(called).toBe(false);
    else if (called) expect(dial.step).toBe('ringing');
    else expect(dial).toMatchObject({ step: 'unknown', problem: { code: 'workerStopped' } });
  });

  it('at points from before the claim until after the call was picked up', async () => {
    const lives = await Promise.all(FUSES.map(dialWithDeath));
    const steps = new Set(lives.map(({ stepAtDeath }) => stepAtDeath));
    expect(lives.every(({ died }) => died)).toBe(true);
    expect(steps).toEqual(
      new Set(['readingStatus', 'pausing', 'awaitingPause', 'sendingCode', 'sending', 'awaitingScreen', 'ringing']),
    );
  });
});
