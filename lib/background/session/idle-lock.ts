import { isTalkingNow } from '../../agent/call/talking-now.ts';
import { viewOfDial } from '../../agent/dial/dial.ts';
import { isScreenSpeaking } from '../../agent/state/screen-reading.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';

const MINUTE_MS = 60_000;
// A dialer that does not answer hides a call, and no call is cut off for that; but nobody stays signed in by it either.
const UNREAD_MS = 5 * MINUTE_MS;

export interface IdleLockDeps {
  readonly store: SessionStore;
  readonly settings: SettingsStore;
  /** Reads the agent's state; resolves when it is stored. */
  readonly readNow: () => Promise<void>;
  /** Whether a supervisor is signed in, with or without an agent beside him. */
  readonly isSupervised: () => Promise<boolean>;
  /** Signs agent and supervisor out; what is remembered under the agent's PIN stays. */
  readonly lock: () => Promise<unknown>;
  /** Has {@link IdleLock.woken} called at that time (ms since 1970), in place of any other; null for not at all. */
  readonly wakeAt: (when: number | null) => void;
  readonly now: () => number;
}

/** Signs out an agent, and a supervisor, who has been away from the computer for as long as the settings say. */
export interface IdleLock {
  /** The person has left, or is back. To be told before it is stored, because it reads since when he was away. */
  awayChanged(isAway: boolean): Promise<void>;
  /** The time that {@link IdleLockDeps.wakeAt} was told has come. */
  woken(): Promise<void>;
}

/** Nothing is kept here: a worker that was stopped meanwhile finds since when in the session, and the alarm in the browser. */
export function createIdleLock({ store, settings, readNow, isSupervised, lock, wakeAt, now }: IdleLockDeps): IdleLock {
  const isOnCall = () => {
    const { agent, dial, screen } = store.current();
    return isTalkingNow({ agent, dial: dial && viewOfDial(dial), screen: { alive: isScreenSpeaking(screen) } }, now());
  };

  /** Nothing was read while he was away, and a call may have come: he talks, without touching anything. */
  const mayBeOnCall = async (due: number): Promise<boolean> => {
    if (!store.current().connection) return false;
    if (isOnCall()) return true;
    const asked = now();
    await readNow();
    const isUnread = store.current().agent.readAt < asked;
    return isOnCall() || (isUnread && asked < due + UNREAD_MS);
  };

  const lockWhenDue = async (awaySince: number, isAway: boolean): Promise<void> => {
    const { lockAfterMinutes } = await settings.read();
    const isAnybodyIn = store.current().connection !== null || (await isSupervised());
    if (lockAfterMinutes === 0 || !isAnybodyIn) return wakeAt(null);
    const due = awaySince + lockAfterMinutes * MINUTE_MS;
    if (now() >= due && !(await mayBeOnCall(due))) {
      wakeAt(null);
      await lock();
    } else wakeAt(isAway ? Math.max(due, now() + MINUTE_MS) : null);
  };

  return {
    async awayChanged(isAway) {
      const { awaySince } = store.current();
      if (isAway) return lockWhenDue(awaySince ?? now(), true);
      // A computer that slept tells no sooner than now that its time had come.
      if (awaySince !== null) return lockWhenDue(awaySince, false);
      wakeAt(null);
    },
    async woken() {
      const { awaySince } = store.current();
      if (awaySince !== null) await lockWhenDue(awaySince, true);
    },
  };
}
