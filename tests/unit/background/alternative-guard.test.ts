import { expect, it } from 'vitest';
import type { DialPolicy } from '../../../lib/agent/dial/dial.ts';
import type { DoNotCallList } from '../../../lib/agent/dial/dial-view.ts';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import { guardControl } from '../../../lib/background/dialling/transfer-guard.ts';
import type { AlternativeRequest } from '../../../lib/messages/call-control.ts';
import type { NumberAnswer } from '../../../lib/messages/number-details.ts';
import { fail, ok } from '../../../lib/result.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import type { LeadRecord } from '../../../lib/vicidial/wire/lead-fields.ts';
import { agentIn, dialIn, NOW } from '../agent/dials.ts';
import { setUpCalls } from './call-rig.ts';

const PRESS = { action: 'previewAlternative' } as const;
const ALTDIAL = ['preview', 'ALTDIAL'];
const UNREAD = fail({ code: 'alternativeUnread' });

interface Case {
  readonly alternative?: string;
  readonly phoneCode?: string;
  readonly settings?: Record<string, unknown>;
  readonly whenListed?: DialPolicy['whenListed'];
  readonly list?: DoNotCallList;
  readonly phase?: AgentPhase;
}

/** An agent whose screen shows lead 12, and the alternative number of that lead. */
async function setUp({ alternative = '7275558888', phoneCode = '1', settings = {}, ...given }: Case = {}) {
  const { store, calls, asked } = await setUpCalls(given.phase ?? 'previewing');
  const shown = agentIn(given.phase ?? 'previewing', { leadId: '12', phoneNumber: '7275551212' });
  await store.update({ agent: shown });
  const lead = { phone_code: phoneCode, alt_phone: alternative } as LeadRecord;
  const rig = {
    answer: ok(lead) as NumberAnswer<LeadRecord | null>,
    onRead: async () => {},
    onServer: async () => {},
    read: [] as string[],
  };
  const deps = {
    ...{
      store,
      calls,
      settings: createSettingsStore({ get: async () => settings, set: async () => {}, remove: async () => {} }),
    },
    details: {
      leadNow: async (leadId: string) => {
        rig.read.push(leadId);
        await rig.onRead();
        return rig.answer;
      },
    },
    whenListed: async () => given.whenListed,
    listOf: async () => given.list ?? null,
    readServer: () => rig.onServer(),
  };
  return { store, asked, rig, press: (request: AlternativeRequest = PRESS) => guardControl(deps, request, NOW) };
}

it('is called by the agent screen once it has been read and judged, and counts as a call', async () => {
  const { press, asked, store, rig } = await setUp();
  expect([await press(), asked, rig.read]).toEqual([ok(null), [ALTDIAL], ['12']]);
  expect(store.current().sentTimes).toEqual([NOW]);
});

it.each<[string, Case, unknown]>([
  ['never dialled', { settings: { neverDial: ['+1727'] } }, { code: 'neverDial', prefix: '+1727' }],
  ['of a do-not-call list', { whenListed: 'refuse', list: 'campaign' }, { code: 'doNotCall', list: 'campaign' }],
  [
    'of a do-not-call list and abroad, of which one question would ask',
    { whenListed: 'ask', list: 'system', alternative: '7911123456', phoneCode: '44' },
    { code: 'doNotCall', list: 'system' },
  ],
  ['empty', { alternative: '' }, UNREAD.failure],
  ['no number of its country', { alternative: '0305551212', phoneCode: '49' }, UNREAD.failure],
  ['an emergency number', { alternative: '911' }, UNREAD.failure],
  ['without a calling code', { alternative: '4722345678', phoneCode: '' }, UNREAD.failure],
  ['words', { alternative: 'ask her' }, UNREAD.failure],
])('is not called where it is %s, whatever was said', async (_what, given, failure) => {
  const { press, asked } = await setUp(given);
  const meant = { inWrapUp: false, phoneNumber: null, leadId: '12' };
  for (const request of [PRESS, { ...PRESS, number: '+17275558888', confirmed: true as const, meant }])
    expect(await press(request)).toMatchObject({ ok: false, failure });
  expect(asked).toEqual([]);
});

it('is not called where it would be one too many in a minute', async () => {
  const { press, asked, store } = await setUp({ settings: { mostDialsPerMinute: 1 } });
  await store.update({ sentTimes: [NOW - 1] });
  expect([await press(), asked]).toMatchObject([fail({ code: 'tooManyDials' }), []]);
});

it.each<NumberAnswer<null>>([fail({ code: 'noRight' }), ok(null)])(
  'is not called where it cannot be read: %j',
  async (answer) => {
    const { press, asked, rig } = await setUp();
    rig.answer = answer;
    expect([await press(), asked]).toEqual([UNREAD, []]);
  },
);

it.each<[string, Case]>([
  ['premiumRate', { alternative: '9005551234' }],
  ['international', { alternative: '2079460000', phoneCode: '44' }],
  ['doNotCall', { whenListed: 'ask', list: 'system' }],
])('is asked about for being %s, then called at the agent’s word', async (reason, given) => {
  const { press, asked } = await setUp(given);
  const first = await press();
  expect(first).toMatchObject({ failure: { code: 'askFirst', reason } });
  expect(asked).toEqual([]);
  const { request } = (first as { failure: { request: AlternativeRequest } }).failure;
  expect(await press({ ...request, confirmed: true })).toEqual(ok(null));
  expect(asked).toEqual([ALTDIAL]);
});

it('is asked about anew where it is another number by then, or another lead’s', async () => {
  const { press, asked, rig, store } = await setUp({ alternative: '9005551234' });
  const first = await press();
  const { request } = (first as { failure: { request: AlternativeRequest } }).failure;
  rig.answer = ok({ phone_code: '1', alt_phone: '9005554321' } as LeadRecord);
  const changed = await press({ ...request, confirmed: true });
  expect(changed).toMatchObject({ failure: { code: 'askFirst', request: { number: '+19005554321' } } });
  rig.answer = ok({ phone_code: '1', alt_phone: '9005551234' } as LeadRecord);
  await store.update({ agent: agentIn('previewing', { leadId: '13', phoneNumber: '7275551212' }) });
  expect(await press({ ...request, confirmed: true })).toMatchObject({ failure: { code: 'askFirst' } });
  expect(asked).toEqual([]);
});

it('is not called of another lead that has come meanwhile, also one with the same first number', async () => {
  const { press, asked, rig, store } = await setUp();
  rig.onRead = () => store.update({ agent: agentIn('previewing', { leadId: '13', phoneNumber: '7275551212' }) });
  expect(await press()).toEqual(fail({ code: 'notNow', reason: 'otherCall' }));
  expect(asked).toEqual([]);
});

it('is that of the lead which the server names, where the agent screen names none, and of none else', async () => {
  const { press, asked, rig, store } = await setUp();
  const unnamed = agentIn('previewing', { source: 'screen', phoneNumber: '7275551212' });
  await store.update({ agent: unnamed });
  expect([await press(), asked]).toEqual([UNREAD, []]);
  rig.onServer = () => store.update({ agent: { ...unnamed, source: 'agentStatus', leadId: '12' } });
  expect([await press(), asked]).toEqual([ok(null), [ALTDIAL]]);
});

it('is not called of a lead that Dialside has shown for its first number', async () => {
  const { press, asked, rig, store } = await setUp();
  await store.update({ dial: dialIn('previewing', { leadId: '12' }) });
  expect([await press(), asked, rig.read]).toEqual([fail({ code: 'notNow', reason: 'previewOfFirst' }), [], []]);
});

it('is nobody’s where no lead is on preview', async () => {
  const { press, asked, rig } = await setUp({ phase: 'paused' });
  expect(await press()).toEqual(fail({ code: 'notNow', reason: 'noPreview' }));
  expect([asked, rig.read]).toEqual([[], []]);
});
