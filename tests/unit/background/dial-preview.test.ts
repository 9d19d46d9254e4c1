import { expect, it } from 'vitest';
import {
  createDialEffects,
  type DialEffectsDeps,
  type Happening,
} from '../../../lib/background/dialling/dial-effects.ts';
import { canPreview, learnPreviews, whyNoPreview } from '../../../lib/background/previews.ts';
import type { NumberAnswer } from '../../../lib/messages/number-details.ts';
import type { DialableNumber } from '../../../lib/phone/phone-number.ts';
import { fail, ok } from '../../../lib/result.ts';
import type { Connection } from '../../../lib/session/connection.ts';
import { createSessionStore, EMPTY_SESSION, type SessionState } from '../../../lib/session/session-store.ts';
import { NO_POLICY } from '../../../lib/settings/policy.ts';
import type { DialRequest } from '../../../lib/vicidial/client.ts';
import type { LeadRecord } from '../../../lib/vicidial/wire/lead-fields.ts';
import { agentIn, dialIn } from '../agent/dials.ts';
import { signedInArea } from './rig.ts';

const NO_RIGHT = { code: 'notPermitted', function: 'lead_all_info' };
const NUMBER = { callingCode: '1', nationalNumber: '7275551212' };

async function createScene() {
  const store = createSessionStore(await signedInArea());
  await store.load();
  const sent: unknown[] = [];
  const happened: Happening[] = [];
  const client = {
    dial: async (asked: DialRequest) => {
      sent.push(asked);
      return ok({ epochSeconds: 1 });
    },
    preview: async () => fail({ code: 'previewNotAllowed' }),
  };
  const find = async () => ({ leadId: '99' });
  const deps = { store, client: () => client, leads: { find, refused: () => undefined } };
  const effects = createDialEffects(
    deps as unknown as DialEffectsDeps,
    async (_id, happening) => void happened.push(happening),
  );
  return { store, effects, sent, happened };
}

it.each([
  ['only shown, and is no other', { previewOf: '12' }, { ...NUMBER, leadId: '12', preview: true }],
  ['called at once', {}, NUMBER],
] as const)('a lead that is %s is asked for by one request that says so', async (_what, change, request) => {
  const { effects, sent, happened } = await createScene();
  effects.run(dialIn('sending', change), { do: 'dial' });
  await effects.answered();
  expect([sent, happened]).toEqual([[request], [{ type: 'dialAnswered', failure: null }]]);
});

const STATUS = { agent: agentIn('paused', { campaign: 'ACAMP' }) };
const LOGIN = { user: 'status', password: 'x' };

it.each<[string, Partial<SessionState>, Partial<Connection>, boolean]>([
  ['a second login reads leads', STATUS, {}, true],
  ['there is none, or it was refused', STATUS, { statusCredential: null }, false],
  ['it is the agent’s own', STATUS, { statusCredential: { user: '1000', password: 'x' } }, false],
  ['a relay signs', STATUS, { relay: { path: '/relay', hasStatus: true } }, false],
  ['the campaign has refused one', { ...STATUS, noPreviewsIn: { campaign: 'ACAMP' } }, {}, false],
  [
    'a campaign has refused one, of which nobody knows which',
    { ...STATUS, noPreviewsIn: { campaign: null } },
    {},
    false,
  ],
  ['another campaign has refused one', { ...STATUS, noPreviewsIn: { campaign: 'QCAMP' } }, {}, true],
])('previews where %s: %#', async (_where, state, change, may) => {
  const { connection } = (await signedInArea()).items as { connection: Connection };
  const login = { ...connection, agentUser: '1000', statusCredential: LOGIN, ...change };
  const session = { ...EMPTY_SESSION, ...state, connection: login };
  expect(canPreview(session, NO_POLICY)).toBe(may);
  expect(canPreview(session, { ...NO_POLICY, values: { previews: false } })).toBe(false);
});

it('nobody previews who is signed out', () => {
  expect(canPreview({ ...EMPTY_SESSION, ...STATUS }, NO_POLICY)).toBe(false);
});

it('a campaign that lets nobody take a request back has no previews from then on', async () => {
  const { store, effects } = await createScene();
  await store.update(STATUS);
  effects.run(dialIn('unknown'), { do: 'takeBack' });
  await effects.answered();
  expect(store.current().noPreviewsIn).toEqual({ campaign: 'ACAMP' });
});

it.each([
  ['previewSkipNotAllowed', true],
  ['notPaused', true],
  ['previewNotAllowed', false],
] as const)('%s, by an answer of this session: %s, says nothing of its previews', async (code, isOfSession) => {
  const { store } = await createScene();
  await learnPreviews(store, isOfSession ? store.current().connection?.id : 'before', { code });
  expect(store.current().noPreviewsIn).toBeNull();
});

const LEAD = { lead_id: '2002', phone_code: '1', phone_number: '7275551212', alt_phone: '', address3: '' };
const OTHERS = '7275558888';

it.each([
  ['has it as its first', ok(LEAD), null],
  ['has it as its second', ok({ ...LEAD, phone_number: OTHERS, alt_phone: LEAD.phone_number }), 'previewOtherNumber'],
  ['has it as its third', ok({ ...LEAD, phone_number: OTHERS, address3: LEAD.phone_number }), 'previewOtherNumber'],
  ['has it in another country', ok({ ...LEAD, phone_code: '44' }), 'previewOtherNumber'],
  ['has no calling code', ok({ ...LEAD, phone_code: '' }), 'previewOtherNumber'],
  ['is gone', ok(null), { code: 'vicidial', failure: { code: 'leadNotFound' } }],
  ['may not be read any more', fail({ code: 'noRight' } as const), { code: 'vicidial', failure: NO_RIGHT }],
  ['belongs to nobody', fail({ code: 'notSignedIn' } as const), 'notSignedIn'],
  ['is not told in time', fail({ code: 'vicidial', failure: { code: 'timeout', timeoutMs: 1 } } as const), 'vicidial'],
])('a lead that %s is asked for at the press: %#', async (_what, answer, problem) => {
  const told = await whyNoPreview(
    async () => answer as NumberAnswer<LeadRecord | null>,
    '2002',
    NUMBER as DialableNumber,
  );
  if (problem === null) expect(told).toBeNull();
  else expect(told).toMatchObject(typeof problem === 'string' ? { code: problem } : problem);
});

it.each([
  [{ code: 'previewOtherNumber' } as const, { problem: { code: 'previewOtherNumber' } }],
  [null, { list: 'campaign' }],
])('a lead and the do-not-call lists are asked in the dial’s own turn: %j', async (problem, told) => {
  const { store } = await createScene();
  const happened: Happening[] = [];
  const asked: unknown[] = [];
  const deps = {
    store,
    whyNoPreview: async (...args: unknown[]) => {
      asked.push(args);
      return problem;
    },
    listOf: async () => 'campaign',
  };
  const effects = createDialEffects(deps as unknown as DialEffectsDeps, async (_id, one) => void happened.push(one));
  const dial = dialIn('checking', { previewOf: '12' });
  effects.run(dial, { do: 'checkNumber' });
  await expect.poll(() => happened).toMatchObject([{ type: 'checked', ...told }]);
  expect(asked).toEqual([['12', dial.number]]);
});

it('no lead is shown by who cannot read it', async () => {
  const { effects, happened } = await createScene();
  effects.run(dialIn('checking', { previewOf: '12' }), { do: 'checkNumber' });
  await expect.poll(() => happened).toMatchObject([{ type: 'checked', problem: { code: 'previewNotOffered' } }]);
});
