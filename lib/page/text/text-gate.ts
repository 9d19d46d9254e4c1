import {
  ENDS_TOLL_FREE,
  glance,
  HAS_DIGIT,
  IS_OPEN,
  isNoNumber,
  MAY_HOLD,
  MOST_SIGNS,
  MOST_SIGNS_BEFORE_LETTERS,
  tighten,
} from '../../phone/glance.ts';
import { LONGEST_STEP } from './long-text.ts';

/** The longest written number with its separators and extension is shorter; so much is kept of what was read before. */
const TAIL_LENGTH = 48;

/** Cells and list items never share a number with their neighbour, whatever their style. */
const NEVER_JOINED: ReadonlySet<string> = new Set(['td', 'th', 'li', 'option', 'button', 'dt', 'dd', 'p', 'tr']);

/** A number may end in the text. */
export const MAY_END = 1;
/** Digits of the text before may go on in it. */
export const GOES_ON = 2;
/** The text before ends with a plus, an open bracket or half a word, which belongs to what this one starts with. */
export const IS_LED = 4;
/** Too long for one look: it is read in parts, and joined with nothing. */
export const IS_LONG = 8;
/** Words, or the blank after them: if they are not displayed, digits of the text before may go on behind. */
export const MAY_GO_ON_BEHIND = 16;

/** Says of text nodes, given in document order, what numbers may have to do with them, as bits. */
export interface TextGate {
  /** `data` is what the node says, where that is known already. */
  look(text: Node, data?: string): number;
}

/**
 * A gate that also sees numbers split over neighbouring text nodes, such as `<b>(650)</b> 253-0000`, and those with one text
 * of words between that is not displayed. It may say yes too often (it hardly reads styles). It says no to a number that
 * {@link readInlineRun} joins from more than 48 characters before, from the letters of a word in two texts, or over other
 * texts that are not displayed: several, such with digits, or between two parts of six digits and more. What stands
 * before the first text is not known: that text may be led.
 */
export function createTextGate(): TextGate {
  /** The last text, and what it was joined with, while a number may go on after it. */
  let tail = '';
  let tailBits = 0;
  let tailNode: Node | null = null;
  /** Words after the tail that may not be displayed. */
  let skipped: Node | null = null;
  /** The last text that was not blank; null before the first. */
  let before: string | null = null;
  let beforeNode: Node | null = null;

  function keep(text: string, bits: number, node: Node): void {
    tail = text;
    tailBits = bits;
    tailNode = node;
    skipped = null;
  }

  function forgetTail(): void {
    tailBits = 0;
    skipped = null;
  }

  function keepWords(data: string, node: Node): void {
    if (isBlank(data)) return;
    before = data;
    beforeNode = node;
  }

  function lookAtJoined(data: string, bits: number, node: Node): number {
    const joined = tighten(tail).slice(-TAIL_LENGTH) + tighten(data);
    const mayGoOn = goesOn(tailBits, data) && (glance(joined.slice(0, TAIL_LENGTH * 2)) & MAY_HOLD) !== 0;
    keep(joined, glance(joined.slice(-TAIL_LENGTH)), node);
    return GOES_ON | (mayGoOn || (bits & MAY_HOLD) !== 0 ? MAY_END : 0);
  }

  /** Words end a number, unless they are not displayed: that is asked only where digits follow. */
  function lookAtWords(data: string, node: Node): number {
    keepWords(data, node);
    if (skipped === null && (tailBits & IS_OPEN) !== 0) {
      skipped = node;
      return MAY_GO_ON_BEHIND;
    }
    forgetTail();
    return 0;
  }

  function isTailNear(node: Node, bits: number, isNone: boolean): boolean {
    // Two that could be numbers by themselves are two: of a grid that is no table the styles of each row would be asked.
    if (skipped !== null && (isNone || (tailBits & bits & MAY_HOLD) !== 0)) return false;
    const parent = node.parentNode;
    const tailParent = tailNode?.parentNode ?? null;
    if (areApart(parent, tailParent)) return false;
    return skipped === null || isUnseenBetween(skipped.parentNode, tailParent, parent);
  }

  function lookAtParted(data: string, bits: number, node: Node, isNone: boolean): number {
    if ((bits & IS_OPEN) !== 0) keep(data, bits, node);
    else forgetTail();
    if ((bits & MAY_HOLD) === 0) return 0;
    if (before !== null && isLed(before, data) && !areApart(node.parentNode, beforeNode?.parentNode ?? null)) {
      return MAY_END | IS_LED;
    }
    if (!isNone) return before === null ? MAY_END | IS_LED : MAY_END;
    // Nor does a number begin in it: no parents are asked for the sake of the next digits.
    if (before !== null) forgetTail();
    return 0;
  }

  return {
    // Every text of a page comes by here: the browser is asked for parents only where strings cannot decide.
    look(node, data = node.nodeValue ?? '') {
      if (data.length > LONGEST_STEP) {
        forgetTail();
        before = '';
        return IS_LONG;
      }
      const bits = glance(data);
      if (bits === 0 && tailBits === 0) {
        keepWords(data, node);
        return 0;
      }
      if (skipped !== null && isBlank(data)) return MAY_GO_ON_BEHIND;
      const mayJoin = (tailBits & IS_OPEN) !== 0 && (goesOn(tailBits, data) || isSignsOnly(data));
      if (bits === 0 && !mayJoin) return lookAtWords(data, node);
      const isNone = (bits & MAY_HOLD) !== 0 && isNoNumber(data);
      const isJoined = mayJoin && isTailNear(node, bits, isNone);
      const seen = isJoined ? lookAtJoined(data, bits, node) : lookAtParted(data, bits, node, isNone);
      keepWords(data, node);
      return seen;
    },
  };
}

function isBlank(text: string): boolean {
  return !(text.charCodeAt(0) > SPACE) && text.trim() === '';
}

const SPACE = 32;
const ASCII = 128;
// Plus signs and opening brackets, as the finder reads them before a number.
const PLUS = 43;
const ROUND = 40;
const SQUARE = 91;
const FULL_WIDTH = 0xff00;
const WIDE_LEADS = '\uff0b\uff08\uff3b';

const LETTER = /\p{L}/u;

function isLed(before: string, text: string): boolean {
  if (isGlued(text) && endsInLetter(before)) return true;
  let end = before.length;
  while (end > 0 && before.charCodeAt(end - 1) <= SPACE) end--;
  const last = before.charCodeAt(end - 1);
  return (
    last === PLUS ||
    last === ROUND ||
    last === SQUARE ||
    (last >= FULL_WIDTH && WIDE_LEADS.includes(before.charAt(end - 1)))
  );
}

/** Whether the start of a text may belong to the one before: "Tel" and ".030 …", "mob" and "ile 0171 …". */
function isGlued(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first < ASCII) return isLetter(first) || './:'.includes(text.charAt(0));
  return LETTER.test(String.fromCodePoint(text.codePointAt(0) ?? SPACE));
}

function endsInLetter(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last < ASCII ? isLetter(last) : LETTER.test(text.slice(-2));
}

/** Whether a number that came to the end of a text may go on in this one. */
function goesOn(tailBits: number, data: string): boolean {
  if (!isSign(data, 0)) return !isLetter(data.charCodeAt(0)) ? data !== '' : (tailBits & ENDS_TOLL_FREE) !== 0;
  const text = tighten(data);
  const signs = signsBefore(text);
  if (isLetter(text.charCodeAt(signs))) return signs <= MOST_SIGNS_BEFORE_LETTERS && (tailBits & ENDS_TOLL_FREE) !== 0;
  return signs <= MOST_SIGNS && signs < text.length;
}

/** Whether a number that came to the text's start may go on after its end. */
function isSignsOnly(data: string): boolean {
  if (data !== '' && !isSign(data, 0)) return false;
  const text = tighten(data);
  return text.length <= MOST_SIGNS && signsBefore(text) === text.length;
}

/** How many signs the text starts with that are neither digit nor letter; one more than may be is as good as all. */
function signsBefore(text: string): number {
  let signs = 0;
  while (signs <= MOST_SIGNS && isSign(text, signs)) signs++;
  return signs;
}

function isSign(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 0x660) return !isDigit(code) && !isLetter(code);
  return code >= 0x660 && !hasDigit(text.charAt(offset));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
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

/** Whether words lie between two texts in an element of their own that is not displayed. */
function isUnseenBetween(words: ParentNode | null, before: ParentNode | null, after: ParentNode | null): boolean {
  return words instanceof Element && !words.checkVisibility() && !words.contains(before) && !words.contains(after);
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
