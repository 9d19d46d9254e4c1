import type { DialPolicy } from '../../lib/agent/dial/dial.ts';
import type { ScreenReading } from '../../lib/agent/state/screen-reading.ts';
import type { CallControl } from '../../lib/background/dialling/call-control.ts';
import type { DialCoordinator } from '../../lib/background/dialling/dial-coordinator.ts';
import { createDialling } from '../../lib/background/dialling/dialling.ts';
import { createSessionControl } from '../../lib/background/session/session-control.ts';
import { createSessionStore, type SessionArea, type SessionStore } from '../../lib/session/session-store.ts';
import { createSettingsStore } from '../../lib/settings/settings-store.ts';
import type { ManualClock } from '../simulator/clock.ts';
import { createArea } from '../unit/background/rig.ts';

export interface BackgroundOptions {
  /** What outlives the worker. */
  readonly area: SessionArea;
  readonly fetch: typeof fetch;
  readonly clock: ManualClock;
  /** The browser's clock, which somebody may set. */
  readonly now: () => number;
  readonly policy: DialPolicy;
  readonly isPanelOpen: boolean;
  /** Counts down with every write to storage and every request, before and after each; at zero the worker stops there. */
  readonly fuse: { left: number };
}

/** One life of the worker. */
export interface Background {
  readonly store: SessionStore;
  readonly dials: DialCoordinator;
  readonly calls: CallControl;
  isAlive(): boolean;
  /** From now on nothing of it goes on. */
  stop(): void;
  /** The agent screen's script says what its page shows. */
  heard(reading: ScreenReading): void;
  screenGone(): void;
}

const SCREEN_TAB = 7;

/** Everything of the background that has to do with a dial, with a storage, a network and a clock that a test turns. */
export async function startBackground(options: BackgroundOptions): Promise<Background> {
  const { clock, now, policy } = options;
  const life = createLife(options);
  const { after, send } = life;
  const store = createSessionStore(life.area);
  await store.load();
  const dialling = createDialling({
    ...{ store, fetch: send, now, after },
    random: () => (clock.now() % 1_000) / 1_000,
    session: () => session,
    policy: async () => policy,
    callTime: async () => null,
    newLeadList: async () => null,
    openConfirmation: async () => {},
    keepConfirmation: async () => {},
    closeConfirmation: async () => {},
    newId: () => `dial-${clock.now()}`,
    isScreenTab: async () => true,
    keepTab: async () => {},
  });
  const { watch, dials, commands, calls, screens } = dialling;
  const session = createSessionControl({
    store,
    settings: createSettingsStore(createArea()),
    fetch: send,
    hasPermission: async () => true,
    keepConnectionsFresh: async () => {},
    onAgent: dialling.onAgent,
    onRefused: async () => {},
    onSecondRefused: async () => {},
    onTypedRefused: async () => {},
    closeWindow: async () => {},
    onEnded: async () => {},
    now,
  });
  store.onChange(watch.reconsider);
  watch.setPanelOpen(options.isPanelOpen);
  // Not awaited: a worker may stop in the middle of it.
  void takeUp(screens, dials, commands, calls);
  return {
    store,
    dials,
    calls,
    isAlive: life.isAlive,
    stop: life.stop,
    heard: (reading) => void screens.heard(reading, SCREEN_TAB),
    screenGone: () => void screens.gone(SCREEN_TAB),
  };
}

async function takeUp(...parts: readonly { restore(): Promise<void> }[]): Promise<void> {
  for (const part of parts) await part.restore().catch(() => undefined);
}

/** The worker's way to everything outside of it, which ends with its life. */
function createLife({ area, fetch, clock, fuse }: BackgroundOptions) {
  let alive = true;
  const burn = async () => {
    if (alive && fuse.left-- <= 0) alive = false;
    // A dead worker's awaits never come back.
    if (!alive) await new Promise(() => {});
  };
  const passing = async <T>(task: () => Promise<T>): Promise<T> => {
    await burn();
    const result = await task();
    await burn();
    return result;
  };
  const mortal: SessionArea = {
    get: (keys) => area.get(keys),
    set: (items) => passing(() => area.set(items)),
    remove: (keys) => passing(() => area.remove(keys)),
  };
  const send: typeof globalThis.fetch = (input, init) => passing(() => fetch(input, init));
  const after = (ms: number, task: () => void) =>
    clock.after(ms, () => {
      if (alive) task();
    });
  const stop = () => {
    alive = false;
  };
  return { area: mortal, send, after, stop, isAlive: () => alive };
}
