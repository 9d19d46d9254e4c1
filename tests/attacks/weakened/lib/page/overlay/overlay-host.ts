import {
  type AttachRoot,
  createOverlayHost as createStrong,
  type OverlayHost,
} from '../../../../../../lib/page/overlay/overlay-host.ts';

export type * from '../../../../../../lib/page/overlay/overlay-host.ts';

/** A root that any script of the page can enter, and copy. */
export function attachClosedRoot(host: HTMLElement): ShadowRoot {
  return host.attachShadow({ mode: 'open', clonable: true });
}

/** Stays wherever the page puts it, under whatever the page lays over it. */
export function createOverlayHost(document: Document, signal: AbortSignal, attachRoot: AttachRoot): OverlayHost {
  const strong = createStrong(document, signal, attachRoot);
  return { ...strong, isInPlace: () => true, restore() {}, raise() {} };
}
