import type { AgentClient } from '../vicidial/client.ts';
import { createSerialQueue } from './serial-queue.ts';

// PAUSE and RESUME share one field of the agent, and the agent screen passes over what carries the epoch second of the
// request it acted on last (agent-screen.md 5): a pause within a second of a resume would be taken and never done.
const SPACING_MS = 1_100;

/**
 * The same client, whose pause and resume requests keep 1.1 s from the answer to the one before, so that no two of them
 * share the dialer's second. Everything else passes at once. Every client made by the returned function keeps the distance
 * from all the others.
 */
export function createPauseSpacing(deps: {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}): (client: AgentClient) => AgentClient {
  const oneByOne = createSerialQueue();
  let answeredAt = Number.NEGATIVE_INFINITY;
  return (client) => ({
    ...client,
    pause: (value) =>
      oneByOne(async () => {
        // A clock set back in the meantime must not hold the agent up for longer than the spacing itself.
        const left = Math.min(answeredAt + SPACING_MS - deps.now(), SPACING_MS);
        if (left > 0) await deps.sleep(left);
        try {
          return await client.pause(value);
        } finally {
          answeredAt = deps.now();
        }
      }),
  });
}
