/** Words and plain punctuation up to the fields, which start at ` - `, `: ` or a bar. Four messages have a ` - ` of their own. */
const REASON = /^(?:[a-z_]+ error - )?(?:(?! - )[A-Za-z0-9_ ,.-]){0,100}/;

/**
 * The reason of an ERROR line without its fields, fit to be shown. Empty when any form of a secret starts in it:
 * showing the rest of it would show how much was cut.
 */
export function reasonOf(text: string, secrets: readonly string[]): string {
  const reason = REASON.exec(text)?.[0] ?? '';
  const line = text.toLowerCase();
  const starts = secrets.flatMap(formsOf).map((form) => line.indexOf(form.toLowerCase()));
  return starts.some((start) => start >= 0 && start < reason.length) ? '' : reason.trim();
}

/** How a server may print a password: as sent, with characters removed, escaped for a URL, HTML or SQL, or in base64. */
function formsOf(secret: string): string[] {
  const inForm = new URLSearchParams({ '': secret }).toString().slice(1);
  const inHtml = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  const base64 = btoa(String.fromCharCode(...new TextEncoder().encode(secret)));
  return [
    secret,
    secret.replace(/[^\w.+/=-]/g, ''),
    secret.replace(/[^\w-]/g, ''),
    inForm,
    inForm.replaceAll('+', '%20'),
    inHtml,
    // PHP writes the apostrophe in the first way, other programs in the others.
    ...['&#039;', '&#39;', '&apos;'].map((apostrophe) => inHtml.replaceAll("'", apostrophe)),
    secret.replace(/['"\\]/g, '\\$&'),
    base64.replace(/=+$/, ''),
  ].filter((form) => form !== '');
}
