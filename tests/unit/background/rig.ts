import type { DialPolicy } from '../../../lib/agent/dial/dial.ts';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import { createDialCoordinator, type DialCoordinator } from '../../../lib/background/dialling/dial-coordinator.ts';
import { fail, ok } from '../../../lib/result.ts';
import { createSessionStore, type SessionArea, type SessionStore } from '../../../lib/session/session-store.ts';
import type { AgentClient } from '../../../lib/vicidial/client.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';
import { agentIn, NOW, POLICY } from '../agent/dials.ts';

/** The browser's storage: it outlives the workers. */
export function createArea(): SessionArea & { readonly items: Record<string, unknown> } {
  const items: Record<string, unknown> = {};
  return {
    items,
    get: async () => structuredClone(items),
    set: async (change) => void Object.assign(items, structuredClone(change)),
    remove: async (keys) => {
      for (const key of keys) delete items[key];
    },
  };
}

/** From now on the storage takes nothing more. */
export function fillUp(area: SessionArea): void {
  area.set = () => Promise.reject(new Error('Quota exceeded'));
}

/** A dialer as far as the coordinator sees it: what was asked of it, and the agent it would show. */
export function createFakeDialer() {
  const dialer = {
    phase: 'paused' as AgentPhase,
    asked: [] as string[],
    dialAnswer: null as VicidialFailure | null,
    /** What a dial request does to the agent, once it has arrived. */
    onDial: () => {
      dialer.phase = 'dialling';
    },
    count: (name: string) => dialer.asked.filter((asked) => asked === name).length,
  };
  const client = {
    async pause(value: string) {
      dialer.asked.push(value);
      dialer.phase = value === 'PAUSE' ? 'paused' : 'ready';
      return ok({ epochSeconds: 1 });
    },
    async pauseCode() {
      dialer.asked.push('code');
      return ok(null);
    },
    async dial() {
      dialer.asked.push('dial');
      dialer.onDial();
      return dialer.dialAnswer ? fail(dialer.dialAnswer) : ok({ epochSeconds: 1 });
    },
    async preview() {
      dialer.asked.push('SKIP');
      return ok(null);
    },
  } as unknown as AgentClient;
  return { dialer, client };
}

export interface Worker {
  readonly dials: DialCoordinator;
  readonly store: SessionStore;
  /** How often the server was asked although the agent screen might have known. */
  serverAsked(): number;
  /** Runs what is due, until nothing is or `steps` turns have passed; each turn is one reading or timer. */
  run(steps?: number): Promise<void>;
  /** From now on this worker does nothing more, as if the browser had stopped it. */
  kill(): void;
}

/** One life of the background over a storage and a dialer that outlive it. */
export async function startWorker(options: {
  readonly area: SessionArea;
  readonly client: AgentClient;
  /** The client in so far as somebody is signed in; left out, somebody is. */
  readonly clientNow?: () => AgentClient | null;
  readonly phase: () => AgentPhase;
  readonly policy?: DialPolicy;
  readonly clock?: { now: number };
  /** Counts down with every write to storage and every request; at zero the worker dies right there. */
  readonly fuse?: { left: number };
}): Promise<Worker> {
  const { client, phase, policy = POLICY, clock = { now: NOW }, fuse = { left: Number.POSITIVE_INFINITY } } = options;
  let alive = true;
  let ids = 0;
  let serverAsked = 0;
  const readNow = () => dials.agentRead(agentIn(phase(), { readAt: clock.now }));
  const burn = async () => {
    if (alive && fuse.left-- <= 0) alive = false;
    // A dead worker's awaits never come back.
    if (!alive) await new Promise(() => {});
  };
  const area: SessionArea = {
    get: (keys) => options.area.get(keys),
    async set(items) {
      await burn();
      await options.area.set(items);
      await burn();
    },
    remove: (keys) => options.area.remove(keys),
  };
  const mortal = new Proxy(client, {
    get:
      (target, name: keyof AgentClient) =>
      async (...args: never[]) => {
        await burn();
        const answer = await (target[name] as (...a: never[]) => unknown)(...args);
        await burn();
        return answer;
      },
  });
  const due: { at: number; task: () => Promise<void> }[] = [];
  const store = createSessionStore(area);
  await store.load();
  const dials = createDialCoordinator({
    store,
    client: () => (options.clientNow && options.clientNow() === null ? null : mortal),
    policy: async () => policy,
    requestReading: (afterMs) => void due.push({ at: clock.now + afterMs, task: readNow }),
    readNow,
    askServer: () => {
      serverAsked++;
      due.push({ at: clock.now, task: readNow });
    },
    resume: () => void mortal.pause('RESUME'),
    openConfirmation: async () => {},
    keepConfirmation: async () => {},
    closeConfirmation: async () => {},
    after: (ms, task) => void due.push({ at: clock.now + ms, task: async () => task() }),
    now: () => clock.now,
    newId: () => `dial-${++ids}`,
  });
  return {
    dials,
    store,
    serverAsked: () => serverAsked,
    kill: () => {
      alive = false;
    },
    async run(steps = 50) {
      for (let step = 0; step < steps; step++) {
        await settle();
        if (!alive) return;
        const next = due.sort((a, b) => a.at - b.at).shift();
        if (!next) return;
        clock.now = Math.max(clock.now, next.at);
        // Not awaited: a task of a worker that dies in it never ends.
        void next.task();
      }
      await settle();
    },
  };
}

/** A worker with an agent signed in, and the dialer behind it. */
export async function startDialling(options: Partial<Parameters<typeof startWorker>[0]> = {}) {
  const { dialer, client } = createFakeDialer();
  const area = await signedInArea();
  const worker = await startWorker({ area, client, phase: () => dialer.phase, ...options });
  return { dialer, client, area, ...worker };
}

/** Lets every promise that can go on go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** A storage in which an agent is signed in. */
export async function signedInArea() {
  const area = createArea();
  await area.set({
    connection: {
      id: 'sign-in-1',
      server: 'https://dialer.example.com' as ServerUrl,
      agentPath: '/agc/api.php',
      nonAgentPath: '/vicidial/non_agent_api.php',
      credentials: { user: '1000', password: 'agentpass' },
      agentUser: '1000',
      statusCredential: null,
      region: 'US',
      dialMethod: 'unknown',
    },
  });
  return area;
}
