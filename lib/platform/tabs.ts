import { browser } from './extension-api.ts';

/** True while the tab exists and shows an address that fits. Needs the permission for that address. */
export async function isTabAt(tabId: number, fits: (url: string | undefined) => boolean): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab !== null && fits(tab.url);
}

/** Asks the browser not to unload a tab to save memory, where it can be asked; a tab that is gone is no failure. */
export async function keepTabLoaded(tabId: number, isKept: boolean): Promise<void> {
  try {
    await browser.tabs.update(tabId, { autoDiscardable: !isKept });
  } catch {
    // Older Firefox refuses the property it does not know.
  }
}
