/** The text holds a digit. */
export const HAS_DIGIT = 1;
/** It may hold a number by itself; see {@link glance}. */
export const MAY_HOLD = 2;
/** It ends with a digit and a few signs: a number may go on in the text after it. */
export const IS_OPEN = 4;
/** It ends with a toll-free prefix, or 1300, and a few signs: letters may go on with it. */
export const ENDS_TOLL_FREE = 8;

/** So many signs may stand between two digits of a number, and between a toll-free prefix and letters. Blanks in a row are one. */
export const MOST_SIGNS = 6;
export const MOST_SIGNS_BEFORE_LETTERS = 3;
/** The fewest digits of a number that the finder takes (13 12 34 in Australia, 24.12.34 in New Caledonia). */
const FEWEST_DIGITS = 6;

const DASH = 45;
const ONE = 49;

const SIGN = 0;
const DIGIT = 1;
const LETTER = 2;
const BLANK = 3;

/** What each ASCII sign is. Nothing else is looked up so often on a page. */
const KIND_OF = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code === 32 || (code >= 9 && code <= 13)) return BLANK;
  if (code >= 48 && code <= 57) return DIGIT;
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? LETTER : SIGN;
});

/** Up to here a loop over the signs is quicker than the patterns below; most texts of a page are shorter. */
const SHORT = 64;

/**
 * What is to be known of each text of a page, as bits, in one pass: `MAY_HOLD` means six digits of any script with at most six
 * other signs between two of them, or such a prefix before a letter. Where it is not set, `findNumbers` finds nothing in
 * the text, in any region.
 */
export function glance(text: string): number {
  const { length } = text;
  if (length > SHORT) return glanceByPatterns(text);
  let offset = 0;
  // Most texts of a page are words: this is all that is done with them.
  for (; offset < length; offset++) {
    const code = text.charCodeAt(offset);
    if (code >= 128) return glanceByPatterns(text);
    if (code <= 57 && code >= 48) return glanceFrom(text, offset);
  }
  return 0;
}

function glanceFrom(text: string, firstDigit: number): number {
  const { length } = text;
  let bits = HAS_DIGIT;
  let digits = 0;
  let signs = 0;
  // Since the end of the last digit, blanks in a row counted one by one.
  let width = 0;
  let last = DIGIT;
  for (let offset = firstDigit; offset < length; offset++) {
    const code = text.charCodeAt(offset);
    if (code >= 128) return glanceByPatterns(text);
    const kind = KIND_OF[code];
    if (kind === DIGIT) {
      digits = signs > MOST_SIGNS ? 1 : digits + 1;
      if (digits >= FEWEST_DIGITS) bits |= MAY_HOLD;
      signs = width = 0;
    } else if (kind === LETTER) {
      if (digits > 2 && endsTollFree(text, offset, signs, width)) bits |= MAY_HOLD;
      digits = signs = width = 0;
    } else {
      if (kind === SIGN || last !== BLANK) signs++;
      width++;
    }
    last = kind ?? SIGN;
  }
  if (digits === 0 || signs > MOST_SIGNS) return bits;
  return bits | IS_OPEN | (endsTollFree(text, length, signs, width) ? ENDS_TOLL_FREE : 0);
}

/** Whether a prefix that words follow ends before so many signs, which take up that width, before the offset. */
function endsTollFree(text: string, offset: number, signs: number, width: number): boolean {
  const end = offset - width;
  const first = text.charCodeAt(end - 3);
  // Most digits end in no such way, which is seen without a pattern.
  if (signs > MOST_SIGNS_BEFORE_LETTERS || (first !== 56 && first !== 51)) return false;
  return TOLL_FREE_END.test(text.slice(Math.max(0, end - 4), end));
}

// Any digit that the finder reads: ASCII, the scripts from Arabic to Ol Chiki and beyond, full-width. One text for all patterns.
const DIGITS = '0-9\u0660-\u1c59\ua620-\uabf9\uff10-\uff19';
// Those beyond the first plane by their first half, which a few other signs have, but no emoji.
const ANY_DIGIT = new RegExp(`[${DIGITS}\ud801-\ud83a]`);
const ASTRAL = /\ud835[\udfce-\udfff]|[\ud801-\ud834\ud838-\ud83a]./g;
const SIGNS = '[^0-9A-Za-z]{0,';
const TOLL_FREE = `(?:8[03-8]{2}|1300)${SIGNS}3}`;
const HOLDS = new RegExp(`[${DIGITS}](?:${SIGNS}6}[${DIGITS}]){5}|${TOLL_FREE}[A-Za-z]`);
const OPEN_END = new RegExp(`[${DIGITS}]${SIGNS}6}$`);
const TOLL_FREE_END = new RegExp(`${TOLL_FREE}$`);
/** Longer than any end that the two patterns can match. */
const END_LENGTH = 12;

// This file is part of what every frame loads.
const UNSEEN = '[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u034f|\ufe0e|\ufe0f';
const LOOSE = new RegExp(`\\s{2}|${UNSEEN}`);
const EACH_UNSEEN = new RegExp(UNSEEN, 'g');

/** The text with each run of blanks as one, and without what is shown as nothing. */
export function tighten(text: string): string {
  return LOOSE.test(text) ? text.replace(EACH_UNSEEN, '').replace(/\s+/g, ' ') : text;
}

function glanceByPatterns(loose: string): number {
  if (!ANY_DIGIT.test(loose)) return 0;
  const text = tighten(loose).replace(ASTRAL, '0');
  const end = text.slice(-END_LENGTH);
  return (
    HAS_DIGIT |
    (HOLDS.test(text) ? MAY_HOLD : 0) |
    (OPEN_END.test(end) ? IS_OPEN | (TOLL_FREE_END.test(end) ? ENDS_TOLL_FREE : 0) : 0)
  );
}

/** An ISO date, with or without a time: the commonest cells of digits, which the finder refuses everywhere. */
const IS_DATE =
  /^\s*(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[ T](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?\s*$/;
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
/** The next common, in a help desk: an address of a private network. Four pairs may be a number all the same. */
const IS_PRIVATE_ADDRESS = new RegExp(
  `^\\s*(?:(?:10(?!(?:\\.\\d\\d){3}\\s*$)|127)\\.${OCTET}|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))(?:\\.${OCTET}){2}\\s*$`,
);
/** What both are no shorter than. */
const SHORTEST = 10;

/** Whether a text is nothing but digits that no number is written with: a date, an address of a private network. */
export function isNoNumber(text: string): boolean {
  if (text.length < SHORTEST) return false;
  // Which of the two it could be is seen without a pattern, unless blanks lead.
  const sign = text.charCodeAt(4);
  if (sign === DASH) return IS_DATE.test(text);
  const isIndented = text.charCodeAt(0) <= 32;
  return isIndented
    ? IS_DATE.test(text) || IS_PRIVATE_ADDRESS.test(text)
    : text.charCodeAt(0) === ONE && IS_PRIVATE_ADDRESS.test(text);
}
