import { browser } from '../platform/extension-api.ts';
import type { PageEvents } from './page-protocol.ts';

/** Tells every frame of the tabs that have a content script. Tabs without one answer with an error, which is no failure. */
export async function tellPages<K extends keyof PageEvents & string>(
  name: K,
  payload: PageEvents[K],
  tabIds?: readonly number[],
): Promise<void> {
  const ids = tabIds ?? (await browser.tabs.query({})).flatMap(({ id }) => (id === undefined ? [] : [id]));
  const message = { dialside: name, payload };
  await Promise.all(ids.map((id) => browser.tabs.sendMessage(id, message).catch(() => undefined)));
}
