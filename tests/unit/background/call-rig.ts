import type { AgentPhase, AgentState } from '../../../lib/agent/state/agent-state.ts';
import { createCallControl } from '../../../lib/background/dialling/call-control.ts';
import { fail, ok } from '../../../lib/result.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import type { AgentClient } from '../../../lib/vicidial/client.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import { agentIn, NOW } from '../agent/dials.ts';
import { settle, signedInArea } from './rig.ts';

/** What the agent wants of a call that he finishes. */
export const WISH = { status: 'SALE', callback: null, afterCall: 'next' } as const;

const ANSWERS: Readonly<Record<string, unknown>> = { callsInQueue: 3, recordingState: { recording: true } };

/** A client that notes what it is asked and accepts everything, unless the name is among the refused or those whose answer is lost. */
export function createClient(
  asked: unknown[][],
  refused: readonly string[] = [],
  lost: readonly string[] = [],
  failure: VicidialFailure = { code: 'noLiveCall' },
): AgentClient {
  return new Proxy({} as AgentClient, {
    get:
      (_, name: string) =>
      async (...args: unknown[]) => {
        asked.push([name, ...args]);
        if (lost.includes(name)) return fail({ code: 'timeout', timeoutMs: 8_000 });
        return refused.includes(name) ? fail(failure) : ok(ANSWERS[name] ?? null);
      },
  });
}

/** The control of the calls of an agent in that phase, and what it asks for. */
export async function setUpCalls(
  phase: AgentPhase,
  refused: readonly string[] = [],
  area?: Awaited<ReturnType<typeof signedInArea>>,
  lost: readonly string[] = [],
  failure?: VicidialFailure,
) {
  const storage = area ?? (await signedInArea());
  const store = createSessionStore(storage);
  await store.load();
  await store.update({ agent: agentIn(phase) });
  const asked: unknown[][] = [];
  const clock = { now: NOW };
  let readings = 0;
  const details: number[] = [];
  const before: string[] = [];
  let detailed = 0;
  /** What a reading says; nothing where the dialer does not answer. */
  const truth = { phase, phoneNumber: null as string | null, isSilent: false };
  const calls = createCallControl({
    store,
    now: () => clock.now,
    sleep: async () => {},
    client: () => createClient(asked, refused, lost, failure),
    requestReading: () => {
      readings++;
    },
    readNow: () => answer(),
    readDetail: () => {
      detailed++;
      return answer();
    },
    requestDetail: (afterMs) => void details.push(afterMs),
    beforeLogOut: async () => void before.push('logOut'),
  });
  const answer = async () => {
    const { phase: shown, phoneNumber, isSilent } = truth;
    if (!isSilent) await read(shown, { phoneNumber, readAt: clock.now });
  };
  const read = async (next: AgentPhase, changes: Partial<AgentState> = {}) => {
    await store.update({ agent: agentIn(next, changes) });
    await calls.agentRead(agentIn(next, changes));
    await settle();
  };
  return {
    store,
    storage,
    clock,
    calls,
    asked,
    read,
    truth,
    readings: () => readings,
    details,
    before,
    detailed: () => detailed,
  };
}
