import { browser } from './extension-api.ts';
import { originPattern } from './origin-pattern.ts';

// As long as a person may reasonably look at the browser's question.
const ASK_MS = 60_000;

/** True where the origin is granted; nobody is asked. */
export function hasPermission(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originPattern(origin)] });
}

/**
 * True when the origin is granted, or is granted within a minute. The browser's question closes the popup that asked,
 * so the background is what waits for the answer.
 */
export async function waitForPermission(pattern: string): Promise<boolean> {
  const isGranted = () => browser.permissions.contains({ origins: [pattern] });
  if (await isGranted()) return true;
  return new Promise((resolve) => {
    const settle = (granted: boolean) => {
      clearTimeout(timer);
      browser.permissions.onAdded.removeListener(look);
      resolve(granted);
    };
    const look = async () => {
      if (await isGranted()) settle(true);
    };
    const timer = setTimeout(() => settle(false), ASK_MS);
    browser.permissions.onAdded.addListener(look);
  });
}
