import { ENDS_TOLL_FREE, glance, HAS_DIGIT, IS_OPEN, isDate, MAY_HOLD } from '../phone/glance.ts';

/** The longest written number with its separators and extension is shorter; so much is kept of what was read before. */
const TAIL_LENGTH = 48;

/** So many signs may stand between two digits of a number, and between a toll-free prefix and letters. */
const MOST_SIGNS = 6;
const MOST_SIGNS_BEFORE_LETTERS = 3;

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
export function createTextGate(): TextGate {
  /** The last text, and what it was joined with, while a number may go on after it. */
  let tail = '';
  let tailBits = 0;
  let tailNode: Node | null = null;

  function keep(text: string, bits: number, node: Node): void {
    tail = text;
    tailBits = bits;
    tailNode = node;
  }

  function mayEndJoined(data: string, bits: number, node: Node): boolean {
    const joined = tail.slice(-TAIL_LENGTH) + data;
    const mayGoOn = goesOn(tailBits, data) && (glance(joined.slice(0, TAIL_LENGTH * 2)) & MAY_HOLD) !== 0;
    keep(joined, glance(joined.slice(-TAIL_LENGTH)), node);
    return mayGoOn || mayHold(data, bits);
  }

  return {
    // Every text of a page comes by here: the browser is asked for parents only where strings cannot decide.
    mayEndNumber(node) {
      const data = node.nodeValue ?? '';
      const bits = glance(data);
      const isJoined = (tailBits & IS_OPEN) !== 0 && (goesOn(tailBits, data) || isSignsOnly(data));
      if (isJoined && !areApart(node.parentNode, tailNode?.parentNode ?? null)) return mayEndJoined(data, bits, node);
      if ((bits & IS_OPEN) !== 0) keep(data, bits, node);
      else tailBits = 0;
      return mayHold(data, bits);
    },
  };
}

function mayHold(text: string, bits: number): boolean {
  return (bits & MAY_HOLD) !== 0 && !isDate(text);
}

/** Whether a number that came to the end of a text may go on in this one. */
function goesOn(tailBits: number, data: string): boolean {
  const signs = signsBefore(data);
  const next = data.charCodeAt(signs);
  if (isLetter(next)) return signs <= MOST_SIGNS_BEFORE_LETTERS && (tailBits & ENDS_TOLL_FREE) !== 0;
  return signs <= MOST_SIGNS && signs < data.length && next !== NEWLINE;
}

/** Whether a number that came to the text's start may go on after its end. */
function isSignsOnly(data: string): boolean {
  return data.length <= MOST_SIGNS && signsBefore(data) === data.length;
}

const NEWLINE = 10;

/** How many signs the text starts with that are neither digit nor letter; one more than may be is as good as all. */
function signsBefore(text: string): number {
  let signs = 0;
  while (signs <= MOST_SIGNS && isSign(text, signs)) signs++;
  return signs;
}

function isSign(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 0x660) return !(code >= 48 && code <= 57) && !isLetter(code) && code !== NEWLINE;
  return code >= 0x660 && !hasDigit(text.charAt(offset));
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
  return (glance(text) & HAS_DIGIT) !== 0;
}
