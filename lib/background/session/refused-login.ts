import type { RememberedConnection } from '../../messages/panel-state.ts';
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

/** A login that a dialer has refused. */
export interface RefusedLogin extends PlacedLogin {
  /** The agent's own, or the second one. */
  readonly which: 'credentials' | 'statusCredential';
  readonly failure: VicidialFailure;
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
  which: RefusedLogin['which'],
  { server, credentials }: PlacedLogin,
): boolean {
  const own = session?.[which];
  return session?.server === server && !!own && isSameLogin(own, credentials);
}

/**
 * Whether a sign-in that is remembered under a PIN may have a login that was refused: as the agent's own, or at least as its second
 * one. Passwords are sealed there, and a digest of them beside it would be guessed with less than the PIN: so it may wherever the user
 * is the same. The name of the second login is sealed, too. `last` is who signed in last on this device, which is who is remembered;
 * null where that is not known.
 */
export function mayBeRemembered(
  { server, credentials }: PlacedLogin,
  last: Pick<RememberedConnection, 'server' | 'user'> | null,
): 'asOwn' | 'asSecond' | 'no' {
  if (last === null) return 'asOwn';
  if (last.server !== server) return 'no';
  return isSameUser(last.user, credentials.user) ? 'asOwn' : 'asSecond';
}

/** The login of a sign-in that the dialer refused; null where it refused none. */
export function refusedOf(
  { server, allowInsecure, user, password, statusCredential, relay }: SignInRequest,
  problem: SignInProblem,
): RefusedLogin | null {
  if (problem.code !== 'vicidial' && problem.code !== 'statusCredential') return null;
  const { failure } = problem;
  const which = problem.code === 'vicidial' ? 'credentials' : 'statusCredential';
  const credentials = which === 'credentials' ? { user, password } : statusCredential;
  const address = parseServerUrl(server, { allowInsecure });
  // What a relay refuses is its own, and the agent has typed none.
  if (relay !== undefined || !credentials || !isLoginRefused(failure) || !address.ok) return null;
  return { server: address.value.server, credentials, which, failure };
}

/** Uses the second login of the session no more, also in a later worker: where that cannot be stored, that one finds nobody signed in. */
export async function dropStatusLogin(store: SessionStore, statusLoginRefused: VicidialFailure): Promise<void> {
  const { connection } = store.current();
  if (!connection) return;
  const isKept = await store.keep({ connection: { ...connection, statusCredential: null }, statusLoginRefused });
  if (!isKept) await store.withdraw('connection');
}

/** Tells of each second login that a session gives up as refused, whoever has used it. */
export function followRefusals(store: SessionStore, onRefused: (refused: RefusedLogin) => Promise<void>): void {
  let before: Connection | null = null;
  void store.load().then((state) => {
    before = state.connection;
  });
  store.onChange(({ connection, statusLoginRefused: failure }) => {
    const isDropped = before?.id === connection?.id && !connection?.statusCredential;
    const credentials = isDropped ? before?.statusCredential : null;
    if (connection && credentials && failure)
      void onRefused({ server: connection.server, credentials, which: 'statusCredential', failure });
    before = connection;
  });
}
