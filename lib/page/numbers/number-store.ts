import { isInPart, type TextPart } from '../text/long-text.ts';
import { type FoundNumber, isConnected, isSameNumber, type NumberSource, nodeOf } from './number-source.ts';
import { eachNumber, type OneOrMore, withNumber, withoutNumber } from './one-or-more.ts';

export interface NumberStoreEvents {
  readonly onFound: (number: FoundNumber) => void;
  readonly onLost: (number: FoundNumber) => void;
}

/** The numbers known to stand in the page now, by the nodes that hold them. */
export interface NumberStore {
  readonly all: ReadonlySet<FoundNumber>;
  /** Those whose anchor is the element. */
  anchoredAt(anchor: Element): Iterable<FoundNumber>;
  isLinkOrField(element: Element): boolean;
  /**
   * Says what stands in these text nodes now, which were read together: the numbers that start in `own`, all of them unless
   * said otherwise. A number that is still there stays the same object.
   */
  setInTexts(nodes: readonly Text[], numbers: readonly FoundNumber[], own?: readonly Text[]): void;
  /** Says that no number stands in a text alone now. */
  forgetText(text: Node): void;
  /** As `setInTexts`, for the numbers that start in one part of a text. */
  setInPart(text: Text, part: TextPart, numbers: readonly FoundNumber[]): void;
  setAt(element: Element, number: FoundNumber | null): void;
  dropWithin(ancestor: Node): void;
  dropDisconnected(): void;
  clear(): void;
}

export function createNumberStore({ onFound, onLost }: NumberStoreEvents): NumberStore {
  const all = new Set<FoundNumber>();
  const byNode = new WeakMap<Node, OneOrMore>();
  const byAnchor = new WeakMap<Element, OneOrMore>();

  function add(number: FoundNumber, nodes: Iterable<Node>): void {
    all.add(number);
    for (const node of nodes) addTo(byNode, node, number);
    addTo(byAnchor, number.anchor, number);
    onFound(number);
  }

  function drop(number: FoundNumber): void {
    if (!all.delete(number)) return;
    takeFrom(byAnchor, number.anchor, number);
    onLost(number);
  }

  /** A number stays listed under its nodes after it was dropped, until they are asked for: `all` decides. */
  function at(nodes: readonly Node[]): Set<FoundNumber> {
    const found = new Set<FoundNumber>();
    for (const node of nodes) {
      for (const number of eachNumber(byNode.get(node))) {
        if (all.has(number)) found.add(number);
        else takeFrom(byNode, node, number);
      }
    }
    return found;
  }

  function isAnyKnown(nodes: readonly Node[]): boolean {
    for (const node of nodes) if (byNode.has(node)) return true;
    return false;
  }

  function set(nodes: readonly Node[], numbers: readonly FoundNumber[], own = nodes): void {
    // Most texts that are looked at never held a number.
    if (!isAnyKnown(own)) {
      for (const number of numbers) add(number, nodesOf(number.source, nodes));
      return;
    }
    const old = at(own);
    if (own.length < nodes.length) for (const number of old) if (isOthers(number, nodes, own)) old.delete(number);
    replace(nodes, old, numbers);
  }

  function replace(nodes: readonly Node[], old: Set<FoundNumber>, numbers: readonly FoundNumber[]): void {
    for (const number of numbers) {
      const same = [...old].find((known) => isSameNumber(known, number) && known.anchor === number.anchor);
      if (same === undefined) add(number, nodesOf(number.source, nodes));
      else old.delete(same);
    }
    for (const gone of old) drop(gone);
  }

  function setInPart(text: Text, part: TextPart, numbers: readonly FoundNumber[]): void {
    const old = at([text]);
    for (const number of old) {
      if (number.source.kind === 'text' && !isInPart(part, number.source.startOffset)) old.delete(number);
    }
    replace([text], old, numbers);
  }

  function dropWhere(isGone: (number: FoundNumber) => boolean): void {
    for (const number of all) if (isGone(number)) drop(number);
  }

  return {
    all,
    anchoredAt: (anchor) => eachNumber(byAnchor.get(anchor)),
    isLinkOrField: (element) => at([element]).size > 0,
    setInTexts: set,
    forgetText(text) {
      for (const number of eachNumber(byNode.get(text))) if (isWhollyIn(text, number)) drop(number);
    },
    setInPart,
    setAt: (element, number) => set([element], number === null ? [] : [number]),
    dropWithin: (ancestor) => dropWhere((number) => ancestor.contains(nodeOf(number.source))),
    dropDisconnected: () => dropWhere((number) => !isConnected(number.source)),
    clear: () => dropWhere(() => true),
  };
}

/** The texts that hold a part of a number, of those that were read together; a link or a field by itself. */
function nodesOf(source: NumberSource, nodes: readonly Node[]): readonly Node[] {
  if (source.kind !== 'text' || source.start === source.end) return [nodeOf(source)];
  return nodes.slice(nodes.indexOf(source.start), nodes.indexOf(source.end) + 1);
}

/** Whether a number starts in a text that was read only to see what stands around. */
function isOthers({ source }: FoundNumber, nodes: readonly Node[], own: readonly Node[]): boolean {
  const start = nodeOf(source);
  return nodes.includes(start) && !own.includes(start);
}

function isWhollyIn(text: Node, { source }: FoundNumber): boolean {
  return source.kind === 'text' && source.start === text && source.end === text;
}

function addTo<K extends WeakKey>(index: WeakMap<K, OneOrMore>, key: K, number: FoundNumber): void {
  index.set(key, withNumber(index.get(key), number));
}

function takeFrom<K extends WeakKey>(index: WeakMap<K, OneOrMore>, key: K, number: FoundNumber): void {
  const listed = index.get(key);
  if (listed === undefined) return;
  const left = withoutNumber(listed, number);
  if (left === undefined) index.delete(key);
  else if (left !== listed) index.set(key, left);
}
