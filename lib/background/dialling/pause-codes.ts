import { isDialRunning } from '../../agent/dial/dial.ts';
import { isPausedNow } from '../../agent/state/pending-command.ts';
import type { Result } from '../../result.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { AgentClient } from '../../vicidial/client.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';

// The agent screen shows a pause as soon as it asks its server for it, and until that has stored it a code is refused (api.md 7.6).
const TRIES = 5;
const AGAIN_MS = 1_000;

interface PauseCodesDeps {
  readonly store: SessionStore;
  readonly after: (ms: number, task: () => void) => void;
}

interface PauseCodes {
  /**
   * Sends the code of a pause, and again, five times at most, while the server takes it for too early. Null once it is not meant any
   * more: of what the agent has left behind nothing is sent, and nothing is to be said.
   */
  send(client: AgentClient, code: string): Promise<Result<null, VicidialFailure> | null>;
  /** The agent has asked for something else. */
  forget(): void;
}

export function createPauseCodes({ store, after }: PauseCodesDeps): PauseCodes {
  let newest: object | null = null;

  return {
    async send(client, code) {
      const asked = { of: store.current().connection?.id };
      newest = asked;
      // A call has a code of its own, and the pause that it needs is not the one that this code names.
      const isMeant = () => {
        const { agent, pending, dial, connection } = store.current();
        const isAsked = newest === asked && connection?.id === asked.of;
        return isAsked && isPausedNow(agent) && pending === null && !isDialRunning(dial);
      };
      for (let tries = 1; ; tries++) {
        const answer = await client.pauseCode(code);
        const isTooEarly = !answer.ok && answer.failure.code === 'notPaused';
        if (!isTooEarly || tries === TRIES) return answer;
        await new Promise<void>((resolve) => after(AGAIN_MS, resolve));
        if (!isMeant()) return null;
      }
    },
    forget() {
      newest = null;
    },
  };
}
