import { browser } from './extension-api.ts';

export interface PageScripts {
  readonly script: string;
  readonly style: string;
  /** Match patterns of whole folders whose frames are left alone; in them the port does not count. */
  readonly keptOut: readonly string[];
}

/** What the browser tells of a frame that a script ran in; Firefox and the polyfill's types know no documents. */
interface EnteredFrame {
  readonly frameId: number;
  readonly documentId?: string;
  readonly result?: unknown;
}

/**
 * Puts a script and its style sheet into every frame of a tab but those kept out, which are told from the others by their
 * addresses in themselves. The ids of the documents that were entered; null where the browser has none. A tab that the browser
 * does not let us into (a store, a crashed page) is no failure.
 */
export async function enterPage(
  tabId: number,
  { script, style, keptOut }: PageScripts,
): Promise<readonly string[] | null> {
  const left = keptOut.length === 0 ? [] : await framesBelow(tabId, keptOut);
  const entered =
    left.length === 0 || left.every(({ result }) => result !== true)
      ? await enter({ tabId, allFrames: true })
      : (
          await Promise.all(
            left.filter(({ result }) => result !== true).map(({ frameId }) => enter({ tabId, frameIds: [frameId] })),
          )
        ).flat();
  const documents = entered.flatMap(({ documentId }) => documentId ?? []);
  return documents.length === 0 ? null : documents;

  async function enter(target: {
    tabId: number;
    allFrames?: true;
    frameIds?: number[];
  }): Promise<readonly EnteredFrame[]> {
    await browser.scripting.insertCSS({ target, files: [style] }).catch(() => undefined);
    return (await browser.scripting.executeScript({ target, files: [script] }).catch(() => [])) ?? [];
  }
}

/** Every frame, each with whether it is of one of the folders. */
async function framesBelow(tabId: number, folders: readonly string[]): Promise<readonly EnteredFrame[]> {
  const args = [folders.map((pattern) => pattern.replace(/\*$/, ''))];
  const target = { tabId, allFrames: true };
  // Not later than now: one frame that loads for a minute would keep the others waiting.
  const asked = browser.scripting.executeScript({ target, func: isOfFolder, args, injectImmediately: true });
  return (await asked.catch(() => [])) ?? [];
}

/** Runs in a frame, where nothing else of this file is; a frame without an address of its own is of its parent's. */
function isOfFolder(folders: readonly string[]): boolean {
  try {
    let view: Window = window;
    while (view.location.protocol === 'about:' && view !== view.parent) view = view.parent;
    const { protocol, hostname, pathname } = view.location;
    return folders.some((folder) => `${protocol}//${hostname}${pathname}`.startsWith(folder));
  } catch {
    // Sandboxed, and so of no site.
    return false;
  }
}
