import { describe, expect, it } from 'vitest';
import { createRememberedLogin } from '../../../lib/background/session/remembered-login.ts';
import type { SignInRequest } from '../../../lib/messages/sign-in.ts';
import { createVault, MOST_WRONG_PINS } from '../../../lib/vault/vault.ts';
import { createArea } from './rig.ts';

const PIN = '493817';
// What a guess costs is tested in vault.test.ts.
const FEW_ITERATIONS = 1;
const REQUEST: SignInRequest = {
  server: 'http://192.168.1.20',
  agentPath: '',
  nonAgentPath: '/api.php',
  allowInsecure: true,
  user: '1000',
  password: 'canary-agent',
  agentUser: '',
  region: 'DE',
  dialMethod: 'manual',
  statusCredential: { user: 'status', password: 'canary-status' },
  pin: PIN,
};

function createDevice() {
  const { items, get, set, remove } = createArea();
  const clock = { now: 1_800_000_000_000 };
  const area = { get: () => get(null), set, remove: (key: string) => remove([key]) };
  return { disk: items, area, clock, login: createRememberedLogin(createVault(area, () => clock.now, FEW_ITERATIONS)) };
}

describe('a sign-in with a PIN', () => {
  it('comes back as it was made, but for the word on encryption, which holds for one connection', async () => {
    const { login } = createDevice();
    await login.keep(REQUEST);
    const opened = { ...REQUEST, pin: null };
    expect(await login.open({ pin: PIN, allowInsecure: false })).toEqual({
      ok: true,
      value: { request: { ...opened, allowInsecure: false }, isSecondRefused: false },
    });
    expect(await login.open({ pin: PIN, allowInsecure: true })).toMatchObject({ value: { request: opened } });
  });

  it('leaves nothing readable on the disk: no password, no PIN, no address that could be changed there', async () => {
    const { login, disk } = createDevice();
    await login.keep(REQUEST);
    const text = JSON.stringify(disk);
    expect(text).toContain('sealed');
    for (const secret of ['canary', PIN, '192.168', '1000"']) expect(text).not.toContain(secret);
  });

  it('is forgotten by the next one without', async () => {
    const { login } = createDevice();
    await login.keep(REQUEST);
    expect(await login.isThere()).toBe(true);
    await login.keep({ ...REQUEST, pin: null });
    expect(await login.isThere()).toBe(false);
  });

  it('is forgotten when the dialer calls its password wrong, and for no other refusal', async () => {
    const { login } = createDevice();
    await login.keep(REQUEST);
    await login.forgetWhen({ code: 'lockedOut' });
    expect(await login.isThere()).toBe(true);
    await login.forgetWhen({ code: 'badCredentials' });
    expect(await login.isThere()).toBe(false);
  });

  it('goes on without its second login, whose password the dialer calls wrong, and until it is made anew', async () => {
    const { login, disk } = createDevice();
    const second = async () => {
      const opened = await login.open({ pin: PIN, allowInsecure: true });
      return opened.ok && [opened.value.request.statusCredential, opened.value.isSecondRefused];
    };
    const refused = (user: string, code: 'badCredentials' | 'noApiAccess') =>
      login.dropSecond({ credentials: { user, password: 'any' }, failure: { code } });
    await refused('status', 'badCredentials');
    expect(disk).toEqual({});
    await login.keep(REQUEST);
    await refused('status', 'noApiAccess');
    await refused('1000', 'badCredentials');
    expect(await second()).toEqual([REQUEST.statusCredential, false]);
    await refused('STATUS', 'badCredentials');
    await refused('somebody', 'badCredentials');
    expect(JSON.stringify(disk)).not.toMatch(/status|somebody/i);
    expect([await second(), await second()]).toEqual([
      [null, true],
      [null, true],
    ]);
    await login.keep(REQUEST);
    expect(await second()).toEqual([REQUEST.statusCredential, false]);
  });

  it('is forgotten where the disk has no room for a note that it goes on without', async () => {
    const { login, area } = createDevice();
    await login.keep(REQUEST);
    area.set = () => Promise.reject(new Error('Quota exceeded'));
    await login.dropSecond({ credentials: { user: 'status', password: 'any' }, failure: { code: 'badCredentials' } });
    expect(await login.isThere()).toBe(false);
  });

  it('goes on without it also after wrong PINs', async () => {
    const { login } = createDevice();
    await login.keep(REQUEST);
    await login.dropSecond({ credentials: { user: 'status', password: 'any' }, failure: { code: 'badCredentials' } });
    await login.open({ pin: '000000', allowInsecure: true });
    expect(await login.open({ pin: PIN, allowInsecure: true })).toMatchObject({ value: { isSecondRefused: true } });
  });

  it('is wiped by too many wrong PINs, however many come at once', async () => {
    const { login, clock } = createDevice();
    await login.keep(REQUEST);
    const wrong = { pin: '000000', allowInsecure: false };
    const answers = await Promise.all([wrong, wrong, wrong, wrong].map((each) => login.open(each)));
    expect(answers.map((answer) => !answer.ok && answer.failure.code)).toEqual([
      'wrongPin',
      'wrongPin',
      'wrongPin',
      'wait',
    ]);
    for (let tried = 3; tried < MOST_WRONG_PINS; tried++) {
      clock.now += 3_600_000;
      await login.open(wrong);
    }
    expect(await login.isThere()).toBe(false);
  });

  it('of a version that knew other fields is as good as none', async () => {
    const { login, disk, clock } = createDevice();
    const area = {
      get: async () => ({ ...disk }),
      set: async (items: object) => void Object.assign(disk, items),
      remove: async () => void delete disk.vault,
    };
    await createVault(area, () => clock.now, FEW_ITERATIONS).remember(PIN, JSON.stringify({ user: '1000' }));
    expect(await login.open({ pin: PIN, allowInsecure: false })).toMatchObject({
      failure: { code: 'nothingRemembered' },
    });
    expect(await login.isThere()).toBe(false);
  });
});
