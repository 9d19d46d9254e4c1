import { browser } from './extension-api.ts';

/**
 * Opens an address in a private window, so that it stays out of the history. False where the browser lets the extension
 * open none: Firefox until it may run in private windows, any browser by company policy.
 */
export async function openPrivateWindow(url: string): Promise<boolean> {
  try {
    await browser.windows.create({ url, incognito: true, type: 'popup', width: 420, height: 640 });
    return true;
  } catch {
    return false;
  }
}
