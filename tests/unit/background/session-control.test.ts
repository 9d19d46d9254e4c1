import { describe, expect, it } from 'vitest';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { fillUp } from './rig.ts';
import { REQUEST, setUp } from './session-control-rig.ts';

it('an attempt that waits for permission gives way to a newer one: its password is never sent', async () => {
  const { session, passwords, grant } = await setUp();
  const first = session.signIn(REQUEST);
  const second = session.signIn({ ...REQUEST, password: 'agentpass' });
  grant();
  expect(await first).toMatchObject({ ok: false, failure: { code: 'permissionMissing' } });
  expect((await second).ok).toBe(true);
  expect(new Set(passwords)).toEqual(new Set(['agentpass']));
});

it('keeps nothing secret on the device', async () => {
  const { session, store, local, grant } = await setUp();
  grant();
  await session.signIn(REQUEST);
  expect(JSON.stringify(local.items)).not.toContain('mistyped');
  expect(local.items).toMatchObject({ remembered: { server: 'https://dialer.example.com', user: '1000' } });
  expect(store.current().connection?.credentials?.password).toBe('mistyped');
});

it('counts the dials of the minute on, and finds numbers on in the tabs that were asked for, when another agent signs in', async () => {
  const { session, store, grant } = await setUp();
  grant();
  await session.signIn(REQUEST);
  await store.update({ sentTimes: [7], oncePages: [{ tabId: 3, origin: 'https://crm.example', documents: null }] });
  await session.signIn({ ...REQUEST, user: '2000' });
  expect(store.current()).toMatchObject({
    connection: { agentUser: '2000' },
    sentTimes: [7],
    oncePages: [{ tabId: 3, origin: 'https://crm.example', documents: null }],
  });
  await session.signOut();
  await session.signIn(REQUEST);
  expect(store.current().sentTimes).toEqual([7]);
});

describe('storage that takes or removes nothing more', () => {
  it('keeps no reading from those who follow the call, and no refused login in use', async () => {
    const { session, store, memory, grant, taken, ended } = await setUp();
    grant();
    await session.signIn(REQUEST);
    fillUp(memory);
    await session.takeReading({ source: 'recording', liveStatus: 'INCALL' });
    expect([taken, store.current().agent.phase]).toEqual([['paused', 'onCall'], 'onCall']);
    await session.takeFailure({ code: 'badCredentials' });
    expect([store.current().connection, ended.length]).toEqual([null, 1]);
  });

  it.each([
    ['the agent’s', null],
    ['the separate one for the status', { user: '6666', password: 'statuspass' }],
  ])('leaves %s to no later worker, which would send it again', async (_, statusCredential) => {
    const { session, store, memory, grant } = await setUp();
    grant();
    await session.signIn(REQUEST);
    const { connection } = store.current();
    if (connection) await store.update({ connection: { ...connection, statusCredential } });
    fillUp(memory);
    await session.takeFailure({ code: 'badCredentials' });
    expect(JSON.stringify(memory.items)).not.toMatch(/mistyped|statuspass/);
    expect((await createSessionStore(memory).load()).connection).toBeNull();
  });

  it('leaves the password of the agent before to nobody, where storage removes nothing', async () => {
    const { session, memory, grant } = await setUp();
    grant();
    await session.signIn(REQUEST);
    memory.remove = () => Promise.reject(new Error('Storage is broken'));
    await session.signIn({ ...REQUEST, user: '2000', password: 'another' });
    expect(JSON.stringify(memory.items)).not.toContain('mistyped');
  });
});
