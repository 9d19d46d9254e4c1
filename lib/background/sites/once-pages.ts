import type { FrameSender } from '../../platform/sender.ts';
import { readUrl } from '../../read-url.ts';
import type { OncePage } from '../../session/session-store.ts';

/** More than anybody has open at once. */
const MOST_PAGES = 50;

export function withOncePage(pages: readonly OncePage[], page: OncePage): readonly OncePage[] {
  return [...withoutTab(pages, page.tabId), page].slice(-MOST_PAGES);
}

export function withoutTab(pages: readonly OncePage[], tabId: number): readonly OncePage[] {
  return pages.filter((page) => page.tabId !== tabId);
}

/** Without those of sites that the agent turned off, by their match patterns. */
export function withoutSites(pages: readonly OncePage[], patterns: readonly string[]): readonly OncePage[] {
  return pages.filter(({ origin }) => !patterns.some((pattern) => isOf(origin, pattern)));
}

/** Whether a frame is of a page that the agent meant: that very document, or, where the browser names none, the tab's site. */
export function isOfOncePage(pages: readonly OncePage[], { tabId, topUrl, documentId }: FrameSender): boolean {
  const page = pages.find((one) => one.tabId === tabId);
  if (!page || readUrl(topUrl ?? '')?.origin !== page.origin) return false;
  return page.documents === null || documentId === undefined || page.documents.includes(documentId);
}

/** `https://crm.example/*` and `*://*` + `/*` alike; a match pattern knows no port. */
function isOf(origin: string, pattern: string): boolean {
  const address = readUrl(origin);
  const [, protocol = '', host = ''] = /^([^:]+):\/\/([^/]+)\//.exec(pattern) ?? [];
  return (
    address !== null &&
    (protocol === '*' || `${protocol}:` === address.protocol) &&
    (host === '*' || host === address.hostname || host === address.host)
  );
}
