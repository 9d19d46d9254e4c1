import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRememberedLogin } from '../../../lib/background/session/remembered-login.ts';
import { createVault, type VaultArea } from '../../../lib/vault/vault.ts';

/** What each version has sealed under the same PIN. A file stays as it is for good. */
const FOLDER = new URL('./stored/', import.meta.url);
const VERSIONS = readdirSync(FOLDER).map((name): [string, Record<string, unknown>] => [
  name.replace('.json', ''),
  JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')),
]);
const PIN = '493817';

function open(vault: unknown) {
  const disk: Record<string, unknown> = { vault };
  const area: VaultArea = {
    get: async () => structuredClone(disk),
    set: async (items) => void Object.assign(disk, structuredClone(items)),
    remove: async (key) => void delete disk[key],
  };
  return { disk, login: createRememberedLogin(createVault(area, () => 1_900_000_000_000)) };
}

describe.each(VERSIONS)('a sign-in that %s has sealed', (_version, vault) => {
  it('opens with its PIN as it was made', async () => {
    const { login, disk } = open(vault);
    expect(await login.isThere()).toBe(true);
    expect(await login.open({ pin: PIN, allowInsecure: true })).toEqual({
      ok: true,
      value: {
        request: {
          ...{ server: 'https://dialer.example.com', agentPath: '', nonAgentPath: '', allowInsecure: true },
          ...{ user: '6666', password: 's3cret-Pass_1', agentUser: '', region: 'US', dialMethod: 'manual', pin: null },
          statusCredential: { user: 'watcher', password: 'hush99' },
        },
        isSecondRefused: false,
      },
    });
    expect(disk.vault).toMatchObject({ sealed: vault.sealed, wrongPins: 0 });
  });

  it('goes on counting wrong PINs', async () => {
    const { login } = open(vault);
    expect(await login.open({ pin: '271828', allowInsecure: false })).toMatchObject({
      failure: { code: 'wrongPin', triesLeft: 7 },
    });
  });
});

it('of a newer form is not there, and is left to the version that can read it', async () => {
  const [, newest] = VERSIONS.at(-1)!;
  const newer = { ...newest, sealed: { ...(newest.sealed as object), version: 2 } };
  const { login, disk } = open(newer);
  expect(await login.isThere()).toBe(false);
  expect(await login.open({ pin: PIN, allowInsecure: false })).toMatchObject({
    failure: { code: 'nothingRemembered' },
  });
  expect(disk.vault).toEqual(newer);
});
