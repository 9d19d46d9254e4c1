/** Chrome offers a function to content scripts, Firefox a property of each element. */
interface ShadowRootAccess {
  readonly chrome?: { readonly dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } };
}
interface FirefoxElement {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** The shadow root of a page's element, closed ones included; null where there is none. For content scripts only. */
export function openOrClosedShadowRoot(element: Element): ShadowRoot | null {
  const open = (globalThis as ShadowRootAccess).chrome?.dom?.openOrClosedShadowRoot;
  // Chrome throws for elements that are no HTML elements, such as SVG.
  if (open) return element instanceof HTMLElement ? open(element) : null;
  return (element as FirefoxElement).openOrClosedShadowRoot ?? element.shadowRoot;
}
