import type { AgentClient } from '../../vicidial/client.ts';
import { createSpacing, type SpacingDeps } from './spaced-requests.ts';

// PAUSE, RESUME and LOGOUT share one field of the agent, and the agent screen passes over what carries the epoch second of the
// request it acted on last (agent-screen.md 5): a pause within a second of a resume would be taken and never done.
const SPACING_MS = 1_100;

/**
 * The same client, whose pause, resume and log-out requests keep 1.1 s from the answer to the one before, so that no two of them
 * share the dialer's second. Everything else passes at once. Every client made by the returned function keeps the distance
 * from all the others.
 */
export function createPauseSpacing(deps: SpacingDeps): (client: AgentClient) => AgentClient {
  const spaced = createSpacing(deps, () => SPACING_MS);
  return (client) => ({
    ...client,
    pause: (value) => spaced(() => client.pause(value)),
    logout: () => spaced(() => client.logout()),
  });
}
