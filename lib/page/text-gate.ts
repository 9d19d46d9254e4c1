/** Any digit that `mayHoldNumber` counts: ASCII, the scripts from Arabic to Ol Chiki and beyond, full-width. */
const DIGIT = /[0-9\u0660-\u1c59\ua620-\uabf9\uff10-\uff19]/;

/** The longest written number with its separators and extension is shorter; so much is kept of what was read before. */
const TAIL_LENGTH = 48;

/** So many signs may stand between two digits of a number, as `mayHoldNumber` reads it, and between a prefix and letters. */
const MOST_SIGNS = 6;
const MOST_SIGNS_BEFORE_LETTERS = 3;
/** Letters go on after a toll-free prefix alone. */
const TOLL_FREE_END = /8[03-8]{2}[^0-9A-Za-z\n]{0,3}$/;

/** Cells and list items never share a number with their neighbour, whatever their style. */
const NEVER_JOINED: ReadonlySet<string> = new Set(['td', 'th', 'li', 'option', 'button', 'dt', 'dd', 'p', 'tr']);

/** Says for text nodes, given in document order, whether a number may end in them. */
export interface TextGate {
  mayEndNumber(text: Node): boolean;
}

/**
 * A gate that also sees numbers split over neighbouring text nodes, such as `<b>(650)</b> 253-0000`. It may say yes too
 * often (it reads no styles), never no for a number that {@link readInlineRun} joins from at most 48 characters before.
 */
export function createTextGate(mayHoldNumber: (text: string) => boolean): TextGate {
  let tail = '';
  let tailNode: Node | null = null;

  function keep(text: string, node: Node): void {
    const end = text.slice(-TAIL_LENGTH);
    tail = isOpenAtEnd(end) ? end : '';
    tailNode = node;
  }

  function isJoined(node: Node, data: string): boolean {
    return (goesOn(tail, data) || isSignsOnly(data)) && !areApart(node.parentNode, tailNode?.parentNode ?? null);
  }

  return {
    // Every text of a page comes by here: the browser is asked for parents only where strings cannot decide.
    mayEndNumber(node) {
      const data = node.nodeValue ?? '';
      const digits = DIGIT.test(data);
      if (tail !== '' && isJoined(node, data)) {
        const joined = tail + data;
        const may = goesOn(tail, data) && mayHoldNumber(joined.slice(0, TAIL_LENGTH * 2));
        keep(joined, node);
        return may || (digits && mayHoldNumber(data));
      }
      if (digits) keep(data, node);
      else tail = '';
      return digits && mayHoldNumber(data);
    },
  };
}

function goesOn(tail: string, data: string): boolean {
  const signs = signsBetween(data, 0, 1);
  const next = data.charCodeAt(signs);
  if (isLetter(next)) return signs <= MOST_SIGNS_BEFORE_LETTERS && TOLL_FREE_END.test(tail);
  return signs <= MOST_SIGNS && signs < data.length && next !== NEWLINE;
}

/** Whether a number that came to the text's start may go on after its end. */
function isSignsOnly(data: string): boolean {
  return data.length <= MOST_SIGNS && signsBetween(data, 0, 1) === data.length;
}

/** Whether a number may go on after the text: it ends with a digit and a few signs. */
function isOpenAtEnd(text: string): boolean {
  const last = text.length - 1;
  const signs = signsBetween(text, last, -1);
  const before = text.charCodeAt(last - signs);
  return signs <= MOST_SIGNS && signs <= last && !isLetter(before) && before !== NEWLINE;
}

const NEWLINE = 10;

/** How many signs there are from an offset on that are neither digit nor letter; one more than may be is as good as all. */
function signsBetween(text: string, from: number, step: 1 | -1): number {
  let signs = 0;
  while (signs <= MOST_SIGNS && isSign(text, from + signs * step)) signs++;
  return signs;
}

function isSign(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 0x660) return !(code >= 48 && code <= 57) && !isLetter(code) && code !== NEWLINE;
  return code >= 0x660 && !DIGIT.test(text.charAt(offset));
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Whether a cell or the like ends between the texts of two parents. */
function areApart(one: ParentNode | null, other: ParentNode | null): boolean {
  if (one === other) return false;
  const isOneCell = isNeverJoined(one);
  const isOtherCell = isNeverJoined(other);
  // Of two different ones at most one contains the other, and the inner one has an end between them.
  if (isOneCell && isOtherCell) return true;
  return (isOneCell && !contains(one, other)) || (isOtherCell && !contains(other, one));
}

function isNeverJoined(parent: ParentNode | null): boolean {
  return parent instanceof Element && NEVER_JOINED.has(parent.localName);
}

function contains(outer: ParentNode | null, inner: ParentNode | null): boolean {
  return outer?.contains(inner) === true;
}

/** Whether a text could be a part of a number that is split over several text nodes. */
export function hasDigit(text: string): boolean {
  return DIGIT.test(text);
}
