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
