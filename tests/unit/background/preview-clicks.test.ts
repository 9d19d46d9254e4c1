import { describe, expect, it } from 'vitest';
import { type Dial, isLeftPaused, isOwedReady } from '../../../lib/agent/dial/dial.ts';
import { agentIn, dialIn, NOW, NUMBER, REQUEST } from '../agent/dials.ts';
import { setUpCalls } from './call-rig.ts';
import { signedInArea, startDialling } from './rig.ts';

const PREVIEW = { ...REQUEST, previewOf: '12' };
const ASKED = { confirm: ['international'] } as const;

/** A worker that finds this dial, of an agent whose lead it shows. */
async function withDial(dial: Dial) {
  const area = await signedInArea();
  await area.set({ dial });
  return startDialling({ area });
}

it('a click on the number that is being shown says so, and neither calls nor shows it again', async () => {
  const { dialer, dials, store } = await withDial(dialIn('previewing'));
  dialer.phase = 'previewing';
  for (const request of [PREVIEW, REQUEST])
    expect(await dials.start(request)).toEqual({ ok: false, failure: { code: 'agentPreviewing' } });
  expect([dialer.count('dial'), store.current().dial?.step]).toEqual([0, 'previewing']);
});

describe('a click just after the lead was skipped', () => {
  const fresh = { agent: agentIn('previewing', { leadId: '12', readAt: NOW - 500 }) };

  it.each([
    ['nothing has told of it', {}],
    ['one reading has', { goneAt: NOW - 400 }],
  ])('calls, where %s yet: the server is asked until it is sure', async (_where, gone) => {
    const { dialer, dials, store, run } = await withDial(dialIn('previewing', gone));
    await store.update(fresh);
    const answer = dials.start(REQUEST);
    await run(6);
    expect(await answer).toMatchObject({ ok: true });
    expect([dialer.count('dial'), store.current().dial?.id]).toEqual([1, 'dial-1']);
    expect(store.current().history).toMatchObject([{ outcome: 'cancelled' }]);
  });

  it('says so where it stands there after all', async () => {
    const { dialer, dials, store, run } = await withDial(dialIn('previewing', { goneAt: NOW - 400 }));
    await store.update(fresh);
    dialer.phase = 'previewing';
    const answer = dials.start(REQUEST);
    await run(6);
    expect(await answer).toEqual({ ok: false, failure: { code: 'agentPreviewing' } });
    expect(dialer.count('dial')).toBe(0);
  });
});

it.each([
  ['a preview, and is asked about a call', { previewOf: '12', ...ASKED }, { ...REQUEST, ...ASKED }, undefined],
  ['a call, and is asked about a preview', ASKED, { ...PREVIEW, ...ASKED }, true],
])('who was asked about %s', async (_what, first, second, isPreview) => {
  const { dials, store, dialer } = await startDialling();
  await store.update({ dial: dialIn('confirming', { id: 'before', ...first }) });
  const answer = await dials.start(second);
  expect(answer).toMatchObject({ ok: true });
  expect(answer.ok && answer.value.isPreview).toBe(isPreview);
  expect(store.current().history.at(-1)).toMatchObject({ id: 'before', outcome: 'cancelled' });
  expect(dialer.count('dial')).toBe(0);
});

it.each([
  ['a minute after', 60_000, ['previewOpen']],
  ['an hour after', 3_600_000, []],
])('a call %s a lead was lost sight of is asked about: %s', async (_when, agoMs, confirm) => {
  const problem = { code: 'previewUnseen' } as const;
  const { dials, store } = await withDial(
    dialIn('unknown', { id: 'before', problem, previewOf: '12', shownAt: NOW - agoMs, stepSince: NOW - agoMs }),
  );
  await dials.start(REQUEST);
  expect(store.current().dial).toMatchObject({ id: 'dial-1', confirm });
});

const WAS_SHOWN = { id: 'before', previewOf: '12', shownAt: NOW - 2_000, wasReady: true } as const;

it('the next call makes nobody ready who was paused for a lead that was lost sight of: it may yet be called', async () => {
  const { dials, store } = await withDial(dialIn('unknown', WAS_SHOWN));
  await dials.start(REQUEST);
  expect(store.current().dial).toMatchObject({ id: 'dial-1' });
  expect(store.current().dial?.wasReady).toBeUndefined();
});

describe.each(['cancelled', 'refused'] as const)('the next call after a lead that came to none, %s,', (step) => {
  it('leaves nobody paused who was ready before that lead', async () => {
    const { dials, store, dialer, run } = await withDial(dialIn(step, WAS_SHOWN));
    await dials.start(REQUEST);
    await run(3);
    expect(store.current()).toMatchObject({ dial: { id: 'dial-1', step: 'ringing', stayPaused: 'no' }, pending: null });
    expect(dialer.asked).toEqual(['dial']);
  });

  it('leaves nobody paused who is being made ready after it', async () => {
    const { dials, store, run } = await withDial(dialIn(step, { ...WAS_SHOWN, wasReady: false }));
    await store.update({ pending: { kind: 'resume' } });
    await dials.start(REQUEST);
    await run(3);
    expect(store.current().dial).toMatchObject({ id: 'dial-1', step: 'ringing', stayPaused: 'no' });
  });

  it('makes nobody ready at once where it is refused: the lead’s call may be on its way', async () => {
    const { dials, store, dialer, run, serverAsked } = await withDial(dialIn(step, WAS_SHOWN));
    dialer.dialAnswer = { code: 'manualDialNotAllowed' };
    dialer.onDial = () => undefined;
    await dials.start(REQUEST);
    await run(1);
    expect([store.current().dial?.step, dialer.asked, serverAsked()]).toEqual(['refused', ['dial'], 1]);
    expect(isLeftPaused(store.current().dial!)).toBe(true);
  });

  it('asks its question for an agent who is taken over in turn', async () => {
    const { dials, store, run } = await withDial(dialIn(step, WAS_SHOWN));
    await dials.start({ ...REQUEST, ...ASKED });
    await run(1);
    await dials.start({ ...REQUEST, confirm: ['premiumRate'] });
    await run(1);
    expect(store.current().dial).toMatchObject({ step: 'confirming', wasReady: true, isAfterPreview: true });
  });

  it('makes nobody ready at a no to its question', async () => {
    const { dials, store, run } = await withDial(dialIn(step, WAS_SHOWN));
    await dials.start({ ...REQUEST, ...ASKED });
    await run(1);
    await dials.answerConfirmation('dial-1', false);
    expect(store.current().dial?.step).toBe('cancelled');
    expect(isOwedReady(store.current().dial!)).toBe(false);
  });
});

it('who signs out during a preview has a line of it, and nothing is sent', async () => {
  const { dialer, dials, store } = await withDial(dialIn('previewing', { wasReady: true }));
  await dials.signingOut();
  expect(store.current().history).toMatchObject([{ outcome: 'unknown', problem: { code: 'previewUnseen' } }]);
  expect(dialer.asked).toEqual([]);
});

it('the panel’s Dial calls no other number than the one that was looked at', async () => {
  const { calls, asked, truth, store } = await setUpCalls('previewing');
  await store.update({ dial: dialIn('previewing') });
  const showing = async (phoneNumber: string) => {
    truth.phoneNumber = phoneNumber;
    await store.update({ agent: agentIn('previewing', { leadId: '12', phoneNumber }) });
  };
  await showing('7275558888');
  expect(await calls.control({ action: 'previewDial' })).toEqual({
    ok: false,
    failure: { code: 'notNow', reason: 'otherCall' },
  });
  expect(asked).toEqual([]);
  await showing(NUMBER.nationalNumber);
  expect((await calls.control({ action: 'previewDial' })).ok).toBe(true);
});
