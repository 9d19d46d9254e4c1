import { browser } from './extension-api.ts';
import { originPattern } from './origin-pattern.ts';

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

/** Tabs with a page of that origin, as far as Dialside may know their addresses. */
export async function tabsAt(
  origin: string,
): Promise<
  readonly { readonly id: number; readonly url: string; readonly isInFront: boolean; readonly usedAt: number }[]
> {
  const { id: focused } = await browser.windows.getLastFocused().catch(() => ({ id: undefined }));
  const tabs = await browser.tabs.query({ url: originPattern(origin) });
  return tabs.flatMap(({ id, url, active, windowId, lastAccessed }) =>
    id === undefined || url === undefined
      ? []
      : [{ id, url, isInFront: active && windowId === focused, usedAt: lastAccessed ?? 0 }],
  );
}

/** Opens a page in a new tab of the window that the person used last. */
export async function openTab(url: string, active: boolean): Promise<void> {
  await browser.tabs.create({ url, active });
}

/** Brings a tab and its window to the front, with another page where an address is given. One that is gone is no failure. */
export async function showTab(tabId: number, url?: string): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true, ...(url !== undefined && { url }) }).catch(() => null);
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** What the form watch of each frame of a tab says (lib/frame/start-form-watch.ts); null for a frame without one. */
export async function formsOf(tabId: number): Promise<readonly unknown[]> {
  const target = { tabId, allFrames: true };
  const func = () => (globalThis as { [key: symbol]: (() => unknown) | undefined })[Symbol.for('dialside.forms')]?.();
  const answers = await browser.scripting.executeScript({ target, func }).catch(() => []);
  return answers.map(({ result }) => result ?? null);
}

/** The tab in front of the window that was used last. */
export async function tabInFront(): Promise<{ readonly id: number; readonly url?: string } | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, ...(tab.url !== undefined && { url: tab.url }) };
}

/** What one frame says of its selection. */
interface FrameSelection {
  readonly text: string;
  /** `within`: the focus is in it, and in no frame of its own; `around`: it stands around such a frame. */
  readonly focus: 'within' | 'around' | 'elsewhere';
}

/**
 * What is selected in a tab: in the frame that has the focus, else in one around it, else in the only other frame in which something
 * is. Empty where nothing is selected, where several frames may be meant, or where Dialside may not look.
 */
export async function selectionIn(tabId: number): Promise<string> {
  const target = { tabId, allFrames: true };
  const answers = await browser.scripting.executeScript({ target, func: readSelection }).catch(() => []);
  const frames = answers.flatMap(({ result }) => (isSelection(result) && result.text.trim() !== '' ? [result] : []));
  for (const focus of ['within', 'around', 'elsewhere'] as const) {
    const [only, ...others] = frames.filter((frame) => frame.focus === focus);
    if (only) return others.length === 0 ? only.text : '';
  }
  return '';
}

function isSelection(result: unknown): result is FrameSelection {
  return typeof result === 'object' && result !== null && 'text' in result && typeof result.text === 'string';
}

/** Runs in a frame, and sees nothing of this file. */
function readSelection(): FrameSelection {
  // Far longer than any number with words around it.
  const most = 1_000;
  const field = document.activeElement;
  const isAround = field instanceof HTMLIFrameElement || field instanceof HTMLFrameElement;
  const focus = !document.hasFocus() ? 'elsewhere' : isAround ? 'around' : 'within';
  const isField =
    field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== 'password');
  if (isField && field.selectionStart !== null) {
    return { text: field.value.slice(field.selectionStart, field.selectionEnd ?? 0).slice(0, most), focus };
  }
  return { text: String(getSelection() ?? '').slice(0, most), focus };
}
