import { type AgentState, withPauseCode } from '../agent/agent-state.ts';
import { isOnCall, settlePending } from '../agent/pending-command.ts';
import type { CommandProblem, PendingCommand } from '../messages/panel-state.ts';
import { fail, ok, type Result } from '../result.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { AgentClient } from '../vicidial/client.ts';
import type { VicidialFailure } from '../vicidial/failure.ts';

export interface AgentCommandsDeps {
  readonly store: SessionStore;
  readonly client: () => AgentClient | null;
  readonly readNow: () => Promise<void>;
  /** Resolves when what the running call still needs has been sent. */
  readonly beforeHangUp: () => Promise<void>;
  readonly now: () => number;
}

export interface AgentCommands {
  pause(pauseCode: string | null): Promise<Result<null, CommandProblem>>;
  resume(): Promise<Result<null, CommandProblem>>;
  hangUp(): Promise<Result<null, CommandProblem>>;
  /** Rings the agent's own phone; VICIdial queues one ring for each request, so it is asked once per press. */
  ringMe(): Promise<Result<null, CommandProblem>>;
  /** Settles what is pending by the newest reading. */
  agentRead(agent: AgentState): Promise<void>;
}

/**
 * Pause, resume and hang-up: shown as pending until the live status says that they are true. Sent also when storage takes
 * nothing more: none of them is repeated by a later worker.
 */
export function createAgentCommands(deps: AgentCommandsDeps): AgentCommands {
  const { store, now } = deps;

  const command = async (
    name: string,
    send: (client: AgentClient) => Promise<Result<unknown, VicidialFailure>>,
    pending: PendingCommand | null,
  ): Promise<Result<null, CommandProblem>> => {
    const client = deps.client();
    if (!client) return fail({ code: 'notSignedIn' });
    const asked = store.current().connection?.id;
    await store.keep({ problem: null });
    const answer = await send(client);
    // Signed out or in as somebody else meanwhile: the answer is about another session.
    if (store.current().connection?.id !== asked) return fail({ code: 'notSignedIn' });
    if (!answer.ok) {
      const problem: CommandProblem = { code: 'vicidial', command: name, failure: answer.failure };
      await store.keep({ problem });
      return fail(problem);
    }
    if (pending) {
      await store.keep({ pending, pendingSince: now() });
      void deps.readNow();
    }
    return ok(null);
  };

  return {
    pause: (pauseCode) => {
      const afterCall = isOnCall(store.current().agent.phase);
      return command('pause', (client) => client.pause('PAUSE'), { kind: 'pause', pauseCode, afterCall });
    },
    resume: () => command('resume', (client) => client.pause('RESUME'), { kind: 'resume' }),
    // Not read first, unlike what ends in a disposition: a hang-up without a call is ignored and forgotten when the next one
    // starts (api.md 6.8), while one that waits for a reading, or is refused by an old one, leaves the customer on the line.
    hangUp: async () => {
      await deps.beforeHangUp();
      return command('hangUp', (client) => client.hangup(), { kind: 'hangUp' });
    },
    ringMe: () => command('ringMe', (client) => client.callAgent(), null),
    async agentRead(agent) {
      const { pending, pendingSince } = store.current();
      if (!pending) return;
      const outcome = settlePending(pending, pendingSince, agent, now());
      if (outcome.pending === pending) return;
      await store.keep({ pending: outcome.pending, ...(outcome.problem && { problem: outcome.problem }) });
      const { sendCode } = outcome;
      if (!sendCode) return;
      const sent = await command('pauseCode', (client) => client.pauseCode(sendCode), null);
      if (sent.ok) await store.keep({ agent: withPauseCode(store.current().agent, sendCode) });
    },
  };
}
