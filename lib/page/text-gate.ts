/** Any digit that `mayHoldNumber` counts: ASCII, the scripts from Arabic to Ol Chiki and beyond, full-width. */
const DIGIT = /[0-9\u0660-\u1c59\ua620-\uabf9\uff10-\uff19]/;

/** The longest written number with its separators and extension is shorter; so much is kept of what was read before. */
const TAIL_LENGTH = 48;

/** Cells and list items never share a number with their neighbour, whatever their style. */
const NEVER_JOINED: ReadonlySet<string> = new Set(['td', 'th', 'li', 'option', 'button', 'dt', 'dd', 'p', 'tr']);

/** Says for text nodes, given in document order, whether a number may end in them. */
export interface TextGate {
  mayEndNumber(node: Text): boolean;
}

/**
 * A gate that also sees numbers split over neighbouring text nodes, such as `<b>(650)</b> 253-0000`. It may say yes too
 * often (it reads no styles), never no for a number that {@link readInlineRun} joins from at most 48 characters before.
 */
export function createTextGate(mayHoldNumber: (text: string) => boolean): TextGate {
  let tail = '';
  let tailParent: ParentNode | null = null;

  function mayContinue(node: Text, data: string, digits: boolean): boolean {
    const parent = node.parentNode;
    const apart = parent !== tailParent && (endsBetween(parent, tailParent) || endsBetween(tailParent, parent));
    const joined = apart ? data : tail + data;
    const kept = apart && !digits ? '' : joined.slice(-TAIL_LENGTH);
    const may = !apart && tail !== '' && mayHoldNumber(joined.slice(0, TAIL_LENGTH * 2));
    tail = DIGIT.test(kept) ? kept : '';
    tailParent = parent;
    return may;
  }

  return {
    mayEndNumber(node) {
      const data = node.data;
      const digits = DIGIT.test(data);
      if (!digits && tail === '') return false;
      return mayContinue(node, data, digits) || (digits && mayHoldNumber(data));
    },
  };
}

/** Whether a cell or the like ends between its own text and the other's. */
function endsBetween(parent: ParentNode | null, other: ParentNode | null): boolean {
  return parent instanceof Element && NEVER_JOINED.has(parent.localName) && !parent.contains(other);
}

/** Whether a text could be a part of a number that is split over several text nodes. */
export function hasDigit(text: string): boolean {
  return DIGIT.test(text);
}
