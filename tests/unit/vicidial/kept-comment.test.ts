import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptOfComment } from '../../../lib/vicidial/wire/kept-comment.ts';

describe('what is kept of a comment', () => {
  it.each([
    ['Müller zurückrufen, José', 'Muller zuruckrufen Jose'],
    ['Straße, Łódź, Øresund, Čapek, Ærø', 'Strasse Lodz Oresund Capek AEro'],
    ['İstanbul ışık, Đặng Thị Hồng', 'Istanbul isik Dang Thi Hong'],
    ['Zoe\u0308 (decomposed)', 'Zoe decomposed'],
    ['call 9.30-10_00', 'call 9.30-10_00'],
    ['ask for Иван 204', 'ask for 204'],
    ['علي حسن', ''],
    ['  don’t\n\tcall  ', 'don t call'],
    ['½ ﬁne', '1 2 fine'],
    ['', ''],
  ])('%j: %j', (comment, kept) => {
    expect(keptOfComment(comment)).toBe(kept);
  });

  const ANY = fc.string({ unit: 'grapheme', maxLength: 300 });
  const LATIN = fc.string({
    unit: fc.constantFrom(...Array.from({ length: 0x0180 - 0xc0 }, (_, at) => String.fromCodePoint(0xc0 + at))),
    maxLength: 60,
  });

  it('is what VICIdial leaves alone, and stays what it is', () => {
    fc.assert(
      fc.property(ANY, (comment) => {
        const kept = keptOfComment(comment);
        expect(kept).toMatch(/^(?:[\w.-]+(?: [\w.-]+)*)?$/);
        expect(kept.length).toBeLessThanOrEqual(200);
        expect(keptOfComment(kept)).toBe(kept);
      }),
    );
  });

  it('has a letter for every letter of the languages of Europe', () => {
    fc.assert(
      fc.property(LATIN, (comment) => {
        const letters = [...comment].filter((sign) => /\p{L}/u.test(sign));
        expect(keptOfComment(comment).replaceAll(' ', '').length).toBeGreaterThanOrEqual(letters.length);
      }),
    );
  });
});
