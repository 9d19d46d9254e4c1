import { browser } from './extension-api.ts';

// The phone waits for the answer; one that takes longer is not worth it.
const ANSWER_MS = 2_000;

/**
 * True when the page at `url` says that no other site may frame it: the browser would show an empty frame, and tells nobody.
 * Only the dialer is asked, at `server`: of a phone on any other host nothing is known, and the answer is false.
 */
export async function refusesFrame(url: string, server: string): Promise<boolean> {
  try {
    if (new URL(url).origin !== new URL(server).origin) return false;
    const request = { method: 'HEAD', credentials: 'omit', redirect: 'error', cache: 'no-store' } as const;
    const signal = AbortSignal.timeout(ANSWER_MS);
    const { headers } = await fetch(url, { ...request, signal, referrerPolicy: 'no-referrer' });
    return headersRefuseFrame(headers);
  } catch {
    return false;
  }
}

/** Judges by `frame-ancestors`, and by `X-Frame-Options` where there is none of it. */
export function headersRefuseFrame(headers: Pick<Headers, 'get'>): boolean {
  const ancestors = frameAncestors(headers.get('content-security-policy') ?? '');
  if (ancestors.length > 0) return !ancestors.every(allowsExtensions);
  // What no browser knows, such as ALLOW-FROM, is ignored by all.
  const options = (headers.get('x-frame-options') ?? '').split(',').map((option) => option.trim().toLowerCase());
  return options.includes('deny') || options.includes('sameorigin');
}

/** The sources of every `frame-ancestors` of a header, which may hold several policies. */
function frameAncestors(policies: string): string[][] {
  return policies.split(/[,;]/).flatMap((directive) => {
    const [name, ...sources] = directive.trim().toLowerCase().split(/\s+/);
    return name === 'frame-ancestors' ? [sources] : [];
  });
}

/** An asterisk stands for sites of the web, and for no extension: Chromium refuses the frame. */
function allowsExtensions(sources: readonly string[]): boolean {
  const { protocol } = new URL(browser.runtime.getURL(''));
  return sources.some((source) => source.startsWith(protocol));
}
