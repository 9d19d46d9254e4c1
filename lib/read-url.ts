/**
 * A text as an absolute address; null where it is none. Not by `URL.canParse`: Node 20 takes every address beyond ASCII for none
 * once it has been asked some thousand times.
 */
export function readUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The same for an address as people type it: one without a scheme is https. */
export function readTypedUrl(text: string): URL | null {
  return readUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
}

/** How an address is named to the agent, everywhere alike: by its host. What is no address stays as it is. */
export function hostOf(address: string): string {
  return readTypedUrl(address)?.host || address;
}
