import { describe, expect, it } from 'vitest';
import { createIdleLock } from '../../../lib/background/session/idle-lock.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { agentIn, dialIn, NOW } from '../agent/dials.ts';
import { createArea, signedInArea } from './rig.ts';

const MINUTE = 60_000;

/** An agent who is signed out after an hour; each call is made by a worker of its own, over what the browser keeps. */
async function setUp(lockAfterMinutes = 60) {
  const [area, disk] = [await signedInArea(), createArea()];
  await disk.set({ lockAfterMinutes });
  const browser = { now: NOW, alarm: null as number | null };
  const supervisor = { isIn: false };
  const dialer = { agent: agentIn('paused'), answers: true };
  const withWorker = async <T>(act: (worker: Awaited<ReturnType<typeof startWorker>>) => Promise<T>) =>
    act(await startWorker());
  async function startWorker() {
    const store = createSessionStore(area);
    await store.load();
    const idleLock = createIdleLock({
      store,
      settings: createSettingsStore(disk),
      async readNow() {
        if (dialer.answers) await store.update({ agent: { ...dialer.agent, readAt: browser.now } });
      },
      isSupervised: async () => supervisor.isIn,
      async lock() {
        supervisor.isIn = false;
        await store.clear();
      },
      wakeAt: (when) => {
        browser.alarm = when;
      },
      now: () => browser.now,
    });
    return { store, idleLock };
  }
  return {
    area,
    disk,
    browser,
    dialer,
    supervisor,
    isSignedIn: () => area.items.connection !== undefined,
    change: (state: object) => area.set({ ...state }),
    /** As the worker does: the lock is told first, then it is stored. */
    tell: (isAway: boolean) =>
      withWorker(async ({ store, idleLock }) => {
        await idleLock.awayChanged(isAway);
        const { awaySince } = store.current();
        if (isAway !== (awaySince !== null)) await store.update({ awaySince: isAway ? browser.now : null });
      }),
    async ring() {
      browser.now = Math.max(browser.now, browser.alarm ?? browser.now);
      browser.alarm = null;
      await withWorker(({ idleLock }) => idleLock.woken());
    },
  };
}

describe('an agent who has left', () => {
  it('is signed out when his time has come, and not before', async () => {
    const { browser, tell, ring, isSignedIn } = await setUp();
    await tell(true);
    expect(browser.alarm).toBe(NOW + 60 * MINUTE);
    browser.now += 59 * MINUTE;
    // A worker that starts is told anew.
    await tell(true);
    expect(browser.alarm).toBe(NOW + 60 * MINUTE);
    expect(isSignedIn()).toBe(true);
    await ring();
    expect(isSignedIn()).toBe(false);
    expect(browser.alarm).toBeNull();
  });

  it('stays signed in when he is back in time', async () => {
    const { browser, tell, isSignedIn } = await setUp();
    await tell(true);
    browser.now += 30 * MINUTE;
    await tell(false);
    expect(browser.alarm).toBeNull();
    browser.now += 40 * MINUTE;
    await tell(false);
    expect(isSignedIn()).toBe(true);
  });

  it('with a computer that slept through it is signed out on waking, though the browser first says that somebody is there', async () => {
    const { browser, tell, isSignedIn } = await setUp();
    await tell(true);
    browser.now += 600 * MINUTE;
    await tell(false);
    expect(isSignedIn()).toBe(false);
  });

  it('is never signed out where the settings say so, also when they say it meanwhile', async () => {
    const never = await setUp(0);
    await never.tell(true);
    expect(never.browser.alarm).toBeNull();
    const meanwhile = await setUp();
    await meanwhile.tell(true);
    await meanwhile.disk.set({ lockAfterMinutes: 0 });
    await meanwhile.ring();
    expect(meanwhile.isSignedIn()).toBe(true);
  });

  it('but talks is signed out after the call', async () => {
    const { browser, dialer, tell, ring, isSignedIn, change } = await setUp();
    await tell(true);
    dialer.agent = agentIn('talking');
    await change({ dial: dialIn('talking'), agent: dialer.agent });
    await ring();
    expect(isSignedIn()).toBe(true);
    expect(browser.alarm).toBe(browser.now + MINUTE);
    dialer.agent = agentIn('paused');
    await change({ dial: dialIn('ended'), agent: dialer.agent });
    await ring();
    expect(isSignedIn()).toBe(false);
  });

  it('but took a call meanwhile, which nothing has told, is signed out after it', async () => {
    const { browser, dialer, tell, ring, isSignedIn, change } = await setUp();
    await change({ agent: agentIn('ready') });
    await tell(true);
    dialer.agent = agentIn('talking');
    await ring();
    expect(isSignedIn()).toBe(true);
    expect(browser.alarm).toBe(browser.now + MINUTE);
    dialer.agent = agentIn('wrapUp');
    await ring();
    expect(isSignedIn()).toBe(false);
  });

  it('stays signed in for a few minutes while the dialer does not say whether he talks', async () => {
    const { browser, dialer, tell, ring, isSignedIn } = await setUp();
    await tell(true);
    dialer.answers = false;
    for (let minute = 0; minute < 5; minute++) {
      await ring();
      expect([isSignedIn(), browser.alarm]).toEqual([true, browser.now + MINUTE]);
    }
    await ring();
    expect(isSignedIn()).toBe(false);
  });

  it('with a call that waits for its disposition is signed out: nobody is at it', async () => {
    const { tell, ring, isSignedIn, change } = await setUp();
    await tell(true);
    await change({ dial: dialIn('wrapUp'), agent: agentIn('wrapUp') });
    await ring();
    expect(isSignedIn()).toBe(false);
  });

  it('and is signed in nowhere leaves nothing to wake up for', async () => {
    const { browser, tell, change } = await setUp();
    await change({ connection: null });
    await tell(true);
    expect(browser.alarm).toBeNull();
  });
});

describe('a supervisor who has left', () => {
  it('is signed out when his time has come, where no agent is signed in', async () => {
    const { browser, supervisor, tell, ring, change } = await setUp();
    supervisor.isIn = true;
    await change({ connection: null });
    await tell(true);
    expect(browser.alarm).toBe(NOW + 60 * MINUTE);
    await ring();
    expect([supervisor.isIn, browser.alarm]).toEqual([false, null]);
  });

  it('beside an agent who talks is signed out with him after the call', async () => {
    const { supervisor, dialer, tell, ring, change } = await setUp();
    supervisor.isIn = true;
    await tell(true);
    dialer.agent = agentIn('talking');
    await change({ dial: dialIn('talking'), agent: dialer.agent });
    await ring();
    expect(supervisor.isIn).toBe(true);
    dialer.agent = agentIn('paused');
    await change({ dial: dialIn('ended'), agent: dialer.agent });
    await ring();
    expect(supervisor.isIn).toBe(false);
  });
});
