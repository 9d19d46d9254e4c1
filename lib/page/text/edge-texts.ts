import { createTextGate, GOES_ON, IS_LED, MAY_GO_ON_BEHIND } from './text-gate.ts';

/** So many texts are looked at beyond each edge: blanks and bare signs may stand between two parts of a number. */
const REACH = 4;

/**
 * The first and the last text of what was added or changed, each where it may be joined with the text before or after it into
 * one number, as far as strings can tell.
 */
export function joinedEdges(node: Node): Text[] {
  // Beside a document or a shadow root there is nothing.
  if (node.parentNode === null) return [];
  const owner = node.ownerDocument ?? document;
  // Of the node alone: in all of the page, the next text may be behind thousands of elements that hold none.
  const inside = owner.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const first = node instanceof Text ? node : inside.firstChild();
  if (!(first instanceof Text)) return [];
  inside.currentNode = node;
  const end = inside.lastChild();
  const last = end instanceof Text ? end : first;
  const around = owner.createTreeWalker(node.getRootNode(), NodeFilter.SHOW_TEXT);
  return [...(isJoinedBefore(first, around) ? [first] : []), ...(isJoinedAfter(last, around) ? [last] : [])];
}

function isJoinedBefore(first: Text, walker: TreeWalker): boolean {
  const before: Node[] = [];
  walker.currentNode = first;
  for (let text = walker.previousNode(); text !== null && before.length < REACH; text = walker.previousNode()) {
    before.unshift(text);
  }
  if (before.length === 0) return false;
  const gate = createTextGate();
  for (const text of before) gate.look(text);
  return (gate.look(first) & (GOES_ON | IS_LED)) !== 0;
}

function isJoinedAfter(last: Text, walker: TreeWalker): boolean {
  const gate = createTextGate();
  gate.look(last);
  walker.currentNode = last;
  for (let left = REACH; left > 0; left--) {
    const text = walker.nextNode();
    if (text === null) return false;
    const seen = gate.look(text);
    if ((seen & (GOES_ON | MAY_GO_ON_BEHIND)) === 0) return false;
    if ((seen & GOES_ON) !== 0 && text.nodeValue?.trim() !== '') return true;
  }
  return false;
}
