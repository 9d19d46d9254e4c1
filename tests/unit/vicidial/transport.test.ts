import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAgentClient } from '../../../lib/vicidial/agent-api/agent-client.ts';
import { isOutcomeUnknown } from '../../../lib/vicidial/failure.ts';
import { MAX_ANSWER_BYTES, post } from '../../../lib/vicidial/wire/transport.ts';
import { agentOf, CREDENTIALS, fakeServer, SERVER, sentParams } from './fake-server.ts';

const PAUSED = 'SUCCESS: external_pause function set - PAUSE|1795211353|1000\n';

describe('the request', () => {
  it('is one POST to an address without query, with everything in its body', async () => {
    const server = fakeServer(PAUSED);
    await agentOf(server).pause('PAUSE');
    expect(server.requests.map(({ url }) => url)).toEqual(['https://dialer.example.com/agc/api.php']);
    expect(sentParams(server)).toEqual({
      source: 'dialside',
      user: 'apiuser',
      pass: 'apipass123',
      function: 'external_pause',
      agent_user: '1000',
      value: 'PAUSE',
    });
  });

  it('carries nothing of the browser and follows nothing', async () => {
    const server = fakeServer(PAUSED);
    await agentOf(server).pause('PAUSE');
    const { signal, body, ...init } = server.requests[0]!.init;
    expect(init).toEqual({
      method: 'POST',
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    const request = new Request('https://dialer.example.com/', { method: 'POST', body: body! });
    expect([...request.headers]).toEqual([['content-type', 'application/x-www-form-urlencoded;charset=UTF-8']]);
  });

  it('escapes every character of a password', async () => {
    const password = ' +&=%#"\'äあ\u{1f600}\n';
    const server = fakeServer(PAUSED);
    await agentOf(server, '1000', { user: 'apiuser', password }).pause('PAUSE');
    const body = new URLSearchParams(String(server.requests[0]!.init.body));
    expect(body.get('pass')).toBe(password);
    expect([...body.keys()]).toEqual(['function', 'source', 'user', 'pass', 'agent_user', 'value']);
  });

  it('goes without credentials where something between signs it', async () => {
    const server = fakeServer(PAUSED);
    await agentOf(server, '1000', null).pause('PAUSE');
    expect(Object.keys(sentParams(server))).not.toContain('user');
    expect(Object.keys(sentParams(server))).not.toContain('pass');
  });

  it.each([
    '',
    'agc/api.php',
    '//evil.example/api.php',
    '@evil.example/',
    '/agc/api.php?x=1',
    '/agc/api.php#x',
    '/a\\b',
  ])('is not sent to the path %j', async (path) => {
    const server = fakeServer(PAUSED);
    const client = createAgentClient({
      server: SERVER,
      path,
      credentials: null,
      agentUser: '1000',
      fetch: server.fetch,
    });
    expect(await client.version()).toEqual({
      ok: false,
      failure: { code: 'refusedInput', field: 'path', problem: 'badCharacters' },
    });
    expect(server.requests).toHaveLength(0);
  });

  it('uses the fetch of the platform when none is given', async () => {
    const platform = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(PAUSED));
    const client = createAgentClient({ server: SERVER, path: '/relay', credentials: CREDENTIALS, agentUser: '1000' });
    expect((await client.pause('PAUSE')).ok).toBe(true);
    expect(platform.mock.calls[0]?.[0]).toBe('https://dialer.example.com/relay');
    platform.mockRestore();
  });
});

describe('what may come back instead of an answer', () => {
  it.each([
    [
      'a refused connection',
      () => Promise.reject(new TypeError('Failed to fetch https://x/?pass=1')),
      { code: 'unreachable' },
    ],
    ['a connection that breaks in the answer', () => new Response(brokenBody()), { code: 'unreachable' }],
    ['status 500 without a body', () => new Response('', { status: 500 }), { code: 'httpStatus', status: 500 }],
    ['status 401', () => new Response(PAUSED, { status: 401 }), { code: 'httpStatus', status: 401 }],
    ['status 302', () => new Response(PAUSED, { status: 302 }), { code: 'redirected' }],
    ['status 307', () => new Response(PAUSED, { status: 307 }), { code: 'redirected' }],
    ['a redirect as browsers hide it', () => opaqueRedirect(), { code: 'redirected' }],
    ['a redirect that was followed all the same', () => followedRedirect(), { code: 'redirected' }],
    ['no body at all', () => new Response(null), { code: 'unknownFunction', function: 'external_pause' }],
    ['blank lines', () => new Response(' \r\n\n\t\n'), { code: 'unknownFunction', function: 'external_pause' }],
  ])('%s', async (_, respond, failure) => {
    const server = fakeServer(respond);
    expect(await agentOf(server).pause('PAUSE')).toEqual({ ok: false, failure });
    expect(server.requests).toHaveLength(1);
  });

  it('leaves the outcome open where the request may have taken effect', () => {
    expect(isOutcomeUnknown({ code: 'unreachable' })).toBe(true);
    expect(isOutcomeUnknown({ code: 'timeout', timeoutMs: 8000 })).toBe(true);
    expect(isOutcomeUnknown({ code: 'echoMismatch' })).toBe(true);
    expect(isOutcomeUnknown({ code: 'notPaused' })).toBe(false);
  });
});

describe('the deadline', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it.each([
    ['an answer that never starts', () => new Promise<Response>(() => {})],
    ['a body that never ends', () => new Response(drip(1))],
  ])('ends %s after 8 s and aborts it', async (_, respond) => {
    const server = fakeServer(respond);
    const answer = agentOf(server).pause('PAUSE');
    const settled = vi.fn();
    void answer.then(settled);
    await vi.advanceTimersByTimeAsync(7999);
    expect(settled).not.toHaveBeenCalled();
    expect(server.requests[0]!.init.signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(settled).toHaveBeenCalledWith({ ok: false, failure: { code: 'timeout', timeoutMs: 8000 } });
    expect(server.requests[0]!.init.signal?.aborted).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  it('waits for a slow answer that ends in time, and leaves no timer', async () => {
    const bytes = new TextEncoder().encode(PAUSED);
    const server = fakeServer(() => new Response(drip(100, bytes)));
    const answer = agentOf(server).pause('PAUSE');
    await vi.advanceTimersByTimeAsync(100 * (bytes.length + 1));
    expect(await answer).toEqual({ ok: true, value: { epochSeconds: 1795211353 } });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes another limit', async () => {
    const endpoint = { server: SERVER, path: '/', timeoutMs: 50, fetch: () => new Promise<Response>(() => {}) };
    const answer = post(endpoint, {});
    await vi.advanceTimersByTimeAsync(50);
    expect(await answer).toEqual({ ok: false, failure: { code: 'timeout', timeoutMs: 50 } });
  });
});

describe('the size of an answer', () => {
  const endpoint = (body: BodyInit) => ({
    server: SERVER,
    path: '/',
    timeoutMs: 8000,
    fetch: async () => new Response(body),
  });

  it('may reach the limit', async () => {
    const text = 'x'.repeat(MAX_ANSWER_BYTES);
    expect(await post(endpoint(text), {})).toEqual({ ok: true, value: text });
    expect(await post(endpoint(`${text}x`), {})).toEqual({ ok: false, failure: { code: 'notVicidial' } });
  });

  it('is not waited for: 50 MB are cancelled after the first 64 kB', async () => {
    const chunk = new Uint8Array(16 * 1024);
    let pulled = 0;
    const cancel = vi.fn();
    const huge = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += chunk.length;
        if (pulled > 50_000_000) controller.close();
        else controller.enqueue(chunk);
      },
      cancel,
    });
    expect(await post(endpoint(huge), {})).toEqual({ ok: false, failure: { code: 'notVicidial' } });
    expect(cancel).toHaveBeenCalledOnce();
    expect(pulled).toBeLessThan(2 * MAX_ANSWER_BYTES);
  });
});

/** One byte per interval, without end when no bytes are given. */
function drip(intervalMs: number, bytes?: Uint8Array): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull: async (controller) => {
      await new Promise((resolve) => setTimeout(resolve, intervalMs));
      if (bytes && sent === bytes.length) return controller.close();
      controller.enqueue(bytes ? bytes.slice(sent, sent + 1) : new Uint8Array([120]));
      sent += 1;
    },
  });
}

function brokenBody(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: (controller) => controller.error(new TypeError('network error')),
  });
}

function opaqueRedirect(): Response {
  return Object.defineProperties(new Response(null), { type: { value: 'opaqueredirect' }, status: { value: 0 } });
}

function followedRedirect(): Response {
  return Object.defineProperty(new Response(PAUSED), 'redirected', { value: true });
}
