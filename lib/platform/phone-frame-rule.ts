import { browser } from './extension-api.ts';
import { setHeaderRule } from './session-rules.ts';

/**
 * Keeps the phone's page out of the browser's cache on disk, whose entries are named by the whole address, and so hold the SIP secret:
 * VICIdial forbids to use what is cached, not to store it. Only for frames in Dialside's own pages, and only where the
 * browser lets Dialside see the origin: the dialer's. Lasts until the browser closes.
 *
 * Chrome looks at the request: with `If-Range` it neither reads nor writes its cache, while servers have to ignore that without a
 * `Range` (RFC 9110, 13.1.5). Firefox looks at the answer.
 */
export async function keepPhoneOutOfCache(origin: string): Promise<void> {
  await setHeaderRule('phoneFrame', {
    condition: {
      urlFilter: `|${origin}/`,
      resourceTypes: ['sub_frame'],
      initiatorDomains: [new URL(browser.runtime.getURL('')).host],
    },
    requestHeaders: [{ header: 'if-range', value: '"none"' }],
    responseHeaders: [{ header: 'cache-control', value: 'no-store' }],
  });
}
