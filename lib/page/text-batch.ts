import { TEXT_END } from '../phone/characters.ts';
import { isLongText } from './long-text.ts';
import { hasNoTouchTag } from './no-touch.ts';

/** About 0.1 ms of walking. */
const MOST_TEXTS = 256;
/** The finder takes 3 ms for so many signs of a log full of digits. */
const MOST_CHARACTERS = 4096;
/** Of programs and data it is asked whether they are; that takes a while. */
const LONG_TEXT = 500;
/** A number is split over no more texts than a run is followed for. */
const MOST_CARRIED = 24;

/** What stands for a text that is not read: a word joins no digits, and after a blank none is half. */
const NOT_READ = 'x ';

/** What stands for white space, and for an empty text. */
export const BLANK = ' ';

const LETTER = /[A-Za-z]/;
const DIGIT = /\d/;

/** Some texts of a page, one after the other, to be looked through at once. */
export interface TextBatch {
  readonly nodes: readonly Node[];
  /** What they say, without the markup's indents. White space is one blank, and what is not to be read is a word. */
  readonly parts: readonly string[];
  /** Where each begins in {@link joinedText}. */
  readonly starts: readonly number[];
  /** The texts before this index were in the last batch, too: a number may go on from them. */
  readonly fresh: number;
}

/** The next texts; null at the end. Texts too long for one step are added to `long` instead. */
export type NextBatch = (long: Text[]) => TextBatch | null;

/**
 * Goes through texts in batches. Asking the browser for a text is most of what reading a page takes: nothing else is asked
 * here, and what the texts say is looked at in one piece.
 */
export function batchesOf(texts: NodeIterator): NextBatch {
  let last: TextBatch = { nodes: [], parts: [], starts: [], fresh: 0 };
  return (long) => {
    const from = carriedFrom(last.parts);
    const nodes = last.nodes.slice(from);
    const parts = last.parts.slice(from);
    const starts: number[] = [];
    let length = 0;
    for (const part of parts) {
      starts.push(length);
      length += part.length + 1;
    }
    const fresh = nodes.length;
    while (nodes.length < MOST_TEXTS && length < MOST_CHARACTERS) {
      const node = texts.nextNode();
      if (node === null) break;
      const part = partOf(node, long);
      nodes.push(node);
      parts.push(part);
      starts.push(length);
      length += part.length + 1;
    }
    last = { nodes, parts, starts, fresh };
    return nodes.length > fresh ? last : null;
  };
}

function partOf(node: Node, long: Text[]): string {
  const data = node.nodeValue ?? '';
  if (data.length > LONG_TEXT && node instanceof Text) {
    if (isMachineText(node)) return NOT_READ;
    if (isLongText(node)) {
      long.push(node);
      return NOT_READ;
    }
  }
  return data.charCodeAt(0) > 32 ? data : data.trim() || BLANK;
}

/** Programs and data in a page, which can be longer than all that it says. */
export function isMachineText(text: Text): boolean {
  return text.length > LONG_TEXT && text.parentElement !== null && hasNoTouchTag(text.parentElement);
}

/** From which text on a number, or half a word, may go on in what follows. */
function carriedFrom(parts: readonly string[]): number {
  const least = Math.max(0, parts.length - MOST_CARRIED);
  for (let index = parts.length - 1; index > least; index--) {
    const part = parts[index] ?? '';
    if (LETTER.test(part) && !DIGIT.test(part)) return index;
  }
  return least;
}

/** The texts of a batch as one. */
export function joinedText({ parts }: TextBatch): string {
  return parts.join(TEXT_END);
}

/** The index of the text that an offset of the joined text is in. */
export function indexAt({ starts }: TextBatch, offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
