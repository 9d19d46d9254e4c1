import { browser } from './extension-api.ts';

/** What an administrator has set for this extension in the browser. Rejects in Firefox where nothing is. */
export async function readManaged(): Promise<Record<string, unknown>> {
  return browser.storage.managed.get();
}

/** Tells that an administrator has changed it; wakes a stopped worker, so it is called while that starts. */
export function onManagedChange(listener: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') listener();
  });
}
