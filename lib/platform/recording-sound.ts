/** An hour of what VICIdial records uncompressed, 16 bits 8 000 times a second, has 58 MB. */
const MOST_BYTES = 128 * 1024 * 1024;
const WAIT_MS = 60_000;

/**
 * Loads a recording into this page; resolves to an address that only the page itself can use, null where it could not be had. The
 * sound element is not given the dialer's address: it would follow a redirect to any host, and send cookies along.
 */
export async function loadRecording(url: string): Promise<string | null> {
  const answer = await fetch(url, {
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: AbortSignal.timeout(WAIT_MS),
  });
  const length = Number(answer.headers.get('content-length') ?? 0);
  // A page that asks for a login is no sound.
  const isSound = /^(?:audio\/|application\/(?:octet-stream|ogg))/.test(answer.headers.get('content-type') ?? '');
  if (!answer.ok || !isSound || length > MOST_BYTES) {
    await answer.body?.cancel();
    return null;
  }
  return URL.createObjectURL(await answer.blob());
}
