/** The user that signs a request. Not necessarily the agent it is for. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
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
