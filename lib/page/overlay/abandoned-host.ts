import type { ShadowRootOf } from '../roots/shadow-roots.ts';

/**
 * Takes away what a version of Dialside that was updated left in the document. Firefox ends the scripts of such a version without a
 * word to them and leaves their elements standing, with buttons that nobody answers. Chromium lets them run on, and they leave by
 * themselves. To be called before the frame has a host of its own.
 */
export function removeAbandonedHosts(document: Document, shadowRootOf: ShadowRootOf): void {
  const top: Element | null = document.documentElement;
  // A page may be empty. Firefox alone gives content scripts this property.
  if (top === null || !('openOrClosedShadowRoot' in top)) return;
  for (const element of [...top.children]) {
    if (element.localName === 'div' && isOverlayRoot(shadowRootOf(element))) element.remove();
  }
}

/** The one thing in it is the layer. */
function isOverlayRoot(root: ShadowRoot | null): boolean {
  return root?.mode === 'closed' && root.childElementCount === 1 && root.firstElementChild?.className === 'layer';
}
