import { browser } from 'wxt/browser';

/**
 * Opens the side panel or sidebar of the window that was used last, and brings that window to the front. False where the
 * browser wants a click of its own kind for it; to be called in the first turn of a click.
 */
export async function openSidePanel(): Promise<boolean> {
  try {
    const { id } = await browser.windows.getLastFocused({ windowTypes: ['normal'] });
    if (id === undefined) return false;
    await browser.sidePanel.open({ windowId: id });
    await browser.windows.update(id, { focused: true });
    return true;
  } catch {
    // Firefox has no such namespace, and opens its sidebar for a click on the toolbar or in a menu only.
    return false;
  }
}
