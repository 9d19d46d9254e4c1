/** What stands for a value that is not told. */
const HIDDEN = '***';

/** A name and its value in query or fragment, also of an address that stands encoded within another. */
const PART = /([?&;#]|%3f|%26|%23)([^=?&;#%]+(?:%(?!3d|3f|26|23)[^=?&;#%]*)*)(=|%3d)((?:(?![&;#]|%26|%23).)*)/gi;
const USER_INFO = /(\/\/)[^/?#@]+@/g;
/** Names that passwords and keys have in VICIdial's API and in those of others; one too many hides what could have been shown. */
const SECRET_NAME =
  /pass|pwd|secret|token|auth(?!or)|credential|signature|bearer|jwt|apikey|(?:^|[_.\]-])(?:key|sig|pw|pin|hash|code)$/i;
const CAMEL_KEY = /[a-z]Key$/;
const ONE_PLACEHOLDER = /^--A--\w+--B--$/;

/** The address as it may be told: each value of a password or key is `***`, and the rest as it was. A path may hold a secret all the same. */
export function withoutSecrets(address: string): string {
  return hide(address, HIDDEN);
}

/** Whether a password or key stands in it, or did before it was hidden. */
export function hasSecret(address: string): boolean {
  return hide(address, '') !== address;
}

function hide(address: string, by: string): string {
  return address
    .replace(USER_INFO, `$1${by}@`)
    .replace(PART, (_, before: string, name: string, equals: string, value: string) => {
      // What is no secret may be an address of its own.
      const told = isSecret(name, value) ? by : value === '' ? '' : hide(value, by);
      return `${before}${name}${equals}${told}`;
    });
}

/** What a placeholder stands for is no more secret than its lead. */
function isSecret(name: string, value: string): boolean {
  return value !== '' && !ONE_PLACEHOLDER.test(value) && isSecretName(decoded(name));
}

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) || CAMEL_KEY.test(name);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
