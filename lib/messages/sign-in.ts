import type { UnlockFailure } from '../vault/vault.ts';
import type { VicidialFailure } from '../vicidial/failure.ts';
import type { ServerUrlProblem } from '../vicidial/wire/server-url.ts';
import type { DialMethod } from './panel-state.ts';

export type { ServerUrlProblem } from '../vicidial/wire/server-url.ts';

export interface ServerAddress {
  /** As typed; parsed and refused by the background. */
  readonly server: string;
  readonly agentPath: string;
  readonly nonAgentPath: string;
  /** The agent's word, given anew each time, that a private-network http address is meant. */
  readonly allowInsecure: boolean;
}

export interface SignInRequest extends ServerAddress {
  readonly user: string;
  readonly password: string;
  /** Empty when the same as `user`. */
  readonly agentUser: string;
  readonly region: string;
  readonly dialMethod: DialMethod;
  /** A separate level 7 or higher login for agent_status; null when there is none. */
  readonly statusCredential: { readonly user: string; readonly password: string } | null;
  /** Set where the company's relay signs in, and no password goes along: its path, empty for the one in the address. */
  readonly relay?: string;
  /** Under which the sign-in is remembered on this device once it has succeeded; null to remember nothing. */
  readonly pin: string | null;
}

export interface UnlockRequest {
  readonly pin: string;
  /** As with {@link ServerAddress}: given anew each time. */
  readonly allowInsecure: boolean;
}

export type UnlockProblem = SignInProblem | { readonly code: 'vault'; readonly failure: UnlockFailure };

export type SignInProblem =
  | { readonly code: 'server'; readonly problem: ServerUrlProblem }
  | { readonly code: 'permissionMissing'; readonly origin: string }
  | { readonly code: 'vicidial'; readonly failure: VicidialFailure }
  | { readonly code: 'statusCredential'; readonly failure: VicidialFailure };
