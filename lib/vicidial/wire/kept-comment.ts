// What VICIdial's column and its request take (api.md 7.4).
const MAX_COMMENT = 200;

/** Letters of the Latin script that are no base letter with marks, which Unicode would take apart by itself. */
const BASES: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D' },
  ...{
    ð: 'd',
    Ð: 'D',
    þ: 'th',
    Þ: 'Th',
    ı: 'i',
    ħ: 'h',
    Ħ: 'H',
    ŋ: 'n',
    Ŋ: 'N',
    ŧ: 't',
    Ŧ: 'T',
    ĸ: 'k',
    ə: 'e',
    Ə: 'E',
  },
};

/**
 * What VICIdial keeps of a comment to a call-back: 200 letters from A to Z, digits, spaces, dashes, dots and underscores. It drops
 * the rest without a word, so that a name would lose its letters: they are written by their base letters, and what has none is a
 * space. Other letters are kept where the site has VICIdial's UTF-8 option on (api.md 5), which nobody tells.
 */
export function keptOfComment(comment: string): string {
  return comment
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/\p{L}/gu, (letter) => BASES[letter] ?? letter)
    .replace(/[^\w.-]+/g, ' ')
    .trim()
    .slice(0, MAX_COMMENT)
    .trimEnd();
}
