import { browser } from './extension-api.ts';

/** Opens Dialside's own window about a number (E.164); resolves to the window's id where it has one. */
export async function openNumberWindow(e164: string): Promise<number | null> {
  const url = `/number.html#${encodeURIComponent(e164)}`;
  const opened = await browser.windows.create({ url, type: 'popup', width: 480, height: 680, focused: true });
  return opened.id ?? null;
}
