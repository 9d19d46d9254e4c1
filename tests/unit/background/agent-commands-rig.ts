import type { AgentPhase, AgentState } from '../../../lib/agent/state/agent-state.ts';
import { createAgentCommands } from '../../../lib/background/dialling/agent-commands.ts';
import { fail, ok } from '../../../lib/result.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import type { AgentClient } from '../../../lib/vicidial/client.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import { agentIn, NOW } from '../agent/dials.ts';
import { settle, signedInArea } from './rig.ts';

/** The commands of a signed-in agent, a dialer that answers as told, and a clock. */
export async function setUp(phase: AgentPhase) {
  const area = await signedInArea();
  const store = createSessionStore(area);
  await store.load();
  await store.update({ agent: agentIn(phase, { readAt: NOW - 60_000 }) });
  const asked: string[] = [];
  const clock = { now: NOW };
  const due: { at: number; task: () => void }[] = [];
  const refusals: Partial<Record<string, VicidialFailure>> = {};
  const answer = (name: string) => async () => {
    asked.push(name);
    const refusal = refusals[name];
    return refusal ? fail(refusal) : ok(null);
  };
  const client = {
    pause: (value: string) => answer(value === 'RESUME' ? 'resume' : 'pause')(),
    pauseCode: answer('pauseCode'),
    hangup: answer('hangup'),
  } as unknown as AgentClient;
  const readNow = async () => void asked.push('reading');
  const deps = {
    store,
    // A new one each time, as it is made of what is stored.
    client: () => ({ ...client }),
    readNow,
    after: (ms: number, task: () => void) => void due.push({ at: clock.now + ms, task }),
    now: () => clock.now,
  };
  const commands = createAgentCommands(deps);
  const read = async (next: AgentPhase, changes: Partial<AgentState> = {}) => {
    const agent = agentIn(next, { since: clock.now, readAt: clock.now, ...changes });
    await store.update({ agent });
    await commands.agentRead(agent);
    await settle();
  };
  const pass = async (ms: number) => {
    clock.now += ms;
    for (const one of due.splice(0)) one.at <= clock.now ? one.task() : due.push(one);
    await settle();
  };
  const refuse = (name: string, failure: VicidialFailure) => {
    refusals[name] = failure;
  };
  return { area, store, commands, asked, client, deps, read, pass, refuse };
}
