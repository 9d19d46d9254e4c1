import { fail, ok, type Result } from '../../result.ts';
import type { VicidialFailure } from '../failure.ts';
import { isSameUser } from '../same-user.ts';

/** The user that signs a request. Not necessarily the agent it is for. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

declare const serviceBrand: unique symbol;

/**
 * A user of level 7 to 9 for the Non-Agent API: a service user whom no person uses, or a supervisor's own. Made by
 * {@link serviceCredentials} alone, so that an agent's sign-in cannot slip in: the Non-Agent API counts it as a wrong
 * password each time, and ten of those lock the agent out of the agent screen (docs/vicidial, section 3).
 */
export type ServiceCredentials = Credentials & { readonly [serviceBrand]: true };

/**
 * Refuses every user of the sign-in of an agent: the one it is signed with, and the agent it is for, who may be another.
 * `signedIn` is empty where no agent is signed in.
 */
export function serviceCredentials(
  credentials: Credentials,
  signedIn: readonly string[],
): Result<ServiceCredentials, VicidialFailure> {
  return signedIn.some((own) => isSameUser(own, credentials.user))
    ? fail({ code: 'refusedInput', field: 'user', problem: 'notAllowed' })
    : ok(credentials as ServiceCredentials);
}

/**
 * Why VICIdial could never accept this password; null when it could. Characters outside an endpoint's alphabet are
 * removed before the comparison, so the server would only say that the password is wrong, and count it.
 * Sites with VICIdial's UTF-8 option accept letters of any script too, hence a warning and not a refusal.
 */
export function passwordWarning(password: string, forBothEndpoints: boolean): 'stripped' | 'tooShort' | null {
  if (password.length < 2) return 'tooShort';
  const kept = forBothEndpoints ? /^[\w-]+$/ : /^[\w.+/=-]+$/;
  return kept.test(password) ? null : 'stripped';
}
