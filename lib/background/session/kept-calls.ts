import * as v from 'valibot';
import { CALL_OUTCOMES, type CallRecord } from '../../agent/dial/dial-view.ts';
import { NAME_LENGTH } from '../../agent/state/screen-reading.ts';
import type { SessionState, SessionStore } from '../../session/session-store.ts';
import type { Settings } from '../../settings/schema.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { createSerialQueue } from '../serial-queue.ts';

const KEY = 'keptCalls';

const moment = v.pipe(v.number(), v.minValue(0));
const callSchema = v.object({
  id: v.string(),
  e164: v.pipe(v.string(), v.regex(/^\+[1-9]\d{5,14}$/)),
  extension: v.nullable(v.pipe(v.string(), v.regex(/^\d{1,12}$/))),
  customerName: v.exactOptional(v.pipe(v.string(), v.maxLength(NAME_LENGTH))),
  startedAt: moment,
  endedAt: moment,
  outcome: v.picklist(CALL_OUTCOMES),
  talkedMs: v.exactOptional(moment),
});
const keptSchema = v.object({
  server: v.string(),
  agentUser: v.string(),
  calls: v.pipe(v.array(callSchema), v.maxLength(20)),
});

/** The part of the device’s storage that is used; a test gives its own. */
export interface KeptCallsArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface KeptCalls {
  /** Writes what has changed of the history, where the agent lets it be kept. */
  follow(before: SessionState, after: SessionState): Promise<void>;
  /** Begins to keep, or wipes what was kept. */
  settingsChanged(settings: Settings): Promise<void>;
  /** Gives an agent who has just signed in the calls that were kept for him; those of anybody else are wiped. */
  restore(): Promise<void>;
  /** Wipes what was kept. */
  forget(): Promise<void>;
}

/** The recent calls on disk: only while the agent allows it, and only his own. They are not encrypted. */
export function createKeptCalls(area: KeptCallsArea, store: SessionStore, settings: SettingsStore): KeptCalls {
  // A wipe must not be overtaken by the writing of a call before it.
  const inTurn = createSerialQueue();

  const write = async ({ connection, history }: SessionState) => {
    // Signing in and out empties the session's history, not what is kept.
    if (!connection || history.length === 0) return;
    const { server, agentUser } = connection;
    // Why a call failed may quote the agent screen: it is no longer needed.
    const calls = history.map(({ problem: _problem, ...call }) => call);
    await area.set({ [KEY]: { server, agentUser, calls } });
  };

  return {
    follow: (before, after) =>
      inTurn(async () => {
        if (before.history !== after.history && (await settings.read()).keepCalls) await write(after);
      }),
    settingsChanged: ({ keepCalls }) => inTurn(() => (keepCalls ? write(store.current()) : area.remove(KEY))),
    forget: () => inTurn(() => area.remove(KEY)),
    restore: () =>
      inTurn(async () => {
        const { connection, history } = store.current();
        const stored = await area.get(KEY);
        if (!connection || !(KEY in stored)) return;
        const kept = v.safeParse(keptSchema, stored[KEY]);
        const isHis =
          kept.success && kept.output.server === connection.server && kept.output.agentUser === connection.agentUser;
        if (!isHis || !(await settings.read()).keepCalls) return area.remove(KEY);
        if (history.length > 0) return;
        const calls: CallRecord[] = kept.output.calls.map((call) => ({ ...call, problem: null }));
        await store.update({ history: calls });
      }),
  };
}
