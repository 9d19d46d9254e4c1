import { foldAstralDigits } from './astral-digits.ts';

/** What a UTF-16 code unit means inside a written phone number. Digits are `DIGIT` plus their value. */
export const BREAK = 0;
export const SPACE = 1;
export const DASH = 2;
export const DOT = 3;
export const SLASH = 4;
export const OPEN = 5;
export const CLOSE = 6;
export const PLUS = 7;
/** Zero-width spaces, soft hyphens, direction marks: shown as nothing, skipped everywhere. */
export const INVISIBLE = 8;
export const TILDE = 9;
/** A letter of a script that puts spaces between words; a digit glued to one belongs to a code, not to a number. */
export const LETTER = 10;
/** A point at half height: with a digit on either side it stands between the groups of a number, or between two numbers. */
export const BULLET = 11;
export const DIGIT = 16;

/** Code units of the zeros of the decimal digits in the Basic Multilingual Plane (Unicode category Nd). */
const ZEROS = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
  0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

/**
 * Dashes are Unicode's category Pd, with the minus and Japan's long vowel, which are typed for one; waves apart. What is shown as
 * nothing is Bidi_Control and the format characters that stand in text.
 */
const CHARACTERS: readonly (readonly [kind: number, characters: string])[] = [
  [SPACE, ' \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000'],
  [
    DASH,
    '-\u058a\u05be\u1400\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u2e5d\u30a0\u30fc\ufe31\ufe32\ufe58\ufe63\uff0d',
  ],
  [DOT, '.\u2024\uff0e'],
  [SLASH, '/\u2044\u2215\uff0f'],
  [OPEN, '([\uff08\uff3b'],
  [CLOSE, ')]\uff09\uff3d'],
  [PLUS, '+\uff0b'],
  [
    INVISIBLE,
    '\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufe0e\ufe0f\ufeff',
  ],
  [BULLET, '\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff65'],
  [TILDE, '~\u223c\u301c\u3030\uff5e'],
];

const LETTER_RANGES: readonly (readonly [number, number])[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xaa, 0xaa],
  [0xb5, 0xb5],
  [0xba, 0xba],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x24f],
  [0x300, 0x52f],
  [0x1e00, 0x1fff],
];

/** One byte per UTF-16 code unit: a table is the cheapest test there is in the scan of a whole page. */
export const CLASS_OF: Uint8Array = makeTable();

function makeTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [first, last] of LETTER_RANGES) table.fill(LETTER, first, last + 1);
  for (const [kind, characters] of CHARACTERS) {
    for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] = kind;
  }
  for (const zero of ZEROS) {
    for (let value = 0; value < 10; value++) table[zero + value] = DIGIT + value;
  }
  return table;
}

/** The class of the code unit at an offset; `BREAK` outside the text. */
export function classAt(text: string, offset: number): number {
  return offset >= 0 && offset < text.length ? (CLASS_OF[text.charCodeAt(offset)] ?? BREAK) : BREAK;
}

/** The digits of any script in a text, as ASCII; everything else is dropped. */
export function asciiDigits(written: string): string {
  const text = foldAstralDigits(written)?.text ?? written;
  let digits = '';
  for (let offset = 0; offset < text.length; offset++) {
    const kind = classAt(text, offset);
    if (kind >= DIGIT) digits += kind - DIGIT;
  }
  return digits;
}

const PLAIN: Readonly<Record<number, string>> = {
  [SPACE]: ' ',
  [DASH]: '-',
  [DOT]: '.',
  [SLASH]: '/',
  [PLUS]: '+',
  [TILDE]: '~',
  [INVISIBLE]: '',
};

/** The text with digits, spaces, dashes, dots, slashes, plus signs and tildes of any form in ASCII, invisible marks dropped. */
export function plainText(written: string): string {
  const text = foldAstralDigits(written)?.text ?? written;
  let plain = '';
  for (let offset = 0; offset < text.length; offset++) {
    const kind = classAt(text, offset);
    plain += kind >= DIGIT ? String(kind - DIGIT) : (PLAIN[kind] ?? text[offset]);
  }
  return plain;
}
