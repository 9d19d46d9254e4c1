import { browser } from './extension-api.ts';

/** For the few things that no question to the browser tells. */
export function isFirefox(): boolean {
  return browser.runtime.getURL('').startsWith('moz-extension:');
}
