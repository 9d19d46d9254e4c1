/** What a page can do to move a number without changing a node that is watched. */
const MOVES = ['transitionrun', 'transitionend', 'animationend'] as const;
const LOOKS_DIFFERENT = ['load', 'toggle', 'fullscreenchange'] as const;

export interface LayoutWatchOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly onMove: () => void;
  /** The document itself was scrolled. */
  readonly onScroll: () => void;
  readonly onChange: () => void;
  /** The page may have put something into the top layer. */
  readonly onTopLayer: (target: EventTarget | null) => void;
  /** A script of the page has just run. */
  readonly onScript: () => void;
}

/** Listens to what moves things on a page: scrollers, the window, zoom, transitions, pictures, late styles. */
export function watchLayout(options: LayoutWatchOptions): void {
  const { document, signal, onMove, onScroll, onChange, onTopLayer, onScript } = options;
  const listening = { capture: true, passive: true, signal } as const;
  document.addEventListener('scroll', ({ target }) => (target === document ? onScroll() : onMove()), listening);
  for (const type of MOVES) document.addEventListener(type, onMove, listening);
  for (const type of LOOKS_DIFFERENT) {
    document.addEventListener(
      type,
      (event) => {
        if (type !== 'load') onTopLayer(event.target);
        else if (event.target instanceof HTMLScriptElement) onScript();
        onChange();
      },
      listening,
    );
  }
  window.addEventListener('resize', onChange, listening);
  document.fonts?.addEventListener('loadingdone', onChange, listening);
  const sizes = new ResizeObserver(onChange);
  sizes.observe(document.documentElement);
  if (document.body) sizes.observe(document.body);
  signal.addEventListener('abort', () => sizes.disconnect(), { once: true });
}
