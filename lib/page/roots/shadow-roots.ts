/**
 * Everything but the commonest elements that cannot hold a shadow root (the list of those that can is in the DOM
 * standard, plus every custom element). Matching natively keeps 100 000 table cells out of script.
 */
export const POSSIBLE_HOSTS =
  ':not(td,tr,th,li,a,i,b,svg,path,g,use,img,input,label,option,button,br,ul,ol,dl,dt,dd,tbody,thead,table,em,strong,' +
  'small,script,style,link,meta,select,form,textarea,colgroup,col,code,time,sup,sub,u,template,html,head,title)';

export type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** Hears of elements with a component's name that have no shadow root yet. */
export type OnRootless = (element: Element) => void;

/** The shadow roots whose hosts are `root` itself or inside it, without looking into those shadow roots. */
export function* shadowRootsIn(root: Node, shadowRootOf: ShadowRootOf, onRootless?: OnRootless): Generator<ShadowRoot> {
  if (root instanceof Element) {
    const own = shadowRootAt(root, shadowRootOf, onRootless);
    if (own !== null) yield own;
  }
  if (!(root instanceof Element || root instanceof Document || root instanceof DocumentFragment)) return;
  for (const element of root.querySelectorAll(POSSIBLE_HOSTS)) {
    const shadow = shadowRootAt(element, shadowRootOf, onRootless);
    if (shadow !== null) yield shadow;
  }
}

/** The shadow root of an element; `onRootless` hears of a component that has none yet. */
export function shadowRootAt(element: Element, shadowRootOf: ShadowRootOf, onRootless?: OnRootless): ShadowRoot | null {
  const shadow = openRoot(element, shadowRootOf);
  if (shadow === null && isComponent(element)) onRootless?.(element);
  return shadow;
}

function isComponent(element: Element): boolean {
  return element.localName.includes('-');
}

/** The default of {@link ShadowRootOf}: open roots only. */
export function openShadowRootOf(element: Element): ShadowRoot | null {
  return element.shadowRoot;
}

/** The shadow root of an element that may be its host. The browser's own call for closed roots costs a microsecond, so it is kept for elements that look like hosts. */
export function openRoot(element: Element, shadowRootOf: ShadowRootOf): ShadowRoot | null {
  if (element.shadowRoot !== null) return element.shadowRoot;
  const looksLikeHost = isComponent(element) || element.firstChild === null;
  return looksLikeHost && shadowRootOf !== openShadowRootOf ? shadowRootOf(element) : null;
}
