import { browser } from 'wxt/browser';

/**
 * Opens the side panel of the window that was used last, and brings that window to the front. False where the browser wants
 * a click of another kind for it. To be called in the first turn of a click: Chromium forgets the click with the first
 * promise, hence no asking for the window's id.
 */
export async function openSidePanel(): Promise<boolean> {
  try {
    await browser.sidePanel.open({ windowId: browser.windows.WINDOW_ID_CURRENT });
    const { id } = await browser.windows.getLastFocused({ windowTypes: ['normal'] });
    if (id !== undefined) await browser.windows.update(id, { focused: true });
    return true;
  } catch {
    // Firefox has no such namespace, and opens its sidebar for a click on the toolbar or in a menu only.
    return false;
  }
}
