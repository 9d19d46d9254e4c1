import { expect, it, vi } from 'vitest';
import { createNumberHandlers, type NumberRequestDeps } from '../../../lib/background/requests/number-requests.ts';
import { ok } from '../../../lib/result.ts';
import type { Connection } from '../../../lib/session/connection.ts';
import { createSessionStore, type SessionState } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { createArea, signedInArea } from './rig.ts';

vi.mock('../../../lib/platform/extension-api.ts', () => ({
  browser: { runtime: { id: 'dialside', getURL: (path: string) => `chrome-extension://dialside/${path}` } },
}));

const E164 = '+17275551313';
const ITSELF = { id: 'dialside', url: 'chrome-extension://dialside/number.html#4f1c' } as never;

async function preview(state: Partial<SessionState> = {}, sender = ITSELF, stored: Record<string, unknown> = {}) {
  const store = createSessionStore(await signedInArea());
  await store.load();
  const { connection } = store.current() as { connection: Connection };
  await store.update({ connection: { ...connection, statusCredential: { user: 'status', password: 'x' } }, ...state });
  const start = vi.fn(async () => ok({}));
  const settings = createSettingsStore({ ...createArea(), get: async () => stored });
  const handlers = createNumberHandlers({ store, settings, dials: { start } } as unknown as NumberRequestDeps);
  const told = await handlers['number.preview']({ e164: E164, leadId: '2002' }, sender);
  return { told, started: start.mock.calls };
}

it('a lead is shown as that lead, under the rules of a dial', async () => {
  const { told, started } = await preview();
  expect(told.ok).toBe(true);
  expect(started).toEqual([[expect.objectContaining({ previewOf: '2002', record: null, source: 'panel' })]]);
  const never = await preview({}, ITSELF, { neverDial: ['+1727'] });
  expect([never.told, never.started]).toEqual([{ ok: false, failure: { code: 'neverDial', prefix: '+1727' } }, []]);
});

it('none is shown where that is not offered any more: a window may be old', async () => {
  const { told, started } = await preview({ noPreviewsIn: { campaign: null } });
  expect([told, started]).toEqual([{ ok: false, failure: { code: 'previewNotOffered' } }, []]);
});

it('no other page has a lead shown', async () => {
  const popup = { id: 'dialside', url: 'chrome-extension://dialside/popup.html' } as never;
  const { told, started } = await preview({}, popup);
  expect([told, started]).toEqual([{ ok: false, failure: { code: 'numberChanged' } }, []]);
});
