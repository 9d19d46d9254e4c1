import type { SessionStore } from '../../session/session-store.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import { isSameUser } from '../../vicidial/same-user.ts';
import type { Credentials } from '../../vicidial/wire/credentials.ts';

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

/** Uses the second login of the session no more, also in a later worker: where that cannot be stored, that one finds nobody signed in. */
export async function dropStatusLogin(store: SessionStore): Promise<void> {
  const { connection } = store.current();
  if (!connection) return;
  const isKept = await store.keep({ connection: { ...connection, statusCredential: null }, statusLoginRefused: true });
  if (!isKept) await store.withdraw('connection');
}
