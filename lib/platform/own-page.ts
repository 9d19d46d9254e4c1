import { browser } from './extension-api.ts';

/** Shows a page of Dialside's own: the tab that shows it already, else a new one. Other extension pages are not looked at. */
export async function openOwnPage(name: string): Promise<void> {
  const url = browser.runtime.getURL(`/${name}`);
  const [open] = await browser.tabs.query({ url }).catch(() => []);
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true });
}
