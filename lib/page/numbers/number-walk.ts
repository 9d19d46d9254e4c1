import { isOutOfReach } from './modal-reach.ts';
import { type FoundNumber, nodeOf } from './number-source.ts';
import type { NumberStore } from './number-store.ts';

/** Those of the numbers that a person can see by scrolling and have a button for, in the order in which the page is read. */
export function numbersInOrder(numbers: Iterable<FoundNumber>): FoundNumber[] {
  const shown = [...numbers].filter(
    ({ anchor }) =>
      anchor.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true }) &&
      !isOutOfReach(anchor),
  );
  return shown.sort(compareInPage);
}

/** The number after or before another in reading order, going round at the ends; null when the page has none. */
export function neighbourOf(
  number: FoundNumber | null,
  direction: 'next' | 'previous',
  store: NumberStore,
): FoundNumber | null {
  const numbers = numbersInOrder(store.all);
  const at = number === null ? -1 : numbers.indexOf(number);
  if (at < 0) return numbers.at(direction === 'next' ? 0 : -1) ?? null;
  return numbers.at((at + (direction === 'next' ? 1 : -1)) % numbers.length) ?? null;
}

function compareInPage(one: FoundNumber, other: FoundNumber): number {
  const [a, b] = [nodeOf(one.source), nodeOf(other.source)];
  if (a === b) return startOf(one) - startOf(other);
  const order = a.getRootNode() === b.getRootNode() ? a.compareDocumentPosition(b) : compareHosts(a, b);
  return (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? -1 : 1;
}

function startOf({ source }: FoundNumber): number {
  return source.kind === 'text' ? source.startOffset : 0;
}

/** Compares what stands for the nodes in the document: the hosts of the shadow roots they are in. */
function compareHosts(a: Node, b: Node): number {
  return outermost(a).compareDocumentPosition(outermost(b));
}

function outermost(node: Node): Node {
  let outer = node;
  for (let root = outer.getRootNode(); root instanceof ShadowRoot; root = outer.getRootNode()) outer = root.host;
  return outer;
}
