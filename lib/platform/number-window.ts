import { browser } from './extension-api.ts';

/**
 * Opens Dialside's own window about a number; resolves to the window's id where it has one. `key` stands for the number, which the
 * browser would write on the disk with the address.
 */
export async function openNumberWindow(key: string): Promise<number | null> {
  const url = `/number.html#${encodeURIComponent(key)}`;
  const opened = await browser.windows.create({ url, type: 'popup', width: 480, height: 680, focused: true });
  return opened.id ?? null;
}
