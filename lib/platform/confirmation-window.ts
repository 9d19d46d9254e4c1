import { browser } from './extension-api.ts';

/** Opens Dialside's own window in which the agent confirms a dial; resolves to the window's id where it has one. */
export async function openConfirmationWindow(dialId: string): Promise<number | null> {
  const url = `/confirm.html#${encodeURIComponent(dialId)}`;
  const opened = await browser.windows.create({ url, type: 'popup', width: 460, height: 420, focused: true });
  return opened.id ?? null;
}

/** Closes a window; one that is gone already is as good as closed. */
export async function closeWindow(windowId: number): Promise<void> {
  await browser.windows.remove(windowId).catch(() => undefined);
}

/** Brings a window to the front; false when it is gone. */
export async function focusWindow(windowId: number): Promise<boolean> {
  const focused = await browser.windows.update(windowId, { focused: true }).catch(() => null);
  return focused !== null;
}
