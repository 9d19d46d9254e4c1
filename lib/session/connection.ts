import type { DialMethod } from '../messages/panel-state.ts';
import type { Credentials } from '../vicidial/wire/credentials.ts';
import type { ServerUrl } from '../vicidial/wire/transport.ts';

/** Everything needed to speak to one dialer for one agent. Lives in `storage.session` and the background alone. */
export interface Connection {
  /** Random id of this sign-in: what was asked for another one is not taken in. */
  readonly id: string;
  readonly server: ServerUrl;
  readonly agentPath: string;
  readonly nonAgentPath: string;
  /** Null where the company's relay signs the requests: then no password is held. */
  readonly credentials: Credentials | null;
  readonly relay?: { readonly path: string; readonly hasStatus: boolean };
  /** The agent the API commands act on; the same as the signing user unless an administrator says otherwise. */
  readonly agentUser: string;
  /** Never the agent's own: a level 1 login counts as a failed one on the Non-Agent API. */
  readonly statusCredential: Credentials | null;
  readonly region: string;
  readonly dialMethod: DialMethod;
  /** Milliseconds that the dialer's clock is ahead of this computer's UTC; left out where it was not read. */
  readonly clockAheadMs?: number;
  /** Milliseconds since 1970; left out by sign-ins of versions before it was kept. */
  readonly signedInAt?: number;
}

/** Whether agent_status can be asked, which alone tells a parked customer and a third line. */
export function hasDetail({ statusCredential, relay }: Connection): boolean {
  return statusCredential !== null || (relay?.hasStatus ?? false);
}
