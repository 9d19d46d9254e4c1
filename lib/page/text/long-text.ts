/** Texts up to here are read in one step: the finder takes 3 ms for so many signs of a log full of digits. */
export const LONGEST_STEP = 4096;
const PART = 2048;
/** More than the longest number, its label and the word it may be part of. */
const MARGIN = 256;

/** A part of a text, by offsets: numbers that start from the first on, and before the second, are its own. */
export interface TextPart {
  readonly from: number;
  readonly to: number;
}

export function isInPart({ from, to }: TextPart, offset: number): boolean {
  return offset >= from && offset < to;
}

/** What of a long text is read at once. */
interface ReadPart extends TextPart {
  /** More on both sides, so that no number is cut. */
  readonly readFrom: number;
  readonly readTo: number;
}

/** Whether a text is read in parts: a log of half a megabyte would hold up the page for half a second. */
export function isLongText(text: Text): boolean {
  return text.length > LONGEST_STEP;
}

/** The part that an offset is in; always the same one, as long as the text is. */
export function partAt(offset: number): ReadPart {
  const from = offset - (offset % PART);
  return { from, to: from + PART, readFrom: Math.max(0, from - MARGIN), readTo: from + PART + MARGIN };
}
