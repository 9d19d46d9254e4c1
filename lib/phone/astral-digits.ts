/** Where decimal digits stand beyond Unicode's first plane (category Nd): the scripts' zeros, and the five styles of mathematical digits. */
const ZEROS = [
  0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0,
  0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11de0, 0x11f50, 0x16130, 0x16a60, 0x16ac0,
  0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950,
];

/** The first halves of those digits, and few others: none of an emoji. */
const MAY_HOLD = /[\ud801-\ud83a]/;

/** Something found in a text, by its offsets. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

/** A text with such digits in ASCII. As each was two code units and is one now, offsets in it are not those of what was written. */
export interface FoldedText {
  readonly text: string;
  /** What was found, as it stands in the text that was written. */
  readonly unfold: <T extends Found>(found: T) => T;
}

/** Folds the digits beyond the first plane, which are shown as 0 to 9 and dialled as such; null for a text that has none. */
export function foldAstralDigits(written: string): FoldedText | null {
  if (!MAY_HOLD.test(written)) return null;
  let text = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const sign of written) {
    const folded = digitOf(sign.codePointAt(0) ?? 0) ?? sign;
    for (let unit = 0; unit < folded.length; unit++) offsets.push(offset + unit);
    text += folded;
    offset += sign.length;
  }
  if (text.length === written.length) return null;
  const placeOf = (at: number) => offsets[at] ?? written.length;
  return {
    text,
    unfold(found) {
      const [start, end] = [placeOf(found.start), placeOf(found.end)];
      return { ...found, start, end, raw: written.slice(start, end) };
    },
  };
}

function digitOf(codePoint: number): string | null {
  const zero = ZEROS.find((first) => codePoint >= first && codePoint < first + 10);
  return zero === undefined ? null : String(codePoint - zero);
}
