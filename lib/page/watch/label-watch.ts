import { headingRow, labelWordsOf, type OnAsked } from '../text/dom-label.ts';

/** How deep in a label its words may stand: an icon, a button to sort by, and the words in it. */
const REACH = 4;

/** Says what is to be read again because the words that the page puts to it have become others. */
export interface LabelWatch {
  /** To be told of each element that is asked for a label: its words are known from then on. */
  readonly onAsked: OnAsked;
  /** What stands under the label that a node, new or changed, is or is part of. */
  underChanged(node: Node): readonly Node[];
  /** What stood under the labels that a change took away, or took words from. */
  underRemoved(record: MutationRecord): readonly Node[];
}

/**
 * Remembers the words of the labels that were asked for, and of nothing else: a change that touches none of them costs a few
 * look-ups.
 */
export function createLabelWatch(): LabelWatch {
  const known = new WeakMap<Element, string>();
  let isAny = false;

  /** What stands under the known labels around a node whose words are others now. */
  function underKnown(node: Node): Node[] {
    const under: Node[] = [];
    let label = node instanceof Element ? node : node.parentElement;
    for (let depth = 0; label !== null && depth < REACH; depth++) {
      const words = known.get(label);
      if (words !== undefined && words !== labelWordsOf(label)) {
        known.delete(label);
        under.push(...whatIsUnder(label));
      }
      label = label.parentElement;
    }
    return under;
  }

  function isKnownLabel(removed: Node): boolean {
    if (!(removed instanceof Element)) return false;
    if (known.has(removed)) return true;
    return isRow(removed) && [...removed.querySelectorAll('th')].some((head) => known.has(head));
  }

  return {
    onAsked(element) {
      isAny = true;
      // Words that have changed since are others for whoever asked before: the change itself is still to be told.
      if (!known.has(element)) known.set(element, labelWordsOf(element));
    },
    underChanged(node) {
      if (!isAny) return [];
      const isNew = node instanceof Element && !known.has(node) && isLabelByItself(node);
      return isNew ? [...underKnown(node), ...whatIsUnder(node)] : underKnown(node);
    },
    underRemoved({ target, removedNodes, nextSibling }) {
      if (!isAny) return [];
      const isLost = target instanceof Element && [...removedNodes].some(isKnownLabel);
      return isLost ? [...underKnown(target), ...whatFollows(target, nextSibling)] : underKnown(target);
    },
  };
}

function isRow(element: Element): boolean {
  return element.localName === 'tr' || element.localName === 'thead';
}

function isLabelByItself(element: Element): boolean {
  if (!isRow(element)) return labelWordsOf(element) !== '';
  if (element.localName === 'thead') return true;
  return element.firstElementChild?.localName === 'th' && isHeadingRow(element);
}

function isHeadingRow(row: Element | null): boolean {
  return row instanceof HTMLTableRowElement && headingRow(row) === row;
}

/** What a label may name, as far as {@link whatFollows} does not say it. */
function whatIsUnder(label: Element): readonly Node[] {
  const { parentElement: parent, localName } = label;
  if (parent === null) return [];
  if (label.getAttribute('role') === 'columnheader')
    return [label.closest('[role="grid"],[role="treegrid"],[role="table"]') ?? parent];
  if (localName === 'thead' || isHeadingRow(label) || (localName === 'th' && isHeadingRow(parent)))
    return [label.closest('table') ?? parent];
  const control = label instanceof HTMLLabelElement ? label.control : null;
  return [...(control === null ? [] : [control]), ...whatFollows(parent, label.nextSibling)];
}

/** What a label before `next` names: a table's cells, the values of a term, or the element there and the texts around both. */
function whatFollows(parent: Element, next: Node | null): readonly Node[] {
  if (parent.localName === 'tr' || parent.localName === 'dl') return [parent];
  const isTable = /^(?:table|thead|tbody)$/.test(parent.localName);
  if (isTable) return [parent.closest('table') ?? parent];
  let value = next;
  while (value !== null && !(value instanceof Element)) value = value.nextSibling;
  const texts = [...parent.childNodes].filter((child) => child instanceof Text && child.data.trim() !== '');
  return value === null ? texts : [value, ...texts];
}
