import { findPhoneNumbersInText } from 'libphonenumber-js/max';

/** The usual way to find numbers in a page: every text goes to libphonenumber-js as soon as it is there. */

/** Starts to read every text that is added, inside the observer's callback. The returned function ends it. */
export function watchEveryText(): () => number {
  let found = 0;
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const added of addedNodes) found += findInTexts(added);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    return found;
  };
}

/** Reads every text of the page; how long that takes, and how many numbers it finds. */
export function scanEveryText(): { ms: number; found: number } {
  const start = performance.now();
  const found = findInTexts(document.body);
  return { ms: performance.now() - start, found };
}

function findInTexts(root: Node): number {
  let found = 0;
  const texts = document.createNodeIterator(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    found += findPhoneNumbersInText(text.nodeValue ?? '', 'US').length;
  }
  return found;
}
