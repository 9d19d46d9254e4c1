import type { FoundNumber } from '../numbers/number-source.ts';

/** Registered page-wide and visible to the page, hence a name that no page uses. */
export const MARK_NAME = 'dialside-number-7f3a';

const MARK_STYLE = `::highlight(${MARK_NAME}){text-decoration:underline dotted #1a8f4e 1.5px}`;

/**
 * The style of the marks. Highlight styles are inherited like other properties, so the rule on the root also reaches the
 * page's shadow roots where the browser implements that (Chromium does). Firefox does not (ESR 153): there each element
 * needs a rule that matches it, and shadow roots go without. Nothing of it is printed.
 */
export const MARK_CSS = `@media screen{:root${MARK_STYLE}@supports (-moz-appearance:none){${MARK_STYLE}}}`;

/** What is marked, as from the next time that it is painted. */
export interface Marks {
  add(number: FoundNumber): void;
  remove(number: FoundNumber): void;
  /** Shows what was added and removed since: each time, the browser looks through its whole page (40 ms where that is large). */
  paint(): void;
}

/**
 * Marks numbers in texts with the CSS Custom Highlight API, which paints without a change to any node. Static ranges:
 * live ones would cost every change of the page a visit to each of them.
 *
 * `isStyled` says that the browser already delivers {@link MARK_CSS} as an extension's style sheet, which pages cannot see.
 * Otherwise a constructed sheet is added to the document's adopted ones for as long as the signal is not aborted.
 */
export function createMarks(document: Document, signal: AbortSignal, isStyled: boolean): Marks {
  const registry = globalThis.CSS?.highlights;
  if (!registry) return { add() {}, remove() {}, paint() {} };
  const highlight = new Highlight();
  const ranges = new WeakMap<FoundNumber, StaticRange>();
  showUnlessForced(registry, highlight, signal);
  if (!isStyled) adoptSheet(document, signal);
  signal.addEventListener('abort', () => registry.delete(MARK_NAME), { once: true });
  const changes = new Map<FoundNumber, 'added' | 'removed'>();

  function paintOne(number: FoundNumber, change: 'added' | 'removed'): void {
    const range = ranges.get(number) ?? rangeOf(number);
    if (range === null) return;
    ranges.set(number, range);
    if (change === 'added') highlight.add(range);
    else highlight.delete(range);
  }

  return {
    add: (number) => changes.set(number, 'added'),
    remove: (number) => changes.set(number, 'removed'),
    paint() {
      if (signal.aborted) return;
      for (const [number, change] of changes) paintOne(number, change);
      changes.clear();
    },
  };
}

/**
 * Where the person has the system's colours forced on pages, Chromium 156 paints every highlight as a block in the colours of
 * the selection, whatever its style says and even without one. Then there are none; the buttons are there all the same.
 */
function showUnlessForced(registry: HighlightRegistry, highlight: Highlight, signal: AbortSignal): void {
  const forced = matchMedia('(forced-colors: active)');
  const show = () => (forced.matches ? registry.delete(MARK_NAME) : registry.set(MARK_NAME, highlight));
  show();
  forced.onchange = show;
  signal.addEventListener(
    'abort',
    () => {
      forced.onchange = null;
    },
    { once: true },
  );
}

function rangeOf({ source }: FoundNumber): StaticRange | null {
  if (source.kind !== 'text') return null;
  return new StaticRange({
    startContainer: source.start,
    startOffset: source.startOffset,
    endContainer: source.end,
    endOffset: source.endOffset,
  });
}

function adoptSheet(document: Document, signal: AbortSignal): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(MARK_CSS);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const withdraw = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
  };
  signal.addEventListener('abort', withdraw, { once: true });
}
