import { flatParentOf } from '../roots/flat-tree.ts';

/**
 * Whether an element is in a modal dialog or in a part of the page that fills the screen. All else is inert then, Dialside's
 * own element too, also in the top layer and above it: nothing there can be pressed (for dialogs whatwg/html issues 9936 and
 * 10811, seen in Chromium 156 and Firefox 153; for fullscreen seen in Chromium 156).
 */
export function isOutOfReach(element: Element): boolean {
  for (let outer: Element | null = element; outer !== null; outer = flatParentOf(outer)) {
    // Dialside's element is in the document element.
    if (outer.matches(':modal') && outer !== outer.ownerDocument.documentElement) return true;
  }
  return false;
}
