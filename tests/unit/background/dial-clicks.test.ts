import { describe, expect, it } from 'vitest';
import { type DialRecord, viewOfDial } from '../../../lib/agent/dial/dial.ts';
import type { DialStart } from '../../../lib/background/dialling/dial-coordinator.ts';
import { fail } from '../../../lib/result.ts';
import { NOW, NUMBER, POLICY, REQUEST, screenIn } from '../agent/dials.ts';
import { startDialling, startWorker } from './rig.ts';

const OTHER = {
  ...REQUEST,
  number: { ...NUMBER, e164: '+13125550100' as typeof NUMBER.e164, nationalNumber: '3125550100' },
};

const RECORD: DialRecord = { vendorId: 'CRM-7', ownsNumber: true };

describe('clicks that come together', () => {
  it('two at once on one number are one call, and both are told of it', async () => {
    const { dialer, dials, run } = await startDialling();
    const [first, second] = await Promise.all([dials.start(REQUEST), dials.start(REQUEST)]);
    await run(3);
    expect(dialer.count('dial')).toBe(1);
    expect(second).toMatchObject({ ok: true, value: { id: first.ok && first.value.id } });
  });

  it('another number is refused while one is dialled', async () => {
    const { dialer, dials, run } = await startDialling();
    const [, second] = await Promise.all([dials.start(REQUEST), dials.start(OTHER)]);
    await run(3);
    expect(dialer.count('dial')).toBe(1);
    expect(second).toEqual({ ok: false, failure: { code: 'busyDialling', e164: NUMBER.e164 } });
  });

  it('a question nobody answered is asked again, or gives way to another number', async () => {
    const { dialer, dials, store, run } = await startDialling();
    const first = await dials.start({ ...REQUEST, confirm: ['premiumRate'] });
    await run(1);
    const again = await dials.start({ ...REQUEST, confirm: ['premiumRate'] });
    expect(again).toMatchObject({ ok: true, value: { id: first.ok && first.value.id, stage: 'confirming' } });
    await dials.start(OTHER);
    await run(3);
    expect(store.current().dial?.number.e164).toBe(OTHER.number.e164);
    expect(dialer.count('dial')).toBe(1);
    expect(store.current().history).toEqual([expect.objectContaining({ e164: NUMBER.e164, outcome: 'cancelled' })]);
  });

  it.each<[string, Partial<DialStart>]>([
    ['a record', { record: { vendorId: 'CRM-8', ownsNumber: true } }],
    ['a lead', { record: { leadId: '2002' } }],
    ['whom the page names', { record: { ...RECORD, person: { firstName: 'Bert' } } }],
    ['no record', { record: null }],
    ['other reasons', { confirm: ['premiumRate', 'numberNotShown'] }],
    ['another place', { source: 'menu' }],
    ['an extension', { number: { ...NUMBER, extension: '12' } }],
  ])('another click on the number in question asks its own question: %s', async (_what, change) => {
    const { dialer, dials, store, run } = await startDialling();
    const first = await dials.start({ ...REQUEST, confirm: ['premiumRate'], record: RECORD });
    await run(1);
    const other: DialStart = { ...REQUEST, confirm: ['premiumRate'], record: RECORD, ...change };
    const second = await dials.start(other);
    await run(1);
    const { dial, history } = store.current();
    expect(dial).toMatchObject({
      step: 'confirming',
      number: other.number,
      confirm: other.confirm,
      source: other.source,
    });
    expect(dial?.record).toEqual(other.record ?? undefined);
    expect(history).toEqual([expect.objectContaining({ outcome: 'cancelled' })]);
    if (first.ok) await dials.answerConfirmation(first.value.id, true);
    await run(3);
    expect([dialer.count('dial'), store.current().dial?.step]).toEqual([0, 'confirming']);
    if (second.ok) await dials.answerConfirmation(second.value.id, true);
    await run(3);
    expect(dialer.count('dial')).toBe(1);
  });

  it('a question is the same in a later worker, and with what was found since the click', async () => {
    const policy = { ...POLICY, whenReady: 'ask' } as const;
    const { client, dialer, dials, area, store, run, kill } = await startDialling({ policy });
    dialer.phase = 'ready';
    const person = { firstName: 'Bert', lastName: 'Jones' };
    const asked: DialStart = { ...REQUEST, confirm: ['numberNotShown', 'framed'], record: { ...RECORD, person } };
    await dials.start(asked);
    await run(2);
    kill();
    const { dial } = store.current();
    expect(dial?.confirm).toEqual(['numberNotShown', 'framed', 'ready']);
    const inOtherOrder = (plain: object) => Object.fromEntries(Object.entries(plain).reverse());
    const record = { ...inOtherOrder(RECORD), person: inOtherOrder(person) };
    await area.set({ dial: { ...dial, record, confirm: ['numberNotShown', 'framed', 'doNotCall', 'ready'] } });
    const next = await startWorker({ area, client, phase: () => dialer.phase, policy });
    await next.dials.start({ ...asked, confirm: ['framed', 'numberNotShown'] });
    expect(next.store.current()).toMatchObject({ dial: { step: 'confirming', record }, history: [] });
  });

  it('a question that too many dials forbid leaves the one before as it is', async () => {
    const { dials, store, run } = await startDialling();
    await dials.start({ ...REQUEST, confirm: ['premiumRate'] });
    await run(1);
    const { id } = store.current().dial!;
    await store.update({ sentTimes: [NOW] });
    expect(await dials.start({ ...OTHER, mostPerMinute: 1 })).toMatchObject({ failure: { code: 'tooManyDials' } });
    expect(store.current().dial).toMatchObject({ id, step: 'confirming' });
  });

  it('an agent who was paused for the question before is made ready after the call, and not before it', async () => {
    const { dialer, dials, store, run } = await startDialling();
    await dials.start({ ...REQUEST, confirm: ['premiumRate'] });
    await run(1);
    const { dial } = store.current();
    await store.update({ dial: dial && { ...dial, wasReady: true } });
    await dials.start({ ...OTHER, confirm: ['premiumRate'] });
    await run(2);
    expect([dialer.asked, store.current().dial]).toEqual([[], expect.objectContaining({ wasReady: true })]);
    await dials.answerConfirmation(store.current().dial!.id, false);
  });

  it('the next call waits for the wrap-up of the last', async () => {
    const { dialer, dials, run } = await startDialling();
    await dials.start(REQUEST);
    await run(3);
    dialer.phase = 'wrapUp';
    await run(2);
    expect(await dials.start(OTHER)).toEqual({ ok: false, failure: { code: 'agentInWrapUp' } });
  });

  it.each(['ringing', 'talking', 'customerGone', 'wrapUp'] as const)(
    'a click is not refused for a call that was %s when it was read last, and is over',
    async (phase) => {
      const { dialer, dials, store, run } = await startDialling();
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
    const { dialer, dials, run } = await startDialling();
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
      const { dialer, dials, run } = await startDialling({ policy: { ...POLICY, keepsPaused: false } });
      await dials.start(REQUEST);
      await run(3);
      dialer.phase = phase;
      await run(2);
      expect(await dials.start(OTHER)).toEqual(fail({ code: 'callRunning', e164: NUMBER.e164 }));
      expect(dialer.count('dial')).toBe(1);
    },
  );

  it('a click on a call that goes on is answered from it', async () => {
    const { dialer, dials, run } = await startDialling();
    const first = await dials.start(REQUEST);
    await run(3);
    dialer.phase = 'talking';
    expect(await dials.start(REQUEST)).toMatchObject({ ok: true, value: { id: first.ok && first.value.id } });
    expect(dialer.count('dial')).toBe(1);
  });

  it('signed out, nothing is dialled', async () => {
    const { dials, store, dialer } = await startDialling();
    await store.clear();
    expect(await dials.start(REQUEST)).toEqual({ ok: false, failure: { code: 'notSignedIn' } });
    expect(dialer.asked).toEqual([]);
  });
});

describe('beside a watched agent screen', () => {
  it('the server is asked when it contradicts what the screen said', async () => {
    const { dialer, dials, store, run, serverAsked } = await startDialling();
    dialer.dialAnswer = { code: 'notPaused' };
    await dials.start(REQUEST);
    await run(3);
    expect([store.current().dial?.step, serverAsked()]).toEqual(['refused', 1]);
  });

  it('is not when the request is refused for another reason', async () => {
    const { dialer, dials, run, serverAsked } = await startDialling();
    dialer.dialAnswer = { code: 'manualDialNotAllowed' };
    await dials.start(REQUEST);
    await run(3);
    expect(serverAsked()).toBe(0);
  });

  it('a box that holds the call is told, can be cancelled, and lets it go when it closes', async () => {
    const { dialer, dials, store, run } = await startDialling();
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
