/** An hour of what VICIdial records uncompressed, 16 bits 8 000 times a second, has 58 MB. */
const MOST_BYTES = 128 * 1024 * 1024;
const WAIT_MS = 60_000;

interface LoadOptions {
  readonly fetch?: typeof globalThis.fetch;
  readonly mostBytes?: number;
}

/**
 * Loads a recording into this page; resolves to an address that only the page itself can use, and which it gives back by
 * `URL.revokeObjectURL`; null where the recording could not be had. Rejects where it did not come, in a minute or before `left`. The
 * sound element is not given the dialer's address: it would follow a redirect to any host, and send cookies along.
 */
export async function loadRecording(
  url: string,
  left: AbortSignal,
  { fetch = globalThis.fetch, mostBytes = MOST_BYTES }: LoadOptions = {},
): Promise<string | null> {
  const answer = await fetch(url, {
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: AbortSignal.any([left, AbortSignal.timeout(WAIT_MS)]),
  });
  const type = answer.headers.get('content-type') ?? '';
  // A page that asks for a login is no sound.
  const isSound = /^(?:audio\/|application\/(?:octet-stream|ogg))/.test(type);
  const told = Number(answer.headers.get('content-length') ?? 0);
  if (!answer.ok || !isSound || told > mostBytes) {
    await answer.body?.cancel();
    return null;
  }
  const parts = await readAtMost(answer.body, mostBytes);
  return parts && URL.createObjectURL(new Blob(parts, { type }));
}

/** What is told of a length may be wrong, or missing; null for more than `mostBytes`, of which the rest is not read. */
async function readAtMost(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer>[] | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  for (let length = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > mostBytes) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  return parts;
}
