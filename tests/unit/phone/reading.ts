import { expect, it } from 'vitest';
import { findNumbers } from '../../../lib/phone/find-numbers.ts';
import type { Region } from '../../../lib/phone/phone-number.ts';

/** The numbers of a text as a table writes them: E.164, `;ext=` and the extension, blanks between. */
function numbersIn(text: string, region: Region): string {
  return findNumbers(text, [region])
    .map(({ e164, ext }) => (ext === null ? e164 : `${e164};ext=${ext}`))
    .join(' ');
}

/** A table of texts with the numbers that a finder for the region takes from them, none where it takes none. */
export function itReads(what: string, rows: readonly (readonly [Region, text: string, expected: string])[]): void {
  it.each(rows)(`%s: ${what}: %s`, (region, text, expected) => {
    expect(numbersIn(text, region)).toBe(expected);
  });
}
