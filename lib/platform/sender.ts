import { browser } from './extension-api.ts';

/** Who sent a message, as the browser says; a message's own claims are never read. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  /** Told by Chrome alone. */
  readonly documentId?: string | undefined;
  readonly tab?:
    | { readonly id?: number | undefined; readonly url?: string | undefined; readonly windowId?: number | undefined }
    | undefined;
}

/** True for Dialside's own pages: popup, panel, options, confirmation and webphone window. */
export function isExtensionPage(sender: Sender | undefined): boolean {
  return sender?.id === browser.runtime.id && (sender.url?.startsWith(browser.runtime.getURL('')) ?? false);
}

/** True for the page of that name alone, for example `webphone.html`. */
export function isPageNamed(sender: Sender, name: string): boolean {
  return isExtensionPage(sender) && new URL(sender.url ?? '').pathname === `/${name}`;
}

export interface FrameSender {
  readonly tabId: number;
  readonly frameId: number;
  /** Address by which the frame's site is known; a srcdoc frame has its parent's origin. */
  readonly siteUrl: string;
  /** Address of the tab's own document, by the browser; left out where Dialside may not know it. */
  readonly topUrl?: string;
  /** Of the frame's own document; left out where the browser names none. */
  readonly documentId?: string;
}

/** The frame of a web page whose content script sent a message; null for every other sender. */
export function frameOf(sender: Sender): FrameSender | null {
  if (sender.id !== browser.runtime.id || isExtensionPage(sender)) return null;
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId === undefined) return null;
  const siteUrl = [sender.url, sender.origin, sender.tab?.url].find((url) => url?.startsWith('http')) ?? '';
  const topUrl = sender.tab?.url;
  const { frameId, documentId } = sender;
  return {
    tabId,
    frameId,
    siteUrl,
    ...(topUrl !== undefined && { topUrl }),
    ...(documentId !== undefined && { documentId }),
  };
}
