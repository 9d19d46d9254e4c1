import type { ConnectionOptions } from '../wire/caller.ts';

export interface AgentClientOptions extends ConnectionOptions {
  /** The agent all commands are for. Often the signing user himself. */
  readonly agentUser: string;
}
