import { describe, expect, it, vi } from 'vitest';
import { headersRefuseFrame } from '../../../lib/platform/frame-refusal.ts';

vi.mock('../../../lib/platform/extension-api.ts', () => ({
  browser: { runtime: { getURL: () => 'chrome-extension://abc/' } },
}));

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
