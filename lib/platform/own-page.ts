import { browser } from './extension-api.ts';

/**
 * Shows a page of Dialside's own: the tab that shows it already, else a new one. Other extension pages are not looked at.
 * `fragment` names a place in it.
 */
export async function openOwnPage(name: string, fragment = ''): Promise<void> {
  const page = browser.runtime.getURL(`/${name}`);
  const url = fragment === '' ? page : `${page}#${fragment}`;
  const [open] = await browser.tabs.query({ url: page }).catch(() => []);
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true, ...(fragment !== '' && { url }) });
}
