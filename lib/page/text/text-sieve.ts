import { isLongText } from './long-text.ts';
import { hasNoTouchTag } from './no-touch.ts';
import { createTextGate, GOES_ON, IS_LED, MAY_END } from './text-gate.ts';

/** About 0.1 ms of walking. */
const MOST_TEXTS = 512;
/** The finder takes 3 ms for so many signs of a log full of digits. */
const MOST_CHARACTERS = 4096;
/** Of programs and data it is asked whether they are; that takes a while. */
const LONG_TEXT = 500;

/** What stands for a text that is not read: a word joins no digits, and after a blank none is half. */
const NOT_READ = 'x ';

/** A text in which a number may end. */
export interface SiftedText<T> {
  readonly node: Text;
  /** What was read in the text as it stands alone; null where no number starts in it, and what ends in it began in the texts before. */
  readonly alone: T | null;
}

export interface TextSieve<T> {
  /** What the next few texts leave in the sieve, in their order; null at the end. Texts too long for one step go to `long`. */
  next(long: Text[]): readonly SiftedText<T>[] | null;
}

/**
 * Goes through texts and keeps those in which a number may end: a few too many (hardly a style is read), and too few only of
 * the split ones that the text gate names. Nine of ten texts of a page cost no more here than asking the browser for them.
 * No native way around the visit of each text pays: beside a bare walk, in one run, the texts by XPath take 1.6 to 2.1 times as long, a
 * pattern over the page's `innerHTML` 2.6, over each row's `textContent` 1.4, and then every row of a CRM holds digits that have
 * to be visited after all; the gate over an iterator takes 2.1 to 2.4.
 * `readAlone` asks the finder of a text alone, null for nothing; `onNone` hears of each text that falls through.
 */
export function createTextSieve<T>(
  texts: NodeIterator,
  readAlone: (text: string) => T | null,
  onNone: ((text: Node) => void) | null,
): TextSieve<T> {
  const gate = createTextGate();

  function sift(node: Node, data: string, seen: number): SiftedText<T> | null {
    if (!(node instanceof Text)) return null;
    const alone = readAlone(data);
    return alone !== null || (seen & (GOES_ON | IS_LED)) !== 0 ? { node, alone } : null;
  }

  return {
    next(long) {
      const kept: SiftedText<T>[] = [];
      let characters = 0;
      for (let left = MOST_TEXTS; left > 0 && characters < MOST_CHARACTERS; left--) {
        const node = texts.nextNode();
        if (node === null) return left === MOST_TEXTS ? null : kept;
        const written = node.nodeValue ?? '';
        const data = written.length > LONG_TEXT ? readableText(node, written, long) : written;
        characters += data.length;
        const seen = gate.look(node, data);
        const sifted = (seen & MAY_END) === 0 ? null : sift(node, data, seen);
        if (sifted !== null) kept.push(sifted);
        else onNone?.(node);
      }
      return kept;
    },
  };
}

/** What a long text says; a word for one that is not read here. */
function readableText(node: Node, written: string, long: Text[]): string {
  if (!(node instanceof Text)) return written;
  if (isMachineText(node)) return NOT_READ;
  if (!isLongText(node)) return written;
  long.push(node);
  return NOT_READ;
}

/** Programs and data in a page, which can be longer than all that it says. */
export function isMachineText(text: Text): boolean {
  return text.length > LONG_TEXT && text.parentElement !== null && hasNoTouchTag(text.parentElement);
}
