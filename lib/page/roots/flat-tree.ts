/** The element that an element is rendered inside: slots and shadow hosts included. Null at the top. */
export function flatParentOf(element: Element): Element | null {
  if (element.assignedSlot !== null) return element.assignedSlot;
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The element that a node stands in, which for what stands outermost in a shadow root is the host. Null at the top. */
export function elementAround(node: Node): Element | null {
  const parent = node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : node.parentElement;
}

/** Whether `inner` is `outer` or rendered inside it. */
export function isRenderedIn(inner: Element, outer: Element): boolean {
  for (let element: Element | null = inner; element !== null; element = flatParentOf(element)) {
    if (element === outer) return true;
  }
  return false;
}
