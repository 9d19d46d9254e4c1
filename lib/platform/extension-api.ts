/**
 * The browser API of the background and of Dialside's own pages, the one place it is imported. Content scripts take
 * `wxt/browser` instead: the polyfill would cost every frame 10 kB.
 */
export { default as browser } from 'webextension-polyfill';
