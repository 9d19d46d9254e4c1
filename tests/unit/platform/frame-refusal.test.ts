import { afterEach, describe, expect, it, vi } from 'vitest';
import { headersRefuseFrame, refusesFrame } from '../../../lib/platform/frame-refusal.ts';

const contains = vi.hoisted(() => vi.fn(async (_asked: { readonly origins: readonly string[] }) => true));
vi.mock('../../../lib/platform/extension-api.ts', () => ({
  browser: { runtime: { getURL: () => 'chrome-extension://abc/' }, permissions: { contains } },
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
  const URL = 'https://phone.example/phone?secret';
  const answer = (headers: HeadersInit) => {
    const fetching = vi.fn(async (_url: string, _init: RequestInit) => new Response(null, { headers }));
    vi.stubGlobal('fetch', fetching);
    return fetching;
  };

  it('is asked for its headers alone, without cookies, redirects or a referrer', async () => {
    const fetching = answer({ [XFO]: 'DENY' });
    expect(await refusesFrame(URL)).toBe(true);
    expect(fetching.mock.calls[0]).toMatchObject([
      URL,
      { method: 'HEAD', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' },
    ]);
    expect(contains).toHaveBeenLastCalledWith({ origins: ['https://phone.example/*'] });
  });

  it('is asked nothing without the permission for its site', async () => {
    contains.mockResolvedValueOnce(false);
    const fetching = answer({ [XFO]: 'DENY' });
    expect(await refusesFrame(URL)).toBe(false);
    expect(fetching).not.toHaveBeenCalled();
  });

  it('may be framed as far as is known when it does not answer, or the browser does not know its address', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await refusesFrame(URL)).toBe(false);
    contains.mockRejectedValueOnce(new Error('Invalid value for origin pattern'));
    expect(await refusesFrame('data:text/html,x')).toBe(false);
  });
});
