import { describe, expect, it } from 'vitest';
import { tellFailures } from '../../../lib/background/session/told-failures.ts';
import { fail, ok } from '../../../lib/result.ts';
import type { AgentClient } from '../../../lib/vicidial/client.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import { dialIn } from '../agent/dials.ts';
import { fillUp } from './rig.ts';
import { REQUEST, setUp } from './session-control-rig.ts';

describe('a login the server refuses in the middle of a session', () => {
  const REFUSED = { code: 'badCredentials' } as const;
  const dial = dialIn('talking');

  it('ends the session and is never sent again; the running call stays to be shown', async () => {
    const { session, store, grant, refused } = await setUp();
    grant();
    await session.signIn(REQUEST);
    await store.update({ dial });
    await session.takeFailure(REFUSED);
    expect(store.current()).toMatchObject({ connection: null, connectionProblem: REFUSED, dial });
    expect(refused).toEqual([REFUSED]);
  });

  it('puts away what the session used, as signing out does, and only once nothing can be dialled any more', async () => {
    const { session, grant, ended } = await setUp();
    grant();
    await session.signIn(REQUEST);
    await session.takeFailure(REFUSED);
    await session.signIn(REQUEST);
    await session.signOut();
    expect(ended).toEqual([
      ['1000', null],
      ['1000', null],
    ]);
  });

  it('leaves no password behind where storage removes nothing, and puts the rest away even where it takes nothing', async () => {
    const { session, store, memory, grant, ended, closed } = await setUp();
    grant();
    await session.signIn(REQUEST);
    await store.update({ webphoneWindow: 40 });
    const { remove } = memory;
    const breakRemoval = () => {
      memory.remove = () => Promise.reject(new Error('Storage is broken'));
    };
    breakRemoval();
    await session.signOut();
    expect([memory.items.connection, store.current().connection]).toEqual([null, null]);
    memory.remove = remove;
    await session.signIn(REQUEST);
    await store.update({ webphoneWindow: 41 });
    breakRemoval();
    fillUp(memory);
    await expect(session.signOut()).rejects.toThrow();
    expect([ended.length, closed]).toEqual([2, [40, 41]]);
  });

  it('leaves the call, its phone and the number that is looked at to the same agent who signs in again, and to nobody else', async () => {
    const { session, store, grant, closed } = await setUp();
    grant();
    await session.signIn(REQUEST);
    const numberWindow = { windowId: 41, key: '4f1c', e164: '+14155550132', record: null, isSomebodys: true };
    await store.update({ dial, webphoneWindow: 40, numberWindow, lastSentAt: 7 });
    await session.end(REFUSED);
    await session.signIn(REQUEST);
    expect(store.current()).toMatchObject({ dial, webphoneWindow: 40, numberWindow, lastSentAt: 7 });
    expect(closed).toEqual([]);
    await session.end(REFUSED);
    await session.signIn({ ...REQUEST, user: '2000' });
    expect(store.current()).toMatchObject({ dial: null, webphoneWindow: null, numberWindow: null, lastSentAt: 0 });
    expect(closed).toEqual([40, 41]);
  });

  it('leaves the window that says to sign in to the first who does, and to nobody after him', async () => {
    const { session, store, grant, closed } = await setUp();
    grant();
    const numberWindow = { windowId: 41, key: '4f1c', e164: '+14155550132', record: null, isSomebodys: false };
    await store.update({ numberWindow });
    await session.signIn(REQUEST);
    expect([closed, store.current().numberWindow]).toEqual([[], { ...numberWindow, isSomebodys: true }]);
    await session.end(REFUSED);
    await session.signIn({ ...REQUEST, user: '2000' });
    expect([closed, store.current().numberWindow]).toEqual([[41], null]);
  });

  it('closes the window about a number with the sign-out, and no window where none is open', async () => {
    const { session, store, grant, closed } = await setUp();
    grant();
    await session.signIn(REQUEST);
    await store.update({
      numberWindow: { windowId: 41, key: '4f1c', e164: '+14155550132', record: null, isSomebodys: true },
    });
    await session.signOut();
    await session.signIn(REQUEST);
    await session.signOut();
    expect([closed, store.current().numberWindow]).toEqual([[41], null]);
  });

  it('loses nothing of a dial that is answered while the same agent signs in again', async () => {
    const { session, store, memory, grant } = await setUp();
    grant();
    await session.signIn(REQUEST);
    await store.update({ dial: dialIn('sending'), lastSentAt: 7 });
    await session.end(REFUSED);
    const answered = dialIn('awaitingScreen');
    const { remove } = memory;
    memory.remove = async (keys) => {
      expect(store.current().dial?.step).toBe('sending');
      await store.update({ dial: answered, lastSentAt: 9 });
      await remove(keys);
    };
    await session.signIn(REQUEST);
    expect(store.current()).toMatchObject({ dial: answered, lastSentAt: 9 });
    expect(memory.items).toMatchObject({ dial: answered, lastSentAt: 9, connection: { agentUser: '1000' } });
  });

  it('is dropped alone when it is the one for the live status', async () => {
    const { session, store, grant } = await setUp();
    grant();
    await session.signIn(REQUEST);
    const { connection } = store.current();
    await store.update({
      connection: connection && { ...connection, statusCredential: { user: 'api7', password: 'x' } },
    });
    await session.takeFailure(REFUSED);
    const kept = { connection: { statusCredential: null }, statusLoginRefused: REFUSED, connectionProblem: null };
    expect(store.current()).toMatchObject(kept);
    // The next reading, with the agent's own login, does not make it unsaid.
    await session.takeReading({ source: 'recording', notLoggedIn: true });
    expect(store.current()).toMatchObject(kept);
  });

  it("is dropped alone when it is the relay's for the live status, and ends the session when it is the relay's for agents", async () => {
    const { session, store, grant } = await setUp();
    grant();
    await session.signIn(REQUEST);
    const { connection } = store.current();
    const relay = { path: '/dialside', hasStatus: true };
    await store.update({ connection: connection && { ...connection, credentials: null, relay } });
    await session.takeFailure({ code: 'relayLoginRefused' });
    const kept = { relay: { path: '/dialside', hasStatus: false } };
    expect(store.current()).toMatchObject({
      ...{ connection: kept, statusLoginRefused: { code: 'relayLoginRefused' }, connectionProblem: null },
    });
    await session.takeFailure({ code: 'relayLoginRefused' });
    expect(store.current().connection).toBeNull();
  });

  it.each(['lockedOut', 'noApiAccess', 'twoFactorRequired', 'addressBlocked'] as const)(
    'is one that says %s, too',
    async (code) => {
      const { session, store, grant } = await setUp();
      grant();
      await session.signIn(REQUEST);
      await session.takeFailure({ code } as VicidialFailure);
      expect(store.current()).toMatchObject({ connection: null, connectionProblem: { code } });
    },
  );

  it.each(['unreachable', 'notPermitted'] as const)('is told apart from %s', async (code) => {
    const { session, store, grant } = await setUp();
    grant();
    await session.signIn(REQUEST);
    await session.takeFailure(code === 'notPermitted' ? { code, function: 'recording' } : { code });
    expect(store.current().connection).not.toBeNull();
  });

  it('is noticed in every answer', async () => {
    const told: string[] = [];
    const client = { pause: async () => fail(REFUSED), hangup: async () => ok(null) } as unknown as AgentClient;
    const watched = tellFailures(client, async ({ code }) => void told.push(code));
    await watched.hangup();
    expect(told).toEqual([]);
    expect(await watched.pause('PAUSE')).toEqual({ ok: false, failure: REFUSED });
    expect(told).toEqual(['badCredentials']);
  });
});
