import { expect, it, vi } from 'vitest';
import { loadRecording } from '../../../lib/platform/recording-sound.ts';

const URL_OF_SOUND = 'https://dialer.example.com/RECORDINGS/91.wav';
const STAYS = new AbortController().signal;

interface Sent {
  readonly type?: string;
  readonly status?: number;
  /** As the server tells it; null for nothing. */
  readonly told?: number | null;
  /** What it sends, in bytes of each part. */
  readonly parts?: readonly number[];
}

/** A server that answers so, and how much of its answer was read or cancelled. */
function answering({ type = 'audio/x-wav', status = 200, told = null, parts = [4, 4] }: Sent) {
  const left = [...parts];
  const seen = { parts: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = left.shift();
        if (next === undefined) return controller.close();
        seen.parts++;
        controller.enqueue(new Uint8Array(next).fill(7));
      },
      cancel() {
        seen.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const headers = { 'content-type': type, ...(told !== null && { 'content-length': String(told) }) };
  const fetch = vi.fn(async (_url: string, _init?: RequestInit) => new Response(body, { status, headers }));
  return { fetch: fetch as unknown as typeof globalThis.fetch, asked: fetch.mock.calls, seen };
}

it('is loaded whole, without cookies and without following anybody, to an address of the page’s own', async () => {
  const { fetch, asked } = answering({});
  const address = await loadRecording(URL_OF_SOUND, STAYS, { fetch, mostBytes: 8 });
  const loaded = await (await globalThis.fetch(address ?? '')).blob();
  expect([loaded.size, loaded.type]).toEqual([8, 'audio/x-wav']);
  expect(asked).toMatchObject([
    [URL_OF_SOUND, { redirect: 'error', credentials: 'omit', referrerPolicy: 'no-referrer' }],
  ]);
});

it.each([
  ['of a server that tells too great a length', { told: 9 }, 0],
  ['of a server that tells none and sends too much', { parts: [4, 4, 4, 4, 4] }, 3],
  ['of a server that tells less than it sends', { told: 4, parts: [4, 4, 4, 4] }, 3],
  ['that is a page, which asks for a login', { type: 'text/html' }, 0],
  ['that is not there', { status: 404 }, 0],
] as const)('%s is not to be had, and no more of it is read', async (_what, sent, read) => {
  const { fetch, seen } = answering(sent);
  expect(await loadRecording(URL_OF_SOUND, STAYS, { fetch, mostBytes: 8 })).toBeNull();
  expect(seen).toEqual({ parts: read, isCancelled: true });
});

it('is not waited for any more by who has left', async () => {
  const leaving = new AbortController();
  const { fetch, asked } = answering({});
  await loadRecording(URL_OF_SOUND, leaving.signal, { fetch });
  leaving.abort();
  expect(asked[0]?.[1]?.signal?.aborted).toBe(true);
});
