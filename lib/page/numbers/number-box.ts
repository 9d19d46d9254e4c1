import type { Box } from './box.ts';
import type { FoundNumber } from './number-source.ts';

/** Measures where numbers are shown. One range is used for all: every live range slows the page's own changes. */
export interface NumberBoxes {
  /** The last line of the number in viewport pixels; null when the page does not show it. */
  boxOf(number: FoundNumber): Box | null;
  /** Whether a point is on any line of the number. */
  holdsPoint(number: FoundNumber, x: number, y: number, margin: number): boolean;
}

export function createNumberBoxes(document: Document): NumberBoxes {
  const range = document.createRange();

  function linesOf({ source }: FoundNumber): readonly DOMRect[] {
    if (source.kind === 'field') return [source.field.getBoundingClientRect()];
    if (source.kind === 'link') range.selectNodeContents(source.link);
    else if (source.endOffset > source.end.length || source.startOffset > source.start.length) return [];
    else {
      range.setStart(source.start, source.startOffset);
      range.setEnd(source.end, source.endOffset);
    }
    const lines = [...range.getClientRects()].filter((line) => line.width > 0 && line.height > 0);
    return lines.length === 0 && source.kind === 'link' ? [source.link.getBoundingClientRect()] : lines;
  }

  return {
    boxOf(number) {
      const lines = linesOf(number);
      const last = lines[lines.length - 1];
      return last && last.width > 0 && last.height > 0 ? last : null;
    },
    holdsPoint(number, x, y, margin) {
      return linesOf(number).some(
        (line) =>
          x >= line.left - margin && x <= line.right + margin && y >= line.top - margin && y <= line.bottom + margin,
      );
    },
  };
}
