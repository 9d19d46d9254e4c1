import { browser } from './extension-api.ts';

/** For the few things that no question to the browser tells. */
export function isFirefox(): boolean {
  return browser.runtime.getURL('').startsWith('moz-extension:');
}

/**
 * True in a Firefox that never remembers history: all of it is one private window, and no page of it gets a database. To be asked
 * in the background alone, which is private nowhere else; a page of a private window is so in every Firefox.
 */
export function isForgetful(): boolean {
  return isFirefox() && browser.extension.inIncognitoContext === true;
}
