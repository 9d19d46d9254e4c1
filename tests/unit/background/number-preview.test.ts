import { expect, it, vi } from 'vitest';
import { createNumberHandlers, type NumberRequestDeps } from '../../../lib/background/requests/number-requests.ts';
import type { NumberAnswer } from '../../../lib/messages/number-details.ts';
import { fail, ok } from '../../../lib/result.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { createArea, signedInArea } from './rig.ts';

vi.mock('../../../lib/platform/extension-api.ts', () => ({
  browser: { runtime: { id: 'dialside', getURL: (path: string) => `chrome-extension://dialside/${path}` } },
}));

const E164 = '+17275551313';
const ITSELF = { id: 'dialside', url: 'chrome-extension://dialside/number.html#4f1c' } as never;
const LEAD = { lead_id: '2002', phone_code: '1', phone_number: '7275551313', alt_phone: '', address3: '' };

async function preview(answer: NumberAnswer<object | null>, sender = ITSELF) {
  const store = createSessionStore(await signedInArea());
  await store.load();
  const [leadNow, start] = [vi.fn(async () => answer), vi.fn(async () => ok({}))];
  const deps = { store, settings: createSettingsStore(createArea()), details: { leadNow }, dials: { start } };
  const handlers = createNumberHandlers(deps as unknown as NumberRequestDeps);
  const told = await handlers['number.preview']({ e164: E164, leadId: '2002' }, sender);
  return { told, asked: leadNow.mock.calls, started: start.mock.calls };
}

it('a lead is shown as that lead once it was asked anew whether the number is its first', async () => {
  const { told, asked, started } = await preview(ok(LEAD));
  expect([told.ok, asked]).toEqual([true, [['2002']]]);
  expect(started).toEqual([[expect.objectContaining({ previewOf: '2002', record: null, source: 'panel' })]]);
});

const OTHERS = '7275558888';
const NO_RIGHT = { code: 'vicidial', failure: { code: 'notPermitted', function: 'lead_all_info' } };

it.each([
  ['has it as its second', ok({ ...LEAD, phone_number: OTHERS, alt_phone: LEAD.phone_number }), 'previewOtherNumber'],
  ['has it as its third', ok({ ...LEAD, phone_number: OTHERS, address3: LEAD.phone_number }), 'previewOtherNumber'],
  ['has it in another country', ok({ ...LEAD, phone_code: '44' }), 'previewOtherNumber'],
  ['is gone', ok(null), 'previewOtherNumber'],
  ['may not be read any more', fail({ code: 'noRight' } as const), NO_RIGHT],
  ['belongs to nobody', fail({ code: 'notSignedIn' } as const), 'notSignedIn'],
  ['is not told in time', fail({ code: 'vicidial', failure: { code: 'timeout', timeoutMs: 1 } } as const), 'vicidial'],
])('a lead that %s is not shown, and its number not called', async (_what, answer, problem) => {
  const { told, started } = await preview(answer as NumberAnswer<object | null>);
  expect(told).toMatchObject({ ok: false, failure: typeof problem === 'string' ? { code: problem } : problem });
  expect(started).toEqual([]);
});

it('no other page has a lead shown, or asks for one', async () => {
  const popup = { id: 'dialside', url: 'chrome-extension://dialside/popup.html' } as never;
  const { told, asked, started } = await preview(ok(LEAD), popup);
  expect([told, asked, started]).toEqual([{ ok: false, failure: { code: 'numberChanged' } }, [], []]);
});
