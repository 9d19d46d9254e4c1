import { describe, expect, it, vi } from 'vitest';
import { guardControl } from '../../../lib/background/dialling/transfer-guard.ts';
import type { CallControlRequest } from '../../../lib/messages/call-control.ts';
import type { CommandProblem } from '../../../lib/messages/panel-state.ts';
import { fail, ok, type Result } from '../../../lib/result.ts';
import type { Connection } from '../../../lib/session/connection.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { agentIn } from '../agent/dials.ts';
import { setUpCalls } from './call-rig.ts';
import { createArea, signedInArea } from './rig.ts';

const NOW = 1_800_000_000_000;

/** What only the other number of a lead on preview asks for. */
const NO_LEADS = {
  details: { leadNow: async () => fail({ code: 'noRight' as const }) },
  whenListed: async () => undefined,
  listOf: async () => null,
  readServer: async () => {},
};

async function setUp(stored: Record<string, unknown> = {}) {
  const store = createSessionStore(createArea());
  await store.load();
  const settings = createSettingsStore({ get: async () => stored, set: async () => {}, remove: async () => {} });
  const control = vi.fn(async (_request: CallControlRequest): Promise<Result<null, CommandProblem>> => ok(null));
  const ask = (request: CallControlRequest, now = NOW) =>
    guardControl(
      {
        ...NO_LEADS,
        store,
        settings,
        calls: { control: (each, around = (send) => send()) => around(() => control(each)) },
      },
      request,
      now,
    );
  const to = (number: string, confirmed = false) =>
    ask({ action: 'threeWay', number, ...(confirmed && { confirmed: true as const }) });
  return { store, control, ask, to };
}

const reasonOf = (answer: Result<null, CommandProblem>) =>
  answer.ok ? null : answer.failure.code === 'askFirst' ? answer.failure.reason : answer.failure.code;

describe('a number that a call is transferred to', () => {
  it.each([
    ['4155552671', null],
    ['14155552671', null],
    ['8600051', null],
    ['101', null],
    ['9005551234', 'premiumRate'],
    ['19005551234', 'premiumRate'],
    ['442079460000', 'international'],
    ['011442079460000', 'international'],
    ['18765551234', 'international'],
    ['8816512345678', 'satellite'],
    ['901118765551234', 'unreadable'],
  ])('%s is asked about for: %s', async (number, reason) => {
    const { to, control } = await setUp();
    expect(reasonOf(await to(number))).toBe(reason);
    expect(control).toHaveBeenCalledTimes(reason === null ? 1 : 0);
  });

  it.each([
    ['+14155552671', 'US', '4155552671'],
    ['+493012345678', 'DE', '3012345678'],
    ['+18765551234', 'US', 'international'],
    ['+19005551234', 'US', 'premiumRate'],
    // Norway and Singapore, whose digits alone are numbers of the United States.
    ['+4722345678', 'US', 'plusAbroad'],
    ['+6562212345', 'US', 'plusAbroad'],
    ['+442079460000', 'US', 'plusAbroad'],
    // A mobile phone of Germany, whose national digits are one of Texas.
    ['+4915123456789', 'US', 'plusAbroad'],
    ['+999123456', 'US', 'plusAbroad'],
    ['+911', 'US', 'plusAbroad'],
  ])('typed as %s, of a dialer in %s: %s', async (typed, region, outcome) => {
    const { to, control, store } = await setUp({ regions: ['DE'], alwaysAllow: outcome === 'plusAbroad' ? ['+'] : [] });
    const { connection } = (await signedInArea()).items as { connection: Connection };
    await store.update({ connection: { ...connection, region } });
    const reason = reasonOf(await to(typed));
    expect(reason ?? control.mock.calls[0]?.[0]).toEqual(
      reason === null ? { action: 'threeWay', number: outcome } : outcome,
    );
    expect(control).toHaveBeenCalledTimes(reason === null ? 1 : 0);
  });

  it('typed with a plus is asked about so, then called by its national number, and is never called where it is on that list', async () => {
    const { to, ask, control } = await setUp({ neverDial: ['+65'] });
    const asked = await to('+19005551234');
    expect(asked).toMatchObject({ failure: { request: { number: '+19005551234' } } });
    await ask({ action: 'threeWay', number: '+19005551234', confirmed: true });
    expect(control).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ number: '9005551234' }));
    expect(reasonOf(await to('+6562212345'))).toBe('neverDial');
  });

  it('is called once the agent has said so', async () => {
    const { to, control } = await setUp();
    expect(await to('9005551234', true)).toEqual(ok(null));
    expect(control).toHaveBeenCalledOnce();
  });

  it('is asked about for the call that was on, and for no other', async () => {
    const { to, store } = await setUp();
    await store.update({ agent: agentIn('talking', { phoneNumber: '4155550132' }) });
    const request = { action: 'threeWay', number: '9005551234' };
    expect(await to('9005551234')).toMatchObject({
      failure: { code: 'askFirst', request: { ...request, meant: { inWrapUp: false, phoneNumber: '4155550132' } } },
    });
  });

  it('is never called where it is on that list, whatever was said', async () => {
    const { to, control } = await setUp({ neverDial: ['+1900'], alwaysAllow: ['+'] });
    expect(reasonOf(await to('9005551234', true))).toBe('neverDial');
    expect(reasonOf(await to('19005551234', true))).toBe('neverDial');
    expect(control).not.toHaveBeenCalled();
  });

  it.each(['911', '112', '999', '000'])('is never called where it is %s, whatever was said', async (number) => {
    const { to, ask, control, store } = await setUp({ alwaysAllow: ['+'] });
    expect(await to(number, true)).toEqual(fail({ code: 'emergency' }));
    expect(await ask({ action: 'blindTransfer', number })).toEqual(fail({ code: 'emergency' }));
    expect(control).not.toHaveBeenCalled();
    expect(store.current().sentTimes).toEqual([]);
  });

  it('is asked about or not as the lists say', async () => {
    expect(reasonOf(await (await setUp({ alwaysAsk: ['+1415'] })).to('4155552671'))).toBe('alwaysAsk');
    expect(reasonOf(await (await setUp({ alwaysAllow: ['+44'] })).to('442079460000'))).toBeNull();
    expect(reasonOf(await (await setUp({ alwaysAllow: ['+'] })).to('901118765551234'))).toBeNull();
  });

  it('counts among the dials of a minute, and one that was refused does not', async () => {
    const { to, ask, store, control } = await setUp({ mostDialsPerMinute: 2 });
    await to('9005551234');
    await to('4155552671');
    await ask({ action: 'blindTransfer', number: '4155552671' });
    expect(store.current().sentTimes).toEqual([NOW, NOW]);
    expect(reasonOf(await to('4155552671'))).toBe('tooManyDials');
    expect(reasonOf(await ask({ action: 'threeWay', number: '4155552671' }, NOW + 60_000))).toBeNull();
    expect(control).toHaveBeenCalledTimes(3);
  });

  it('counts while it is on its way, and when nobody knows what became of it', async () => {
    const { to, control } = await setUp({ mostDialsPerMinute: 1 });
    const answers = await Promise.all([to('4155552671'), to('2125552671')]);
    expect(answers.map(reasonOf)).toEqual([null, 'tooManyDials']);
    const lost = await setUp({ mostDialsPerMinute: 1 });
    lost.control.mockResolvedValue(
      fail({ code: 'vicidial', command: 'threeWay', failure: { code: 'timeout', timeoutMs: 8000 } }),
    );
    await lost.to('4155552671');
    expect(reasonOf(await lost.to('4155552671'))).toBe('tooManyDials');
    expect([control.mock.calls.length, lost.control.mock.calls.length]).toEqual([1, 1]);
  });

  it('counts once, however impatiently it is pressed', async () => {
    const { calls, store, asked } = await setUpCalls('talking');
    const settings = createSettingsStore({ get: async () => ({}), set: async () => {}, remove: async () => {} });
    const press = () =>
      guardControl({ ...NO_LEADS, store, settings, calls }, { action: 'threeWay', number: '4155552671' }, NOW);
    const answers = await Promise.all([press(), press(), press(), press()]);
    expect(answers).toEqual([ok(null), ok(null), ok(null), ok(null)]);
    expect(asked.filter(([name]) => name === 'transfer')).toHaveLength(1);
    expect(store.current().sentTimes).toEqual([NOW]);
  });

  it('that was refused takes no other one off the count, when its own is gone meanwhile', async () => {
    const { to, control, store } = await setUp();
    control.mockImplementation(async () => {
      await store.update({ sentTimes: [NOW - 1] });
      return fail({ code: 'vicidial', command: 'threeWay', failure: { code: 'noLiveCall' } });
    });
    await to('4155552671');
    expect(store.current().sentTimes).toEqual([NOW - 1]);
  });

  it('does not count where the dialer refused it', async () => {
    const { to, control, store } = await setUp();
    control.mockResolvedValue(fail({ code: 'vicidial', command: 'threeWay', failure: { code: 'noLiveCall' } }));
    await to('4155552671');
    expect(store.current().sentTimes).toEqual([]);
  });
});

it.each([
  { action: 'park' },
  { action: 'ingroupTransfer', ingroup: 'SUPPORT' },
  { action: 'dtmf', tones: '9005551234' },
] as const)('$action calls nobody, and is passed on as it is', async (request) => {
  const { ask, control, store } = await setUp({ mostDialsPerMinute: 1, neverDial: ['+'] });
  await ask(request);
  await ask(request);
  expect(control.mock.calls).toEqual([[request], [request]]);
  expect(store.current().sentTimes).toEqual([]);
});
