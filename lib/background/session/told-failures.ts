import type { Result } from '../../result.ts';
import type { AgentClient } from '../../vicidial/client.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';

/** The same client, which tells of each failure before it hands the answer on, and waits until that is taken in. */
export function tellFailures(client: AgentClient, onFailure: (failure: VicidialFailure) => Promise<void>): AgentClient {
  return new Proxy(client, {
    get(target, name: keyof AgentClient) {
      const ask = target[name] as (...args: unknown[]) => Promise<Result<unknown, VicidialFailure>>;
      return async (...args: unknown[]) => {
        const answer = await ask(...args);
        if (!answer.ok) await onFailure(answer.failure);
        return answer;
      };
    },
  });
}
