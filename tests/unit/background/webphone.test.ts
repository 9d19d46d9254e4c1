import { beforeEach, describe, expect, it, vi } from 'vitest';
import { RING_PAUSE_MS } from '../../../lib/agent/call/ring-pause.ts';
import { createWebphone } from '../../../lib/background/webphone.ts';
import type { CommandProblem } from '../../../lib/messages/panel-state.ts';
import { fail, ok, type Result } from '../../../lib/result.ts';
import type { Connection } from '../../../lib/session/connection.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import type { AgentClient } from '../../../lib/vicidial/client.ts';
import { createArea, fillUp } from './rig.ts';

/** Windows as the browser keeps them. */
const fake = vi.hoisted(() => {
  const open = new Map<number, 'popup' | 'normal'>();
  const browser = {
    runtime: { getURL: () => 'chrome-extension://dialside/' },
    declarativeNetRequest: { updateSessionRules: vi.fn(async (_change: object) => undefined) },
    windows: {
      create: async () => {
        const id = 40 + open.size;
        open.set(id, 'popup');
        return { id };
      },
      get: async (id: number) => {
        const type = open.get(id);
        if (!type) throw new Error(`No window ${id}`);
        return { id, type };
      },
      update: async (id: number) => {
        if (!open.has(id)) throw new Error(`No window ${id}`);
        return { id };
      },
    },
  };
  return { open, browser };
});
vi.mock('../../../lib/platform/extension-api.ts', () => ({ browser: fake.browser }));

const OWN = 'https://dialer.example/phone?options=canary';
const FOREIGN = 'https://phone.example/?options=canary';

async function createDesk(url = OWN, policy: Record<string, unknown> = {}) {
  const area = createArea();
  const store = createSessionStore(area);
  await store.load();
  await store.update({ connection: { server: 'https://dialer.example' } as Connection });
  const webphoneUrl = vi.fn(async () => ok(url));
  const client = vi.fn((): AgentClient | null => ({ webphoneUrl }) as unknown as AgentClient);
  const settings = createSettingsStore(createArea(), { read: async () => policy, onChange: () => {} });
  const clock = { now: 1_000_000 };
  const webphone = createWebphone(store, settings, client, () => clock.now);
  return { area, store, settings, webphoneUrl, client, clock, webphone };
}

beforeEach(() => fake.open.clear());

describe('the webphone', () => {
  it('opens once for two presses, and is brought to the front', async () => {
    const { webphone, webphoneUrl } = await createDesk();
    expect(await Promise.all([webphone.open(null, null), webphone.open(null, null)])).toEqual([ok(null), ok(null)]);
    expect([fake.open.size, webphoneUrl.mock.calls.length]).toEqual([1, 1]);
  });

  it('is the same one for a worker that has just started', async () => {
    const { webphone, store, settings, client } = await createDesk();
    await webphone.open(null, null);
    await createWebphone(store, settings, client).open(null, null);
    expect(fake.open.size).toBe(1);
  });

  it('opens anew after its window was closed', async () => {
    const { webphone, store } = await createDesk();
    await webphone.open(null, null);
    fake.open.clear();
    expect(store.current().isPhoneGone).toBe(false);
    await webphone.windowClosed(40);
    expect(store.current()).toMatchObject({ webphoneWindow: null, isPhoneGone: true });
    await webphone.open(null, null);
    expect(fake.open.size).toBe(1);
  });

  it('takes the agent’s word that his phone is connected for another ring, and for another webphone, no more', async () => {
    const { webphone, store } = await createDesk();
    const heardAfter = async (change: () => Promise<unknown>) => {
      await store.update({ phoneHeard: true });
      await change();
      return store.current().phoneHeard;
    };
    expect(await heardAfter(() => webphone.open(null, null))).toBe(false);
    expect(await heardAfter(() => webphone.open(null, null))).toBe(true);
    expect(await heardAfter(() => webphone.windowClosed(99))).toBe(true);
    expect(await heardAfter(() => webphone.windowClosed(40))).toBe(false);
    expect(await heardAfter(() => webphone.ring(async () => ok(null)))).toBe(false);
  });

  it('hands its address out once, and never stores it', async () => {
    const { webphone, area } = await createDesk();
    await webphone.open(null, null);
    expect(JSON.stringify(area.items)).not.toContain('canary');
    expect([webphone.takeUrl(), webphone.takeUrl()]).toEqual([OWN, null]);
  });

  it('is kept out of the browser’s cache before its window can take the address', async () => {
    const { webphone } = await createDesk();
    const { updateSessionRules } = fake.browser.declarativeNetRequest;
    updateSessionRules.mockImplementationOnce(async () => {
      expect([fake.open.size, webphone.takeUrl()]).toEqual([0, null]);
    });
    updateSessionRules.mockClear();
    await webphone.open(null, null);
    expect(JSON.stringify(updateSessionRules.mock.calls)).toContain('|https://dialer.example/');
  });

  it('asked for by its own window, fetches a new address and opens no second window', async () => {
    const { webphone } = await createDesk();
    await webphone.open(null, null);
    webphone.takeUrl();
    await webphone.open(null, 40);
    expect([fake.open.size, webphone.takeUrl()]).toEqual([1, OWN]);
  });

  it('asked for by a window that the browser brought back, runs there from then on', async () => {
    const { webphone, store } = await createDesk();
    fake.open.set(77, 'popup');
    await webphone.open(null, 77);
    expect(webphone.takeUrl()).toBe(OWN);
    await webphone.open(null, null);
    expect([fake.open.size, store.current().webphoneWindow]).toEqual([1, 77]);
  });

  it('asked for by a second window, comes to the front in the first one', async () => {
    const { webphone, webphoneUrl } = await createDesk();
    await webphone.open(null, null);
    webphone.takeUrl();
    fake.open.set(77, 'popup');
    expect(await webphone.open(null, 77)).toEqual(ok(null));
    expect([webphone.takeUrl(), webphoneUrl.mock.calls.length]).toEqual([null, 1]);
  });

  it('in a tab among others is never remembered: its window would be closed with the phone', async () => {
    const { webphone, store } = await createDesk();
    fake.open.set(77, 'normal');
    await webphone.open(null, 77);
    expect([webphone.takeUrl(), store.current().webphoneWindow]).toEqual([OWN, null]);
  });

  it('that was closed is there again in such a tab', async () => {
    const { webphone, store } = await createDesk();
    await webphone.open(null, null);
    fake.open.clear();
    await webphone.windowClosed(40);
    fake.open.set(77, 'normal');
    await webphone.open(null, 77);
    expect(store.current()).toMatchObject({ webphoneWindow: null, isPhoneGone: false });
  });

  it('of an unknown host waits for the agent’s word, which holds from then on', async () => {
    const { webphone, settings } = await createDesk(FOREIGN);
    const unknown = fail({ code: 'webphoneHostUnknown', host: 'phone.example' });
    expect(await webphone.open(null, null)).toEqual(unknown);
    // A word for another host is none.
    expect(await webphone.open('other.example', null)).toEqual(unknown);
    expect([fake.open.size, webphone.takeUrl()]).toEqual([0, null]);
    expect(await webphone.open('phone.example', null)).toEqual(ok(null));
    expect((await settings.read()).webphoneHosts).toEqual(['phone.example']);
    await webphone.windowClosed(40);
    expect(await webphone.open(null, null)).toEqual(ok(null));
  });

  it('of a host that is not on the company’s fixed list opens for no word of the agent', async () => {
    const policy = { webphoneHosts: ['other.example'], locked: ['webphoneHosts'] };
    const { webphone, settings } = await createDesk(FOREIGN, policy);
    // The company is heard in the background.
    await vi.waitFor(async () => expect((await settings.read()).policy.locked).toEqual(['webphoneHosts']));
    const forbidden = fail({ code: 'webphoneHostForbidden', host: 'phone.example' });
    expect(await webphone.open(null, null)).toEqual(forbidden);
    expect(await webphone.open('phone.example', null)).toEqual(forbidden);
    expect(fake.open.size).toBe(0);
  });

  it('tells the dialer’s refusal, and asks nobody without a sign-in', async () => {
    const { webphone, webphoneUrl, client } = await createDesk();
    webphoneUrl.mockResolvedValue(fail({ code: 'webphoneEmpty' }) as never);
    expect(await webphone.open(null, null)).toMatchObject({ failure: { failure: { code: 'webphoneEmpty' } } });
    client.mockReturnValue(null);
    expect(await webphone.open(null, null)).toEqual(fail({ code: 'notSignedIn' }));
    expect(fake.open.size).toBe(0);
  });
});

describe('the agent’s own phone', () => {
  it('rings, and not again at once, although storage takes nothing more', async () => {
    const { webphone, area } = await createDesk();
    fillUp(area);
    const send = vi.fn(async () => ok(null));
    expect(await webphone.ring(send)).toEqual(ok(null));
    expect(await webphone.ring(send)).toEqual(fail({ code: 'rungJustNow' }));
    expect(send).toHaveBeenCalledOnce();
  });

  const send = vi.fn(async (): Promise<Result<null, CommandProblem>> => ok(null));
  beforeEach(() => {
    send.mockReset();
    send.mockResolvedValue(ok(null));
  });
  const TOO_SOON = fail({ code: 'rungJustNow' });

  it('rings once for two presses, and again after the pause', async () => {
    const { webphone, clock } = await createDesk();
    expect(await Promise.all([webphone.ring(send), webphone.ring(send)])).toEqual([ok(null), TOO_SOON]);
    clock.now += RING_PAUSE_MS - 1;
    expect(await webphone.ring(send)).toEqual(TOO_SOON);
    clock.now += 1;
    expect(await webphone.ring(send)).toEqual(ok(null));
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('keeps the pause in a worker that has just started', async () => {
    const { webphone, store, settings, client, clock } = await createDesk();
    await webphone.ring(send);
    expect(await createWebphone(store, settings, client, () => clock.now).ring(send)).toEqual(TOO_SOON);
  });

  it.each([
    [{ code: 'notLoggedIn' }, 2],
    // It may have rung.
    [{ code: 'timeout', timeoutMs: 8_000 }, 1],
  ] as const)('that did not answer but %j is asked for %i times in two presses', async (failure, times) => {
    const { webphone } = await createDesk();
    send.mockResolvedValue(fail({ code: 'vicidial', command: 'ringMe', failure }));
    await webphone.ring(send);
    await webphone.ring(send);
    expect(send).toHaveBeenCalledTimes(times);
  });

  it('is not held back by a clock that was set back', async () => {
    const { webphone, clock } = await createDesk();
    await webphone.ring(send);
    clock.now -= 3_600_000;
    expect(await webphone.ring(send)).toEqual(ok(null));
  });
});
