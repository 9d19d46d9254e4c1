import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createKeptCalls } from '../../lib/background/session/kept-calls.ts';
import { rulesOfEntries } from '../../lib/crm/record-entries.ts';
import type { Connection } from '../../lib/session/connection.ts';
import {
  createSessionStore,
  EMPTY_SESSION,
  type SessionArea,
  type SessionState,
} from '../../lib/session/session-store.ts';
import { POLICY_NAMES, parsePolicy } from '../../lib/settings/policy-parser.ts';
import { settingsUnder } from '../../lib/settings/policy-rules.ts';
import { DEFAULT_SETTINGS, parseSettings } from '../../lib/settings/schema.ts';
import { readStoredVault } from '../../lib/vault/stored-vault.ts';
import type { ServerUrl } from '../../lib/vicidial/wire/server-url.ts';
import { type FuzzTarget, fuzzTarget } from './fuzz-target.ts';
import { anything, assertPlainWorld, damaged } from './hostile-data.ts';

const SETTINGS = {
  ...DEFAULT_SETTINGS,
  regions: ['US', 'GB'],
  pauseCodes: [{ code: 'LUNCH', name: 'Lunch' }],
  siteModes: [{ host: 'a.example', mode: 'off' }],
  notNumbers: [{ host: 'a.example', pattern: '###' }],
  sites: ['https://a.example/*'],
  remembered: {
    ...{
      server: 'https://dialer.example.com',
      agentPath: '/agc/api.php',
      nonAgentPath: '/x',
      user: 'a',
      agentUser: 'a',
    },
    ...{ region: 'US', dialMethod: 'manual' },
  },
};

const POLICY = {
  ...{ server: 'dialer.example.com', agentPath: '/agc/api.php', regions: ['US', 'CA'], siteMode: 'marksOnly' },
  ...{ pauseCodes: [{ code: 'LUNCH', name: 'Lunch' }], dispositions: [{ code: 'SALE' }], sites: ['*', 'crm.example'] },
  screenPops: [{ template: 'https://crm.example/p/--A--lead_id--B--', ingroups: ['Sales line'] }],
  ...{ popWay: 'sameTab', afterCallPages: [{ name: 'Order', template: 'https://crm.example/o', statuses: ['SALE'] }] },
  recordRules: [
    { preset: 'vTiger', host: 'crm.example' },
    { name: 'Ours', patterns: ['crm.example/{lead_id:digits}'], selectors: { email: 'a' } },
  ],
  ...{
    webphoneHosts: ['phone.example'],
    mostDialsPerMinute: 5,
    neverDial: ['+1900'],
    alwaysAllow: ['+'],
    remember: false,
  },
  locked: ['server', 'neverDial', 'sites', 'webphoneHosts'],
};

const asRecord = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;

const CONNECTION: Connection = {
  ...{ id: 'c1', server: 'https://dialer.example.com' as ServerUrl, agentPath: '/agc/api.php', nonAgentPath: '/x' },
  ...{ credentials: { user: 'agent', password: 'zq9-0815-geheim' }, agentUser: 'agent', statusCredential: null },
  ...{ region: 'US', dialMethod: 'unknown' },
};

const KEPT = {
  server: CONNECTION.server,
  agentUser: CONNECTION.agentUser,
  calls: [
    { id: 'd1', e164: '+14155552671', extension: null, startedAt: 1, endedAt: 2, outcome: 'talked', talkedMs: 1 },
    { id: 'd2', e164: '+442079460123', extension: '12', startedAt: 1, endedAt: 2, outcome: 'refused' },
  ],
};

const VAULT = {
  sealed: { version: 1, salt: 'AAAA', iterations: 600_000, iv: 'AAAA', data: 'AAAA' },
  ...{ wrongPins: 0, lastTryAt: 0 },
};

/** A storage area in memory, over the items that it begins with. */
function areaOf(items: Record<string, unknown>): SessionArea & { readonly items: Map<string, unknown> } {
  const stored = new Map(Object.entries(items));
  return {
    items: stored,
    get: async () => Object.fromEntries(stored),
    async set(changed) {
      for (const [key, value] of Object.entries(changed)) stored.set(key, value);
    },
    async remove(keys) {
      for (const key of keys) stored.delete(key);
    },
  };
}

const change = fc.record(
  {
    connection: fc.constant(CONNECTION),
    lastSentAt: fc.nat(),
    pendingSince: fc.nat(),
    statusLoginRefused: fc.constantFrom(null, { code: 'badCredentials' as const }),
    oncePages: fc.array(fc.record({ tabId: fc.nat(9), origin: fc.webUrl(), documents: fc.constant(null) }), {
      maxLength: 3,
    }),
    asksForPauseCode: fc.boolean(),
    phoneHeard: fc.boolean(),
    microphoneHeard: fc.boolean(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<SessionState>>;

/** The session of a worker that is stopped after every change. */
async function keepsSession(changes: readonly Partial<SessionState>[]): Promise<void> {
  const area = areaOf({});
  for (const one of changes) {
    const store = createSessionStore(area);
    await store.load();
    await store.update(one);
  }
  const last = createSessionStore(area);
  assert.deepEqual(await last.load(), Object.assign({ ...EMPTY_SESSION }, ...changes));
  await last.clear();
  assert.deepEqual([...area.items], [], 'something is left of a session that was cleared');
}

async function keepsCalls(stored: unknown): Promise<void> {
  const session = createSessionStore(areaOf({ connection: CONNECTION }));
  await session.load();
  const disk = areaOf({ keptCalls: stored });
  const settings = {
    read: async () => ({ ...DEFAULT_SETTINGS, keepCalls: true }),
    write: async () => {},
    forget: async () => {},
    onChange() {},
  };
  await createKeptCalls(
    { ...disk, get: () => disk.get(null), remove: (key) => disk.remove([key]) },
    session,
    settings,
  ).restore();
  const { history } = session.current();
  assert.ok(history.length <= 20);
  for (const { e164, extension, problem } of history) {
    assert.match(e164, /^\+[1-9][0-9]{5,14}$/);
    if (extension !== null) assert.match(extension, /^[0-9]{1,12}$/);
    assert.equal(problem, null);
  }
  if (history.length > 0) return;
  const wasEmpty = Array.isArray(asRecord(stored).calls) && (asRecord(stored).calls as unknown[]).length === 0;
  assert.ok(wasEmpty || disk.items.size === 0, 'what could not be read is left on the disk');
}

export const STORED_TARGETS: readonly FuzzTarget[] = [
  fuzzTarget('the policy of a company', 2500, damaged(fc.constant(POLICY)), (managed) => {
    const policy = parsePolicy(asRecord(managed));
    assertPlainWorld();
    for (const name of Object.keys(policy.values))
      assert.ok(
        POLICY_NAMES.some((known) => known === name),
        name,
      );
    for (const name of policy.locked) assert.ok(Object.hasOwn(policy.values, name), `${name} is locked to nothing`);
    const settings = settingsUnder(policy, {});
    assert.match(settings.regions.join(), /^[A-Z]{2}(,[A-Z]{2})*$/);
    for (const prefix of settings.neverDial) assert.match(prefix, /^\+(?:[1-9][0-9]{0,14})?$/);
    assert.equal(rulesOfEntries(settings.recordRules).length, settings.recordRules.length);
    for (const site of settings.sites) assert.match(site, /^https?:\/\/[^/]+\/\*$/);
    assert.ok(settings.mostDialsPerMinute >= 1 && settings.mostDialsPerMinute <= 60);
  }),
  fuzzTarget('settings', 2500, damaged(fc.constant(SETTINGS)), (stored) => {
    const settings = parseSettings(asRecord(stored));
    assertPlainWorld();
    assert.deepEqual(Object.keys(settings), Object.keys(DEFAULT_SETTINGS));
    assert.match(settings.regions.join(), /^[A-Z]{2}(,[A-Z]{2})*$/);
    assert.deepEqual(parseSettings({ ...settings }), settings);
  }),
  fuzzTarget('the session after any stop of the worker', 1500, fc.array(change, { maxLength: 5 }), keepsSession),
  fuzzTarget(
    'a session of another version',
    2000,
    damaged(fc.constant({ ...EMPTY_SESSION, dial: {} })),
    async (stored) => {
      const state = await createSessionStore(areaOf(asRecord(stored))).load();
      assertPlainWorld();
      for (const name of Object.keys(EMPTY_SESSION)) assert.ok(Object.hasOwn(state, name), name);
    },
  ),
  fuzzTarget('calls kept on disk', 3000, damaged(fc.constant(KEPT)), keepsCalls),
  fuzzTarget('the vault on disk', 2500, fc.oneof(damaged(fc.constant(VAULT)), anything), (stored) => {
    const vault = readStoredVault(stored);
    assertPlainWorld();
    if (!vault) return;
    const { sealed, wrongPins, lastTryAt } = vault;
    assert.ok(sealed.iterations >= 600_000 && sealed.iterations <= 10_000_000, `${sealed.iterations} rounds`);
    for (const text of [sealed.salt, sealed.iv, sealed.data]) assert.doesNotThrow(() => atob(text));
    for (const count of [wrongPins, lastTryAt]) assert.ok(Number.isInteger(count) && count >= 0, `${count}`);
  }),
];
