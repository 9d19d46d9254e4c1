import { browser as chromium } from 'wxt/browser';
import { browser } from './extension-api.ts';

/**
 * Opens the side panel, in Firefox the sidebar, of the window that was used last, and brings that window to the front. False where the browser wants
 * a click of another kind for it. To be called in the first turn of a click: Chromium forgets the click with the first
 * promise, hence no asking for the window's id.
 */
export async function openSidePanel(): Promise<boolean> {
  try {
    await chromium.sidePanel.open({ windowId: chromium.windows.WINDOW_ID_CURRENT });
    const { id } = await chromium.windows.getLastFocused({ windowTypes: ['normal'] });
    if (id !== undefined) await chromium.windows.update(id, { focused: true });
    return true;
  } catch {
    return openSidebar();
  }
}

/** Firefox has no side panel, and opens its sidebar for a click on the toolbar, in a menu or in a page of the extension only. */
async function openSidebar(): Promise<boolean> {
  try {
    await browser.sidebarAction.open();
    return true;
  } catch {
    return false;
  }
}
