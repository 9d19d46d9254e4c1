/** All that a script of a page can see of it, so that a page with Dialside can be compared with one without. */

type ShadowRootOf = (element: Element) => ShadowRoot | null;

type Tree = Document | ShadowRoot;

const openRootOf: ShadowRootOf = (element) => element.shadowRoot;

function* treesIn(tree: Tree, shadowRootOf = openRootOf): Generator<Tree> {
  yield tree;
  for (const element of elementsIn(tree)) {
    const root = shadowRootOf(element);
    if (root !== null) yield* treesIn(root, shadowRootOf);
  }
}

/** The page's own elements: Dialside's one stands beside the body. */
function elementsIn(tree: Tree): Element[] {
  return [...(tree instanceof Document ? tree.body : tree).querySelectorAll('*')];
}

function fieldState(field: Element): unknown {
  if (field instanceof HTMLSelectElement) return [field.value, field.selectedIndex];
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  const isChecked = field instanceof HTMLInputElement && field.checked;
  return [field.value, isChecked, field.selectionStart, field.selectionEnd, field.scrollTop, field.scrollLeft];
}

function selectionState(): unknown {
  const selection = getSelection();
  if (selection === null) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset, rangeCount } = selection;
  return [selection.toString(), anchorNode?.nodeName, anchorOffset, focusNode?.nodeName, focusOffset, rangeCount];
}

/** Markup, the head's too, field values, selection, focus, scroll positions, and every element's place and, where wanted, computed style. */
export function portrait(
  shadowRootOf = openRootOf,
  steady = (html: string) => html,
  withStyles = true,
): Record<string, unknown> {
  const trees = [...treesIn(document, shadowRootOf)];
  const elements = trees.flatMap(elementsIn);
  const styled = [document.documentElement, document.body, ...elements];
  return {
    html: steady(
      document.body.getHTML({
        serializableShadowRoots: true,
        shadowRoots: trees.filter((tree) => tree instanceof ShadowRoot),
      }),
    ),
    head: steady(document.head.innerHTML),
    sheets: document.styleSheets.length,
    attributes: [document.documentElement, document.body].map((element) =>
      element.getAttributeNames().map((name) => [name, element.getAttribute(name)]),
    ),
    fields: elements.filter((element) => element.matches('input,textarea,select')).map(fieldState),
    selection: selectionState(),
    focus: steady(document.activeElement?.outerHTML ?? ''),
    size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    scrolled: styled.map(({ scrollLeft, scrollTop }) => `${scrollLeft} ${scrollTop}`),
    styles: (withStyles ? styled : []).map((element) => `${element.localName} { ${styleOf(element)} }`),
    boxes: elements.map((element) => JSON.stringify(element.getBoundingClientRect())),
  };
}

/** The whole computed style in one text. Chromium serialises it by itself, Firefox does not. */
function styleOf(element: Element): string {
  const style = getComputedStyle(element);
  return style.cssText || [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
}

/** What observers of the page's own hear. */
export interface Ear {
  /** Also hears the shadow roots that there are now. */
  widen(): void;
  /** What was heard since the last time, in words; what was done to Dialside's one element is left out. */
  heard(host: Element | null): string[];
  stop(): void;
}

const EVERYTHING = { subtree: true, childList: true, characterData: true, attributes: true };

/** With `hearsAll` also what a framework does in a time of its own: only for pages without one. */
export function listen(shadowRootOf = openRootOf, { hearsAll = false } = {}): Ear {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((more) => records.push(...more));
  const widen = () => {
    for (const tree of treesIn(document, shadowRootOf)) observer.observe(tree, EVERYTHING);
  };
  widen();
  return {
    widen,
    heard(host) {
      const all = [...records.splice(0), ...observer.takeRecords()];
      const isHeard = (record: MutationRecord) => !isOnlyOf(host, record) && (hearsAll || !isOfItsOwnTime(record));
      return all.filter(isHeard).map(wordsOf);
    },
    stop: () => observer.disconnect(),
  };
}

function isOnlyOf(host: Element | null, { target, type, addedNodes, removedNodes }: MutationRecord): boolean {
  if (host === null) return false;
  if (target === host) return true;
  return type === 'childList' && [...addedNodes, ...removedNodes].every((node) => node === host);
}

/** What is said to screen readers comes after a time of its own; style sheets come with the first part that needs them, and are in the portrait. */
function isOfItsOwnTime({ target }: MutationRecord): boolean {
  const element = target instanceof Element ? target : target.parentElement;
  return element?.closest('head, [aria-live]') != null;
}

function wordsOf({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord): string {
  const names = (nodes: NodeList) => [...nodes].map(({ nodeName }) => nodeName).join();
  return `${type} ${target.nodeName} ${attributeName ?? ''} +${names(addedNodes)} -${names(removedNodes)}`;
}
