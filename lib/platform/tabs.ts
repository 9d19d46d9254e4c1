import { browser } from './extension-api.ts';

/** True while the tab exists and shows an address that fits. Needs the permission for that address. */
export async function isTabAt(tabId: number, fits: (url: string | undefined) => boolean): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab !== null && fits(tab.url);
}

/** True while the tab is the one in front of the window that has the focus. */
export async function isTabInFront(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab?.active || tab.windowId === undefined) return false;
  const window = await browser.windows.get(tab.windowId).catch(() => null);
  return window?.focused === true;
}

/** Asks the browser not to unload a tab to save memory, where it can be asked; a tab that is gone is no failure. */
export async function keepTabLoaded(tabId: number, isKept: boolean): Promise<void> {
  try {
    await browser.tabs.update(tabId, { autoDiscardable: !isKept });
  } catch {
    // Older Firefox refuses the property it does not know.
  }
}
