import { fail, ok, type Result } from '../../result.ts';
import type { VicidialFailure } from '../failure.ts';
import { type PlainRequest, relayFailure, relayRequest } from './relay-request.ts';
import type { ServerUrl } from './server-url.ts';

export type { ServerUrl } from './server-url.ts';

/** The part of `fetch` that is used here; the platform's own fits, and so does a test double. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Endpoint {
  readonly server: ServerUrl;
  readonly path: string;
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  /** {@link MAX_ANSWER_BYTES} when left out. */
  readonly maxAnswerBytes?: number;
  /** The path is the folder of a relay that knows the person and signs for him. */
  readonly relay?: boolean;
}

/** From the first byte sent to the last byte read. A live VICIdial answers within some 10 ms, its own network apart. */
export const TIMEOUT_MS = 8000;

/** The longest answer of the functions for an agent has some 500 characters; a proxy's error page may have a few thousand. */
export const MAX_ANSWER_BYTES = 64 * 1024;

/** One POST with everything in its body, or in headers where it goes to a relay. Never repeated, never redirected; resolves in any case, at the latest after `timeoutMs`. */
export async function post(
  endpoint: Endpoint,
  params: Readonly<Record<string, string>>,
): Promise<Result<string, VicidialFailure>> {
  const { timeoutMs } = endpoint;
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<Result<string, VicidialFailure>>((resolve) => {
    timer = setTimeout(() => resolve(fail({ code: 'timeout', timeoutMs })), timeoutMs);
  });
  try {
    return await Promise.race([deadline, exchange(endpoint, params, controller.signal)]);
  } finally {
    clearTimeout(timer);
    // Ends what is still running after a timeout, and frees the connection of an answer that was not read to its end.
    controller.abort();
  }
}

async function exchange(
  endpoint: Endpoint,
  params: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Result<string, VicidialFailure>> {
  try {
    const { url, init } = requestTo(endpoint, params);
    const response = await endpoint.fetch(url, {
      ...init,
      method: 'POST',
      // Not `error`: that rejects like a broken connection. With `manual` nothing is followed, and it can be told.
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
    const refusal = refusalIn(response, params.function ?? '', endpoint.relay ?? false);
    if (refusal) return fail(refusal);
    const text = await readText(response.body, endpoint.maxAnswerBytes ?? MAX_ANSWER_BYTES);
    return text === null ? fail({ code: 'notVicidial' }) : ok(text);
  } catch {
    // The error's own text differs per browser and may name the address: nothing of it is kept.
    return fail({ code: 'unreachable' });
  }
}

function requestTo({ server, path, relay }: Endpoint, params: Readonly<Record<string, string>>): PlainRequest {
  if (relay) return relayRequest(`${server}${path}`, params);
  return { url: `${server}${path}`, init: { body: new URLSearchParams(params), credentials: 'omit' } };
}

/** What the head of an answer says; null where the answer is to be read. A relay sends whom it does not know to its sign-in page. */
function refusalIn(response: Response, name: string, relay: boolean): VicidialFailure | null {
  if (isRedirect(response)) return { code: relay ? 'relaySignedOut' : 'redirected' };
  if (response.ok) return null;
  return (relay ? relayFailure(response.status, name) : null) ?? { code: 'httpStatus', status: response.status };
}

function isRedirect(response: Response): boolean {
  // Browsers hide a redirect behind status 0, others show it.
  return (
    response.type === 'opaqueredirect' || response.redirected || (response.status >= 300 && response.status <= 399)
  );
}

/** The body as UTF-8 text, whatever charset was declared; null when it is larger than `maxBytes`. */
async function readText(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<string | null> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
