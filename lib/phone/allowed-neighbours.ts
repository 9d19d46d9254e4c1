import { classAt, SPACE } from './characters.ts';
import { isGluedLetter, isLabelBetween } from './glued-labels.ts';
import { wordKind } from './label-words.ts';
import { labelBeside, labelFor, type Search } from './search.ts';
import type { Neighbour } from './surroundings.ts';

/** How far before a number a scheme or a word may begin that allows what stands right before it. */
const REACH = 14;
const DIALLED_SCHEME = /(?:^|[^a-z])(?:tel|callto|sms|sips?):\/\/$/i;
const SIP = /(?:^|[^a-z])sips?:\+?$/i;
/** "Office/212-736-5000". */
const WORD_AND_SLASH = /(?:^|[\s,;|])(\p{L}{2,12})\/$/u;

/** A word in small letters that is no part of a code, an address or a name with a dash. */
const WORD_AFTER = /^\p{Ll}{3,}(?![\d_@/-])/u;

/** Whether a number may stand where it does although what is right before it would forbid one elsewhere. */
export function mayFollow(search: Search, start: number, end: number, isGrouped: boolean): boolean {
  const { text } = search;
  switch (text[start - 1]) {
    case '/':
      return isAfterNumberOrScheme(search, start) || isLabelAndSlash(text.slice(Math.max(0, start - REACH), start));
    case '_':
      return isUnderlined(text, start, end);
    // "call me @212-736-5000"; bare digits after it are a name of somebody.
    case '@':
      return isGrouped && isBlankAt(text, start - 2);
    default:
      // "(212)736-5000(212)736-5001".
      if (search.from === start && text[start] === '(') return true;
      return isLabelBetween(text, search.from, start) || isLetterOfLine(search, start);
  }
}

/** Whether a number may end where it does although what is right after it would forbid one elsewhere. */
export function mayPrecede(search: Search, neighbour: Neighbour, start: number, end: number): boolean {
  const { text } = search;
  if (neighbour === 'glued') return WORD_AFTER.test(text.slice(end, end + REACH)) && isSaidInGroups(search, start, end);
  if (neighbour !== 'symbol') return false;
  if (text[end] === '_') return isUnderlined(text, start, end);
  return text[end] === '@' && SIP.test(text.slice(Math.max(0, start - REACH), start));
}

/** "my cell is 971-555-0161thx": a blank was forgotten, as people do who write in haste. */
function isSaidInGroups(search: Search, start: number, end: number): boolean {
  return /\d[ .-]\d/.test(search.text.slice(start, end)) && labelFor(search, start) === 'phone';
}

/** "M07911 123456" in a column of phones. */
function isLetterOfLine(search: Search, start: number): boolean {
  return isGluedLetter(search.text, start) && labelBeside(search) === 'phone';
}

/** "415-555-2671/2125550147", "tel://+1415…": the slash that would make a path. */
function isAfterNumberOrScheme({ text, from, matches }: Search, start: number): boolean {
  if (matches.length > 0 && from === start - 1) return true;
  return DIALLED_SCHEME.test(text.slice(Math.max(0, start - REACH), start));
}

function isLabelAndSlash(before: string): boolean {
  const kind = wordKind(WORD_AND_SLASH.exec(before)?.[1] ?? '');
  return kind === 'phone' || kind === 'weak';
}

/** "_212-736-5000_": typed for stress, and no part of a name. */
function isUnderlined(text: string, start: number, end: number): boolean {
  return text[start - 1] === '_' && text[end] === '_' && isBlankAt(text, start - 2) && isBlankAt(text, end + 1);
}

function isBlankAt(text: string, offset: number): boolean {
  return offset < 0 || offset >= text.length || classAt(text, offset) === SPACE;
}
