import { hostOf } from '../read-url.ts';
import type { UnlockFailure } from '../vault/vault.ts';
import { explainAtForm } from './explain-vicidial.ts';
import { type Explanation, explain, neverCase } from './explanation.ts';
import type { ServerUrlProblem, SignInProblem, UnlockProblem } from './sign-in.ts';

/** Why an address is not accepted as the dialer's. */
export function explainServer(problem: ServerUrlProblem): Explanation {
  switch (problem.code) {
    case 'empty':
      return explain('serverEmpty');
    case 'notUrl':
      return explain('serverNotUrl');
    case 'scheme':
      return explain('serverScheme');
    case 'credentials':
      return explain('serverCredentials');
    case 'insecurePrivate':
      return explain('serverInsecurePrivate', problem.host);
    case 'insecurePublic':
      return explain('serverInsecurePublic', problem.host);
    default:
      return neverCase(problem);
  }
}

/** Why the PIN of this device did not sign in. */
export function explainUnlock(problem: UnlockProblem): Explanation {
  return problem.code === 'vault' ? explainVault(problem.failure) : explainSignIn(problem);
}

function explainVault(failure: UnlockFailure): Explanation {
  switch (failure.code) {
    case 'wrongPin':
      return explain('unlockWrongPin', String(failure.triesLeft));
    case 'wait':
      return explain('unlockWait', String(Math.ceil(failure.ms / 1_000)));
    case 'wiped':
      return explain('unlockWiped');
    case 'nothingRemembered':
      return explain('unlockNothing');
    default:
      return neverCase(failure);
  }
}

/**
 * Why signing in failed; `asked` is the origin that was asked, where it was typed just now: a silent one is most often
 * mistyped. The form itself is the way out, but for what an administrator has to change.
 */
export function explainSignIn(problem: SignInProblem, asked: string | null = null): Explanation {
  switch (problem.code) {
    case 'server':
      return explainServer(problem.problem);
    case 'permissionMissing':
      return explain('permissionMissing', hostOf(problem.origin));
    case 'vicidial':
      return asked !== null && problem.failure.code === 'unreachable'
        ? explain('signInUnreachable', asked)
        : explainAtForm(problem.failure);
    case 'statusCredential':
      return explainAtForm(problem.failure);
    default:
      return neverCase(problem);
  }
}
