import { expect, it } from 'vitest';
import {
  createDialEffects,
  type DialEffectsDeps,
  type Happening,
} from '../../../lib/background/dialling/dial-effects.ts';
import { canPreview, learnPreviews } from '../../../lib/background/previews.ts';
import { fail, ok } from '../../../lib/result.ts';
import { createSessionStore, EMPTY_SESSION, type SessionState } from '../../../lib/session/session-store.ts';
import type { DialRequest } from '../../../lib/vicidial/client.ts';
import { agentIn, dialIn, screenIn } from '../agent/dials.ts';
import { signedInArea } from './rig.ts';

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
const OWN = { agent: agentIn('paused', { source: 'recording' }) };

it.each<[string, Partial<SessionState>, boolean]>([
  ['the second login tells them', STATUS, true],
  ['the agent screen shows them', { ...OWN, screen: screenIn() }, true],
  ['nobody tells them', OWN, false],
  ['the agent screen has fallen silent', { ...OWN, screen: screenIn({ isAlive: false }) }, false],
  ['the campaign has refused one', { ...STATUS, noPreviewsIn: { campaign: 'ACAMP' } }, false],
  ['another campaign has refused one', { ...STATUS, noPreviewsIn: { campaign: 'QCAMP' } }, true],
])('previews where %s: %s', (_where, state, may) => {
  expect(canPreview({ ...EMPTY_SESSION, ...state })).toBe(may);
});

it('a campaign that lets nobody take a request back has no previews from then on', async () => {
  const { store, effects } = await createScene();
  await store.update(STATUS);
  effects.run(dialIn('unknown'), { do: 'takeBack' });
  await effects.answered();
  expect([store.current().noPreviewsIn, canPreview(store.current())]).toEqual([{ campaign: 'ACAMP' }, false]);
});

it.each(['previewSkipNotAllowed', 'notPaused'] as const)('%s says nothing of previews', async (code) => {
  const { store } = await createScene();
  await learnPreviews(store, { code });
  expect(store.current().noPreviewsIn).toBeNull();
});
