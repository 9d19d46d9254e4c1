import type { SignInProblem, SignInRequest } from '../../messages/sign-in.ts';
import type { Connection } from '../../session/connection.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import { isSameUser } from '../../vicidial/same-user.ts';
import type { Credentials } from '../../vicidial/wire/credentials.ts';
import { parseServerUrl, type ServerUrl } from '../../vicidial/wire/server-url.ts';

/** A login, and the dialer that it is for. */
export interface PlacedLogin {
  readonly server: ServerUrl;
  readonly credentials: Credentials;
}

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

/** Of one user with one password: what the dialer refuses of the one, it would refuse and count of the other. */
export function isSameLogin(one: Credentials, other: Credentials): boolean {
  return isSameUser(one.user, other.user) && one.password === other.password;
}

/** Whether a session has that login as its agent's own, or as its second one: what is refused elsewhere is not sent again by it. */
export function isLoginOf(
  session: Connection | null,
  which: 'credentials' | 'statusCredential',
  { server, credentials }: PlacedLogin,
): boolean {
  const own = session?.[which];
  return session?.server === server && !!own && isSameLogin(own, credentials);
}

/** The login of a sign-in that the dialer refused; null where it refused none. */
export function refusedOf(
  { server, allowInsecure, user, password, statusCredential, relay }: SignInRequest,
  problem: SignInProblem,
): (PlacedLogin & { readonly failure: VicidialFailure }) | null {
  if (problem.code !== 'vicidial' && problem.code !== 'statusCredential') return null;
  const { failure } = problem;
  const credentials = problem.code === 'vicidial' ? { user, password } : statusCredential;
  const address = parseServerUrl(server, { allowInsecure });
  // What a relay refuses is its own, and the agent has typed none.
  if (relay !== undefined || !credentials || !isLoginRefused(failure) || !address.ok) return null;
  return { server: address.value.server, credentials, failure };
}

/** Uses the second login of the session no more, also in a later worker: where that cannot be stored, that one finds nobody signed in. */
export async function dropStatusLogin(store: SessionStore): Promise<void> {
  const { connection } = store.current();
  if (!connection) return;
  const isKept = await store.keep({ connection: { ...connection, statusCredential: null }, statusLoginRefused: true });
  if (!isKept) await store.withdraw('connection');
}
