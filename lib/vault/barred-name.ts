import { fromBase64, type SealedText, toBase64 } from './sealed-text.ts';

/**
 * A user name in the form in which it lies beside a sealed text: SHA-256 of that text's salt and the name, base64. It is there to be
 * compared, and hides nothing from who has the disk: he tries names, and one of four digits is found at once. A name that is found
 * gives no password away, which is why no password lies there in such a form. VICIdial takes names in any case.
 */
export async function barredForm(name: string, { salt }: SealedText): Promise<string> {
  const text = new TextEncoder().encode(name.toLowerCase());
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from([...fromBase64(salt), ...text]));
  return toBase64(new Uint8Array(digest));
}
