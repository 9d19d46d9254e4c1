import { type OnRootless, openRoot, type ShadowRootOf } from './shadow-roots.ts';

export interface LateRootsOptions {
  readonly signal: AbortSignal;
  readonly shadowRootOf: ShadowRootOf;
  /** Some elements have got shadow roots that nobody has read. */
  readonly onLate: () => void;
}

/**
 * Notices the shadow roots that elements get after they were read: their component is defined by a script that comes later.
 * That changes nothing that an observer of mutations sees, so it is looked for when anything else happens, and where the
 * new content takes room, the browser tells.
 */
export interface LateRoots {
  /** To be told of elements that may get a root later; one of each name is kept in mind. */
  readonly onRootless: OnRootless;
  /** To be told of each root that is read. */
  onRead(root: ShadowRoot): void;
  /** Something has happened in the page. Costs less than a microsecond for each name. */
  look(): void;
  /** Something has happened at these elements. */
  lookAt(elements: Iterable<unknown>): void;
}

export function createLateRoots({ signal, shadowRootOf, onLate }: LateRootsOptions): LateRoots {
  const waiting = new Map<string, WeakRef<Element>>();
  const read = new WeakSet<ShadowRoot>();
  const sizes = new ResizeObserver(look);
  signal.addEventListener('abort', () => sizes.disconnect(), { once: true });

  function look(): void {
    let isLate = false;
    for (const [name, reference] of waiting) {
      const element = reference.deref();
      const isGone = element?.isConnected !== true;
      if (!isGone && !isHost(element)) continue;
      waiting.delete(name);
      if (element) sizes.unobserve(element);
      isLate ||= !isGone;
    }
    if (isLate && !signal.aborted) onLate();
  }

  /** The call for closed roots costs more than all else here, and components that have none are seldom defined. */
  function isHost(element: Element): boolean {
    return element.matches(':defined') && openRoot(element, shadowRootOf) !== null;
  }

  return {
    onRootless(element) {
      if (waiting.get(element.localName)?.deref()?.isConnected || signal.aborted) return;
      waiting.set(element.localName, new WeakRef(element));
      sizes.observe(element);
    },
    onRead: (root) => read.add(root),
    look,
    lookAt(elements) {
      for (const element of elements) {
        const root = element instanceof Element ? openRoot(element, shadowRootOf) : null;
        if (root === null || read.has(root)) continue;
        read.add(root);
        onLate();
        return;
      }
    },
  };
}
