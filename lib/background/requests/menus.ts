import type { Translate } from '../../messages/text.ts';
import { NUMBER_SCHEMES } from '../../phone/tel-link.ts';
import { browser } from '../../platform/extension-api.ts';

/** What the agent chose from a page's context menu. */
export type MenuChoice =
  | { readonly kind: 'dialSelection'; readonly text: string; readonly pageUrl?: string }
  | { readonly kind: 'dialLink'; readonly href: string; readonly pageUrl?: string }
  | { readonly kind: 'enableSite'; readonly tabId: number; readonly url: string }
  | { readonly kind: 'enableAllSites'; readonly tabId: number }
  | { readonly kind: 'findOnce'; readonly tabId: number }
  | { readonly kind: 'pickRecord'; readonly tabId: number };

/** Browsers match schemes here that are none of the web. */
const NUMBER_LINKS = [
  ...NUMBER_SCHEMES.map((scheme) => `${scheme}:*`),
  ...['*://wa.me/*', '*://api.whatsapp.com/send*', '*://web.whatsapp.com/send*'],
];

/** Menu entries live in the browser across stops of the worker: they are made at install and update only. */
export async function createMenus(translate: Translate): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'dialSelection',
    title: translate('menuDialSelection', '%s'),
    contexts: ['selection'],
  });
  browser.contextMenus.create({
    id: 'dialLink',
    title: translate('menuDialLink'),
    contexts: ['link'],
    targetUrlPatterns: NUMBER_LINKS,
  });
  for (const [id, key] of [
    ['findOnce', 'menuFindOnce'],
    ['enableSite', 'menuEnableSite'],
    ['enableAllSites', 'menuEnableAllSites'],
  ] as const) {
    browser.contextMenus.create({ id, title: translate(key), contexts: ['page', 'action'] });
  }
  browser.contextMenus.create({ id: 'pickRecord', title: translate('menuPickRecord'), contexts: ['page'] });
}

/**
 * Has Firefox wake the event page when a menu is shown instead of when an entry is chosen. The browser's question about a
 * permission belongs to the tab of the choice, but each call that ends restores the tab there was when it began
 * (`withPendingBrowser` in its ExtensionParent.sys.mjs): those that an event page makes on waking take the choice's tab
 * away, and the question is asked nowhere. While a person reads the menu they are over. Chrome has no such event.
 */
export function wakeForMenus(): void {
  browser.contextMenus.onShown?.addListener(() => undefined);
}

/** The part of the browser's click information that is used. */
export interface MenuClick {
  readonly menuItemId: string | number;
  readonly selectionText?: string | undefined;
  readonly linkUrl?: string | undefined;
}

/** What a click in the menu means; null when it lacks what it needs. */
export function readMenuClick(
  click: MenuClick,
  tab: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined,
): MenuChoice | null {
  const tabId = tab?.id;
  const page = tab?.url === undefined ? {} : { pageUrl: tab.url };
  switch (click.menuItemId) {
    case 'dialSelection':
      return { kind: 'dialSelection', text: click.selectionText ?? '', ...page };
    case 'dialLink':
      return { kind: 'dialLink', href: click.linkUrl ?? '', ...page };
    case 'enableSite':
      return tabId !== undefined && tab?.url ? { kind: 'enableSite', tabId, url: tab.url } : null;
    case 'enableAllSites':
      return tabId !== undefined ? { kind: 'enableAllSites', tabId } : null;
    case 'findOnce':
      return tabId !== undefined ? { kind: 'findOnce', tabId } : null;
    case 'pickRecord':
      return tabId !== undefined ? { kind: 'pickRecord', tabId } : null;
    default:
      return null;
  }
}
