import { beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../lib/result.ts';
import type { Credentials } from '../../../lib/vicidial/wire/credentials.ts';
import { agentIn, screenIn } from '../agent/dials.ts';
import { settle } from './rig.ts';
import { fire, LOST, next, rig, setUpWatch, store, watch } from './watch-rig.ts';

beforeEach(setUpWatch);

describe('beside an agent screen that speaks', () => {
  beforeEach(() => store.update({ agent: agentIn('paused', { source: 'screen' }), screen: screenIn() }));

  it('looks every five seconds whether it still does, which costs nothing', () => {
    watch.setPanelOpen(true);
    expect(next()?.ms).toBe(5_000);
  });

  it('asks the server at once when it has fallen silent, and then at its usual pace', async () => {
    watch.setPanelOpen(true);
    await store.update({ screen: screenIn({ isAlive: false }) });
    watch.reconsider();
    expect(next()?.ms).toBe(0);
    await store.update({ agent: agentIn('paused') });
    watch.reconsider();
    expect(next()?.ms).toBe(30_000);
  });

  it('backs off all the same when the server does not rig.answer either', async () => {
    await store.update({ screen: screenIn({ isAlive: false }) });
    watch.setPanelOpen(true);
    rig.answer = fail(LOST);
    await fire();
    expect(next()?.ms).toBe(5_000);
  });
});

describe('a phase that only the server can end', () => {
  const onScreen = async (phase: 'parked' | 'threeWay' | 'talking', statusCredential: Credentials | null) => {
    const { connection } = store.current();
    await store.update({
      connection: connection && { ...connection, statusCredential },
      agent: agentIn(phase, { source: 'screen' }),
      screen: screenIn({ phase: 'talking' }),
    });
    watch.setPanelOpen(true);
    return rig.timers.map(({ ms }) => ms);
  };
  const LOGIN = { user: 'api7', password: 'level7pass' };

  it.each(['parked', 'threeWay'] as const)(
    '%s is asked for at the pace of the panel, beside the screen',
    async (phase) => {
      expect(await onScreen(phase, LOGIN)).toEqual([10_000, 5_000]);
      watch.reconsider();
      rig.timers.find(({ ms }) => ms === 10_000)?.task();
      await settle();
      expect(rig.sources).toEqual(['server']);
    },
  );

  it('costs nothing without a login that would tell it, nor in a plain call, nor with the panel closed', async () => {
    expect(await onScreen('parked', null)).toEqual([5_000]);
    watch.setPanelOpen(false);
    rig.timers = [];
    expect(await onScreen('talking', LOGIN)).toEqual([5_000]);
    await onScreen('parked', LOGIN);
    watch.setPanelOpen(false);
    expect(rig.timers.map(({ ms }) => ms)).not.toContain(10_000);
  });
});

it('reads from the server after what is under way', async () => {
  const first = watch.readNow();
  const second = watch.readServer();
  await Promise.all([first, second]);
  expect(rig.sources).toEqual(['anywhere', 'server']);
});

it('asks the server itself for the one reading it was asked for', async () => {
  watch.askServer(0);
  await fire();
  watch.request(0);
  await fire();
  expect(rig.sources).toEqual(['server', 'anywhere']);
});

describe('an rig.answer to an earlier sign-in', () => {
  it('is not taken in', async () => {
    const taken: unknown[] = [];
    let release = () => {};
    rig.hold = new Promise((resolve) => {
      release = resolve;
    });
    rig.answer = fail({ code: 'badCredentials' });
    const reading = watch.readNow();
    const { connection } = store.current();
    await store.update({ connection: connection && { ...connection, id: 'sign-in-2' } });
    store.onChange((state) => taken.push(state));
    release();
    await reading;
    expect(taken).toEqual([]);
  });
});

describe('one request at a time', () => {
  it('joins a reading under way', async () => {
    let release = () => {};
    rig.hold = new Promise((resolve) => {
      release = resolve;
    });
    const both = Promise.all([watch.readNow(), watch.readNow()]);
    release();
    await both;
    expect(rig.reads).toBe(1);
  });

  it('reads again for a dial whose reading fell due meanwhile', async () => {
    let release = () => {};
    rig.hold = new Promise((resolve) => {
      release = resolve;
    });
    const first = watch.readNow();
    watch.request(0);
    await fire();
    release();
    await first;
    await fire();
    expect(rig.reads).toBe(2);
  });
});

describe('a dial and an open panel', () => {
  it('do not disturb the counted readings of the dial', async () => {
    await store.update({ agent: agentIn('talking'), pending: { kind: 'hangUp' } });
    watch.setPanelOpen(true);
    watch.request(1_900);
    watch.reconsider();
    expect(rig.timers.map(({ ms }) => ms)).toEqual([1_900]);
  });

  it('are served by one reading, the one that is due first', async () => {
    await store.update({ agent: agentIn('talking') });
    watch.request(20_000);
    expect(next()?.ms).toBe(21_500);
    watch.setPanelOpen(true);
    expect(rig.timers.map(({ ms }) => ms)).toEqual([21_500, 10_000]);
    await fire();
    expect([rig.reads, rig.timers.length]).toEqual([1, 1]);
    watch.setPanelOpen(false);
    expect(next()).toBeNull();
  });

  it('leave the call its own readings when the panel is closed', async () => {
    await store.update({ agent: agentIn('talking') });
    watch.request(20_000);
    watch.setPanelOpen(true);
    watch.setPanelOpen(false);
    expect(rig.timers.map(({ ms }) => ms)).toEqual([21_500]);
  });

  it('read a followed call at once when the agent screen that told of it falls silent', async () => {
    await store.update({ agent: agentIn('talking', { source: 'screen' }), screen: screenIn({ phase: 'talking' }) });
    watch.request(20_000);
    expect(next()?.ms).toBe(5_000);
    await store.update({ screen: screenIn({ phase: 'talking', isAlive: false }) });
    watch.reconsider();
    expect(next()?.ms).toBe(0);
  });
});
