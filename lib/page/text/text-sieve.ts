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
export interface SiftedText {
  readonly node: Text;
  /** Whether a number may start in the text as it stands alone; otherwise what ends in it began in the texts before. */
  readonly isWhole: boolean;
}

export interface TextSieve {
  /** What the next few texts leave in the sieve, in their order; null at the end. Texts too long for one step go to `long`. */
  next(long: Text[]): readonly SiftedText[] | null;
}

/**
 * Goes through texts and keeps those in which a number may end: a few too many (hardly a style is read), and too few only of
 * the split ones that the text gate names. Nine of ten texts of a page cost no more here than asking the browser for them.
 * `mayStart` asks the finder of a text alone; `onNone` hears of each text that falls through.
 */
export function createTextSieve(
  texts: NodeIterator,
  mayStart: (text: string) => boolean,
  onNone: ((text: Node) => void) | null,
): TextSieve {
  const gate = createTextGate();

  function sift(node: Node, data: string): SiftedText | null {
    const seen = gate.look(node, data);
    if ((seen & MAY_END) === 0 || !(node instanceof Text)) return null;
    const isWhole = mayStart(data);
    return isWhole || (seen & (GOES_ON | IS_LED)) !== 0 ? { node, isWhole } : null;
  }

  return {
    next(long) {
      const kept: SiftedText[] = [];
      let characters = 0;
      for (let left = MOST_TEXTS; left > 0 && characters < MOST_CHARACTERS; left--) {
        const node = texts.nextNode();
        if (node === null) return left === MOST_TEXTS ? null : kept;
        const data = readableText(node, long);
        characters += data.length;
        const sifted = sift(node, data);
        if (sifted !== null) kept.push(sifted);
        else onNone?.(node);
      }
      return kept;
    },
  };
}

/** What a text says, without the markup's indents; a word for one that is not read here. */
function readableText(node: Node, long: Text[]): string {
  const data = node.nodeValue ?? '';
  if (data.length > LONG_TEXT && node instanceof Text) {
    if (isMachineText(node)) return NOT_READ;
    if (isLongText(node)) {
      long.push(node);
      return NOT_READ;
    }
  }
  return data;
}

/** Programs and data in a page, which can be longer than all that it says. */
export function isMachineText(text: Text): boolean {
  return text.length > LONG_TEXT && text.parentElement !== null && hasNoTouchTag(text.parentElement);
}
