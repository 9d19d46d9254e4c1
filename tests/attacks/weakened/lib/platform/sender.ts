import {
  type FrameSender,
  type Sender,
  frameOf as strongFrameOf,
  isExtensionPage as strongIsExtensionPage,
  isPageNamed as strongIsPageNamed,
} from '../../../../../lib/platform/sender.ts';

export type * from '../../../../../lib/platform/sender.ts';

/** Believes everybody to be one of Dialside's own pages: content scripts, web pages, other extensions. */
export function isExtensionPage(): boolean {
  return true;
}

export function isPageNamed(sender: Sender, name: string): boolean {
  return !strongIsExtensionPage(sender) || strongIsPageNamed(sender, name);
}

/** Finds a frame behind every sender, also where there is none. */
export function frameOf(sender: Sender): FrameSender {
  const nowhere = { tabId: sender.tab?.id ?? 0, frameId: sender.frameId ?? 0, siteUrl: sender.url ?? '' };
  return strongFrameOf(sender) ?? nowhere;
}
