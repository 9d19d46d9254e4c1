import assert from 'node:assert/strict';
import fc from 'fast-check';

/** Ways in which a server prints a password that it was sent. */
const PRINTED: readonly ((password: string) => string)[] = [
  (password) => password,
  (password) => password.toUpperCase(),
  (password) => password.replace(/[^\w.+/=-]/g, ''),
  (password) => password.replace(/[^\w-]/g, ''),
  (password) => encodeURIComponent(password),
  (password) => new URLSearchParams({ p: password }).toString().slice(2),
  (password) => inHtml(password),
  (password) => inHtml(password).replaceAll("'", '&#039;'),
  (password) => password.replace(/['"\\]/g, '\\$&'),
  (password) => Buffer.from(password).toString('base64'),
];

function inHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The SIP secret as VICIdial prints it: base64, in the webphone's address. */
export const SIP_SECRET = 'c2lwLXNlY3JldC00NzEx';
const WEBPHONE_URL = `https://phone.example.com/index.php?phone_login=MTAwMA==&phone_pass=${SIP_SECRET}&server_ip=MTAuMC4w`;

/** One character each, so that no edit of a text tears a secret apart: half a password is not known to be one. */
export const PASSWORD_SIGN = '\ue000';
export const WEBPHONE_SIGN = '\ue001';

const WORD = [...'abcXYZ0189-_'];
const SIGNS = [...'.+/=@#%&<>"\'\\ |;:!~*()äあ'];
const signs = (from: readonly string[], minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...from), { minLength, maxLength }).map((characters) => characters.join(''));

/** Passwords too long to stand in an innocent word by chance: any signs, or a word with one sign in it. */
export const password = fc.oneof(
  signs([...WORD, ...SIGNS], 8, 18),
  fc.tuple(signs(WORD, 5, 8), fc.constantFrom(...SIGNS), signs(WORD, 2, 6)).map((parts) => parts.join('')),
);

/** The index of a way of printing. */
export const printing = fc.nat(PRINTED.length - 1);

/** The text with its signs replaced by the secrets. */
export function plantSecrets(text: string, secret: string, way: number): string {
  const printed = PRINTED[way]!(secret);
  return text.replaceAll(PASSWORD_SIGN, () => printed).replaceAll(WEBPHONE_SIGN, () => WEBPHONE_URL);
}

/** Less of a password than this stands in innocent words too. */
const TELLING = 5;

/** Fails when the text holds a form of the password, the beginning of one, or the SIP secret. */
export function assertNoSecret(told: string, secret: string): void {
  assert.ok(!told.includes(SIP_SECRET), 'tells the SIP secret');
  for (const print of PRINTED) {
    const beginning = print(secret).slice(0, TELLING).toLowerCase();
    if (beginning.length < TELLING) continue;
    assert.ok(!told.toLowerCase().includes(beginning), `tells ${JSON.stringify(beginning)} of a password`);
  }
}
