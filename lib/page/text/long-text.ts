/** Texts up to here are read in one step: the finder takes 3 ms for so many signs of a log full of digits. */
export const LONGEST_STEP = 4096;
const PART = 2048;
/** More than the longest number, its label and the word it may be part of. */
const MARGIN = 256;

/** What of a long text is read at once. */
export interface TextPart {
  /** Numbers that start here are this part's. */
  readonly from: number;
  readonly to: number;
  /** What is read to know them: more on both sides, so that none is cut. */
  readonly readFrom: number;
  readonly readTo: number;
}

/** Whether a text is read in parts: a log of half a megabyte would hold up the page for half a second. */
export function isLongText(text: Text): boolean {
  return text.length > LONGEST_STEP;
}

/** The part that an offset is in; always the same one, as long as the text is. */
export function partAt(offset: number): TextPart {
  const from = offset - (offset % PART);
  return { from, to: from + PART, readFrom: Math.max(0, from - MARGIN), readTo: from + PART + MARGIN };
}
