import { afterEach, describe, expect, it, vi } from 'vitest';
import { headersRefuseFrame, refusesFrame } from '../../../lib/platform/frame-refusal.ts';

vi.mock('../../../lib/platform/extension-api.ts', () => ({
  browser: { runtime: { getURL: () => 'chrome-extension://abc/' } },
}));
afterEach(() => vi.unstubAllGlobals());

const CSP = 'content-security-policy';
const XFO = 'x-frame-options';

describe('an answer with the headers', () => {
  it.each([
    [{}, false],
    [{ [XFO]: 'DENY' }, true],
    [{ [XFO]: 'sameorigin, SAMEORIGIN' }, true],
    // No browser of today knows it.
    [{ [XFO]: 'ALLOW-FROM https://dialer.example' }, false],
    [{ [CSP]: "default-src 'self'" }, false],
    [{ [CSP]: "frame-ancestors 'none'" }, true],
    [{ [CSP]: "default-src *; Frame-Ancestors 'self' https://dialer.example" }, true],
    [{ [CSP]: 'frame-ancestors *' }, true],
    [{ [CSP]: 'frame-ancestors https: http:' }, true],
    [{ [CSP]: "frame-ancestors 'self' chrome-extension://abc" }, false],
    [{ [CSP]: 'frame-ancestors chrome-extension:' }, false],
    // Every policy has to allow it.
    [{ [CSP]: "frame-ancestors chrome-extension:, frame-ancestors 'self'" }, true],
    // The newer of the two counts.
    [{ [CSP]: 'frame-ancestors chrome-extension:', [XFO]: 'DENY' }, false],
  ])('%j refuses: %s', (headers, refuses) => {
    expect(headersRefuseFrame(new Headers(headers))).toBe(refuses);
  });
});

describe('a phone’s page', () => {
  const DIALER = 'https://dialer.example/agc';
  const URL = 'https://dialer.example/phone?secret';
  const answer = (headers: HeadersInit) => {
    const fetching = vi.fn(async (_url: string, _init: RequestInit) => new Response(null, { headers }));
    vi.stubGlobal('fetch', fetching);
    return fetching;
  };

  it('is asked for its headers alone, without cookies, redirects or a referrer', async () => {
    const fetching = answer({ [XFO]: 'DENY' });
    expect(await refusesFrame(URL, DIALER)).toBe(true);
    expect(fetching.mock.calls[0]).toMatchObject([
      URL,
      { method: 'HEAD', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' },
    ]);
  });

  it('is asked nothing on any other host than the dialer’s', async () => {
    const fetching = answer({ [XFO]: 'DENY' });
    expect(await refusesFrame('https://phone.example/phone?secret', DIALER)).toBe(false);
    expect(await refusesFrame('https://dialer.example:8443/phone?secret', DIALER)).toBe(false);
    expect(fetching).not.toHaveBeenCalled();
  });

  it('may be framed as far as is known when it does not answer, or the browser does not know its address', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await refusesFrame(URL, DIALER)).toBe(false);
    expect(await refusesFrame('data:text/html,x', DIALER)).toBe(false);
  });
});
