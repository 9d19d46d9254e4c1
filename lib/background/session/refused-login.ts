import type { Result } from '../../result.ts';
import type { AgentClient } from '../../vicidial/client.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';

/**
 * True when the server refuses the login itself. Ten of them lock the agent out of the agent screen, so the first one ends
 * every use of that login until the agent signs in anew.
 */
export function isLoginRefused(failure: VicidialFailure): boolean {
  switch (failure.code) {
    case 'badCredentials':
    case 'lockedOut':
    case 'noApiAccess':
    case 'twoFactorRequired':
    case 'addressBlocked':
    case 'relayLoginRefused':
      return true;
    default:
      return false;
  }
}

/** The same client, which tells of a refused login before it hands the answer on. */
export function tellRefusedLogin(
  client: AgentClient,
  onRefused: (failure: VicidialFailure) => Promise<void>,
): AgentClient {
  return new Proxy(client, {
    get(target, name: keyof AgentClient) {
      const ask = target[name] as (...args: unknown[]) => Promise<Result<unknown, VicidialFailure>>;
      return async (...args: unknown[]) => {
        const answer = await ask(...args);
        if (!answer.ok && isLoginRefused(answer.failure)) await onRefused(answer.failure);
        return answer;
      };
    },
  });
}
