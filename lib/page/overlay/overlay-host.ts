import type { Appearance } from '../../settings/schema.ts';
import { OVERLAY_CSS } from './overlay-style.ts';

/** How often a page may take the host away before Dialside stops putting it back until a person acts again. */
const MOST_RETURNS = 20;

/** Attaches the closed root; tests pass their own to look inside. */
export type AttachRoot = (host: HTMLElement) => ShadowRoot;

export function attachClosedRoot(host: HTMLElement): ShadowRoot {
  return host.attachShadow({ mode: 'closed' });
}

/** The one element that Dialside adds to a page. */
export interface OverlayHost {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Everything that is shown, positioned from its top left corner. */
  readonly layer: HTMLElement;
  /** Light or dark as chosen, in the closed root, where the page can neither set nor see it. */
  show(appearance: Appearance): void;
  /** Whether the host is where it belongs, and in the top layer. */
  isInPlace(): boolean;
  /** Puts the host back where it belongs; does nothing when it is there. */
  restore(): void;
  /** Puts the host above everything that the page has put into the top layer meanwhile. */
  raise(): void;
  /** Forgets how often the page took the host away, because a person acted. */
  forgive(): void;
  /** Moves everything that is shown by so many viewport pixels, and the layer's corner with it. */
  shift(dx: number, dy: number): void;
  /** Where the layer's corner is in the viewport. Undoes a zoom of the page, so that pixels are the viewport's. */
  frame(): { readonly x: number; readonly y: number };
}

/**
 * Creates the host and shows it. A plain `div`: of an element with a custom name, a page could define the class and get
 * at the closed root through its internals. The top layer keeps the host clear of the page's stacking, transforms and
 * opacity; without popovers it is an ordinary fixed element.
 */
export function createOverlayHost(
  document: Document,
  signal: AbortSignal,
  attachRoot: AttachRoot,
  StyleSheet: typeof CSSStyleSheet = CSSStyleSheet,
): OverlayHost {
  const host = document.createElement('div');
  const root = attachRoot(host);
  const sheet = new StyleSheet();
  sheet.replaceSync(OVERLAY_CSS);
  root.adoptedStyleSheets = [sheet];
  const layer = document.createElement('div');
  layer.className = 'layer';
  root.append(layer);
  let returns = 0;
  let zoom = 1;
  let shifted = { x: 0, y: 0 };

  function isInPlace(): boolean {
    return host.parentNode === document.documentElement && (!canPop(host) || host.matches(':popover-open'));
  }

  function restore(): void {
    if (isInPlace() || signal.aborted || returns >= MOST_RETURNS) return;
    returns++;
    if (host.parentNode !== document.documentElement) document.documentElement.append(host);
    raise();
  }

  function raise(): void {
    if (!canPop(host) || !host.isConnected) return;
    if (host.popover !== 'manual') host.popover = 'manual';
    if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
  }

  restore();
  signal.addEventListener('abort', () => host.remove(), { once: true });
  return {
    host,
    root,
    layer,
    show(appearance) {
      layer.style.colorScheme = appearance === 'system' ? '' : appearance;
    },
    isInPlace,
    restore,
    raise,
    forgive() {
      returns = 0;
    },
    shift(dx, dy) {
      shifted = { x: shifted.x + dx, y: shifted.y + dy };
      layer.style.translate = `${shifted.x}px ${shifted.y}px`;
    },
    frame() {
      const box = layer.getBoundingClientRect();
      const scale = box.width / LAYER_WIDTH;
      if (scale > 0 && Math.abs(scale - 1) > 0.01) {
        zoom /= scale;
        layer.style.zoom = String(zoom);
      }
      return box;
    },
  };
}

/** Width of the layer in its own style; comparing it with what the viewport shows gives the zoom of the document element. */
const LAYER_WIDTH = 100;

function canPop(host: HTMLElement): boolean {
  return typeof host.showPopover === 'function';
}
