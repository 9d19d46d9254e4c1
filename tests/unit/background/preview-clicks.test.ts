import { expect, it } from 'vitest';
import type { Dial } from '../../../lib/agent/dial/dial.ts';
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
  for (const request of [PREVIEW, REQUEST])
    expect(await dials.start(request)).toEqual({ ok: false, failure: { code: 'agentPreviewing' } });
  expect([dialer.count('dial'), store.current().dial?.step]).toEqual([0, 'previewing']);
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

it.each(['cancelled', 'unknown', 'refused'] as const)(
  'the next call makes nobody ready who was paused for a lead: %s',
  async (step) => {
    const shown = { id: 'before', previewOf: '12', shownAt: NOW - 2_000, wasReady: true };
    const { dials, store } = await withDial(dialIn(step, shown));
    await dials.start(REQUEST);
    expect(store.current().dial).toMatchObject({ id: 'dial-1' });
    expect(store.current().dial?.wasReady).toBeUndefined();
  },
);

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
