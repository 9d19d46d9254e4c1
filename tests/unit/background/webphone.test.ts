import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createWebphone } from '../../../lib/background/webphone.ts';
import { fail, ok } from '../../../lib/result.ts';
import type { Connection } from '../../../lib/session/connection.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import type { AgentClient } from '../../../lib/vicidial/client.ts';
import { createArea } from './rig.ts';

/** Windows as the browser keeps them. */
const fake = vi.hoisted(() => {
  const open = new Set<number>();
  const browser = {
    windows: {
      create: async () => {
        const id = 40 + open.size;
        open.add(id);
        return { id };
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

async function createDesk(url = OWN) {
  const area = createArea();
  const store = createSessionStore(area);
  await store.load();
  await store.update({ connection: { server: 'https://dialer.example' } as Connection });
  const webphoneUrl = vi.fn(async () => ok(url));
  const client = vi.fn((): AgentClient | null => ({ webphoneUrl }) as unknown as AgentClient);
  const settings = createSettingsStore(createArea());
  return { area, store, settings, webphoneUrl, client, webphone: createWebphone(store, settings, client) };
}

beforeEach(() => fake.open.clear());

describe('the webphone', () => {
  it('opens once for two presses, and is brought to the front', async () => {
    const { webphone, webphoneUrl } = await createDesk();
    expect(await Promise.all([webphone.open(null, false), webphone.open(null, false)])).toEqual([ok(null), ok(null)]);
    expect([fake.open.size, webphoneUrl.mock.calls.length]).toEqual([1, 1]);
  });

  it('is the same one for a worker that has just started', async () => {
    const { webphone, store, settings, client } = await createDesk();
    await webphone.open(null, false);
    await createWebphone(store, settings, client).open(null, false);
    expect(fake.open.size).toBe(1);
  });

  it('opens anew after its window was closed', async () => {
    const { webphone, store } = await createDesk();
    await webphone.open(null, false);
    fake.open.clear();
    await webphone.windowClosed(40);
    expect(store.current().webphoneWindow).toBeNull();
    await webphone.open(null, false);
    expect(fake.open.size).toBe(1);
  });

  it('hands its address out once, and never stores it', async () => {
    const { webphone, area } = await createDesk();
    await webphone.open(null, false);
    expect(JSON.stringify(area.items)).not.toContain('canary');
    expect([webphone.takeUrl(), webphone.takeUrl()]).toEqual([OWN, null]);
  });

  it('asked for by its own window, fetches a new address and opens no second window', async () => {
    const { webphone } = await createDesk();
    await webphone.open(null, false);
    webphone.takeUrl();
    await webphone.open(null, true);
    expect([fake.open.size, webphone.takeUrl()]).toEqual([1, OWN]);
  });

  it('of an unknown host waits for the agent’s word, which holds from then on', async () => {
    const { webphone, settings } = await createDesk(FOREIGN);
    const unknown = fail({ code: 'webphoneHostUnknown', host: 'phone.example' });
    expect(await webphone.open(null, false)).toEqual(unknown);
    // A word for another host is none.
    expect(await webphone.open('other.example', false)).toEqual(unknown);
    expect([fake.open.size, webphone.takeUrl()]).toEqual([0, null]);
    expect(await webphone.open('phone.example', false)).toEqual(ok(null));
    expect((await settings.read()).webphoneHosts).toEqual(['phone.example']);
    await webphone.windowClosed(40);
    expect(await webphone.open(null, false)).toEqual(ok(null));
  });

  it('tells the dialer’s refusal, and asks nobody without a sign-in', async () => {
    const { webphone, webphoneUrl, client } = await createDesk();
    webphoneUrl.mockResolvedValue(fail({ code: 'webphoneEmpty' }) as never);
    expect(await webphone.open(null, false)).toMatchObject({ failure: { failure: { code: 'webphoneEmpty' } } });
    client.mockReturnValue(null);
    expect(await webphone.open(null, false)).toEqual(fail({ code: 'notSignedIn' }));
    expect(fake.open.size).toBe(0);
  });
});
