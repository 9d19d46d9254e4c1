import { expect, it } from 'vitest';
import {
  createDialEffects,
  type DialEffectsDeps,
  type Happening,
} from '../../../lib/background/dialling/dial-effects.ts';
import { ok } from '../../../lib/result.ts';
import type { DialRequest } from '../../../lib/vicidial/client.ts';
import { dialIn } from '../agent/dials.ts';

const NUMBER = { callingCode: '1', nationalNumber: '7275551212' };

it.each([
  ['only shown', { isPreview: true }, { ...NUMBER, preview: true }],
  ['called at once', {}, NUMBER],
  [
    'shown as the record’s lead',
    { isPreview: true, record: { leadId: '12' } },
    { ...NUMBER, preview: true, leadId: '12' },
  ],
] as const)('a lead that is %s is asked for by one request that says so', async (_what, change, request) => {
  const sent: DialRequest[] = [];
  const happened: Happening[] = [];
  const client = {
    dial: async (asked: DialRequest) => {
      sent.push(asked);
      return ok({ epochSeconds: 1 });
    },
  };
  const deps = {
    store: { current: () => ({ dial: null }) },
    client: () => client,
    leads: { find: async () => ({ leadId: '12' }), refused: () => undefined },
  } as unknown as DialEffectsDeps;
  const effects = createDialEffects(deps, async (_id, happening) => void happened.push(happening));
  effects.run(dialIn('sending', change), { do: 'dial' });
  await effects.answered();
  expect([sent, happened]).toEqual([[request], [{ type: 'dialAnswered', failure: null }]]);
});
