import type { StatusReading } from '../../../lib/agent/state/agent-state.ts';
import { createStatusWatch, type StatusWatch } from '../../../lib/background/status/status-watch.ts';
import { ok, type Result } from '../../../lib/result.ts';
import { createSessionStore, type SessionStore } from '../../../lib/session/session-store.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import { agentIn, NOW } from '../agent/dials.ts';
import { settle, signedInArea } from './rig.ts';

export const PAUSED: StatusReading = { source: 'recording', liveStatus: 'PAUSED' };
export const LOST: VicidialFailure = { code: 'unreachable' };

export let store: SessionStore;
export let watch: StatusWatch;

/** What the watch is given, and what it has done. */
export const rig = {
  now: NOW,
  timers: [] as { ms: number; task: () => void }[],
  reads: 0,
  /** Whom each reading was asked from. */
  sources: [] as string[],
  answer: ok(PAUSED) as Result<StatusReading, VicidialFailure>,
  /** A reading is answered when this is settled. */
  hold: Promise.resolve(),
};

/** Begins anew, for one test. */
export async function setUpWatch(): Promise<void> {
  store = createSessionStore(await signedInArea());
  await store.load();
  await store.update({ agent: agentIn('paused') });
  Object.assign(rig, { now: NOW, timers: [], reads: 0, sources: [], answer: ok(PAUSED), hold: Promise.resolve() });
  watch = createStatusWatch({
    store,
    read: (fromServer) => {
      rig.sources.push(fromServer ? 'server' : 'anywhere');
      rig.reads++;
      return rig.hold.then(() => rig.answer);
    },
    onReading: async () => {},
    onFailure: async (failure) => store.update({ connectionProblem: failure }),
    after: (ms, task) => {
      const mine = { ms, task };
      rig.timers.push(mine);
      return () => {
        rig.timers = rig.timers.filter((each) => each !== mine);
      };
    },
    // In the middle of the jitter: the interval itself.
    random: () => 0.5,
    now: () => rig.now,
  });
}

/** What falls due first. */
export function next() {
  return rig.timers.toSorted((one, other) => one.ms - other.ms)[0] ?? null;
}

export async function fire() {
  const due = next();
  rig.timers = rig.timers.filter((each) => each !== due);
  due?.task();
  await settle();
}
