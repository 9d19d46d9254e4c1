import { describe, expect, it } from 'vitest';
import type { PendingPause } from '../../../lib/messages/panel-state.ts';
import { fail, ok } from '../../../lib/result.ts';
import type { SessionStore } from '../../../lib/session/session-store.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import { dialIn } from '../agent/dials.ts';
import { setUp } from './agent-commands-rig.ts';

const AFTER_CALL: PendingPause = { kind: 'pause', pauseCode: 'BREAK', afterCall: true, isHeld: true };

describe('a pause code that the server takes for too early', () => {
  type Early = Awaited<ReturnType<typeof setUpEarly>>;
  const askForBreak = async ({ client, commands }: Early) => {
    client.pause = () => new Promise(() => undefined);
    void commands.pause('BREAK');
  };
  const signInAnew = async (store: SessionStore) => {
    const { connection } = store.current();
    await store.update({ connection: connection && { ...connection, id: 'sign-in-2' } });
  };
  const setUpEarly = async (refusedTimes: number) => {
    const set = await setUp('ready');
    const codes: string[] = [];
    set.client.pauseCode = async (code) => (codes.push(code) > refusedTimes ? ok(null) : fail({ code: 'notPaused' }));
    await set.commands.pause('LUNCH');
    await set.read('paused', { source: 'screen' });
    return { ...set, codes, sent: () => codes.length };
  };

  it('is sent again until it has stored the pause, and nothing is said of it', async () => {
    const { store, pass, sent } = await setUpEarly(2);
    await pass(1_000);
    await pass(1_000);
    expect([sent(), store.current().agent.pauseCode, store.current().problem]).toEqual([3, 'LUNCH', null]);
    await pass(10_000);
    expect(sent()).toBe(3);
  });

  it('is given up after five times, and the agent is told', async () => {
    const { store, pass, sent } = await setUpEarly(99);
    for (let second = 0; second < 10; second++) await pass(1_000);
    expect(sent()).toBe(5);
    expect(store.current().problem).toMatchObject({ command: 'pauseCode', failure: { code: 'notPaused' } });
  });

  it.each<[string, (set: Early) => Promise<unknown>]>([
    ['wants to go ready', ({ commands }) => commands.resume()],
    ['asks for another pause, not yet answered', askForBreak],
    ['ends a call and is to be paused after it', ({ store }) => store.update({ pending: AFTER_CALL })],
    ['has gone ready on the agent screen', ({ read }) => read('ready')],
    ['is on a call', ({ read }) => read('talking')],
    ['calls a number, which has a code of its own', ({ store }) => store.update({ dial: dialIn('sending') })],
    ['has signed out', ({ store }) => store.update({ connection: null })],
    ['has signed in anew', ({ store }) => signInAnew(store)],
  ])('is not sent again to who meanwhile %s, and nothing is said of it', async (_, goOn) => {
    const early = await setUpEarly(99);
    await goOn(early);
    await early.pass(1_000);
    await early.pass(1_000);
    expect([early.sent(), early.store.current().problem]).toEqual([1, null]);
  });

  it('gives way to the one that is chosen after it', async () => {
    const { commands, read, pass, codes, store } = await setUpEarly(1);
    await commands.pause('BREAK');
    await read('paused', { source: 'screen' });
    for (let second = 0; second < 5; second++) await pass(1_000);
    expect([codes, store.current().agent.pauseCode]).toEqual([['LUNCH', 'BREAK'], 'BREAK']);
  });

  it('is sent again to who previews a lead meanwhile: he is paused', async () => {
    const { read, pass, codes } = await setUpEarly(1);
    await read('previewing');
    await pass(1_000);
    expect(codes).toEqual(['LUNCH', 'LUNCH']);
  });

  it.each<VicidialFailure>([
    { code: 'timeout', timeoutMs: 8_000 },
    { code: 'notVicidial' },
    { code: 'translated' },
    { code: 'notLoggedIn' },
  ])('is sent once where the answer is %o, and the agent is told', async (failure) => {
    const { commands, client, read, pass, store } = await setUp('ready');
    let sent = 0;
    client.pauseCode = async () => {
      sent++;
      return fail(failure);
    };
    await commands.pause('LUNCH');
    await read('paused', { source: 'screen' });
    for (let second = 0; second < 5; second++) await pass(1_000);
    expect([sent, store.current().problem]).toEqual([1, { code: 'vicidial', command: 'pauseCode', failure }]);
  });
});
