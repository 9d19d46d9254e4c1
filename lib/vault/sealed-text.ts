import { fail, ok, type Result } from '../result.ts';

/** A text under a PIN, as it lies on disk. All byte fields are base64. */
export interface SealedText {
  readonly version: 1;
  readonly salt: string;
  readonly iterations: number;
  readonly iv: string;
  readonly data: string;
}

/**
 * What OWASP's password storage guidance asks of PBKDF2 with SHA-256. A PIN has little to guess, so whoever copies the
 * disk must pay this for every guess.
 */
export const ITERATIONS = 600_000;
const SALT_BYTES = 16;
/** AES-GCM's own nonce length (NIST SP 800-38D). A new one for every sealing. */
const IV_BYTES = 12;

/** Seals a text with AES-256-GCM under a key that PBKDF2-SHA-256 makes of the PIN and a new salt. */
export async function sealText(pin: string, text: string, iterations = ITERATIONS): Promise<SealedText> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await keyOf(pin, salt, iterations);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text));
  return {
    version: 1,
    salt: toBase64(salt),
    iterations,
    iv: toBase64(iv),
    data: toBase64(new Uint8Array(data)),
  };
}

/** The text that was sealed; fails for another PIN, and for a text that was changed on disk, which cannot be told apart. */
export async function openText(pin: string, sealed: SealedText): Promise<Result<string, 'notOpened'>> {
  try {
    const key = await keyOf(pin, fromBase64(sealed.salt), sealed.iterations);
    const iv = fromBase64(sealed.iv);
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, fromBase64(sealed.data));
    return ok(new TextDecoder().decode(text));
  } catch {
    return fail('notOpened');
  }
}

async function keyOf(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  // The same PIN typed on another keyboard may come decomposed.
  const secret = new TextEncoder().encode(pin.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
