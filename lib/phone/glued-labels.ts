import { classAt, LETTER } from './characters.ts';
import { wordKind } from './label-words.ts';

/** The longest word that a number is glued to. */
const WORD_REACH = 16;
const WORD_BEFORE = /(?<![\p{L}\d])(\p{L}+)$/u;
const WORD_AFTER = /^\p{L}{3,}/u;
const WHOLE_WORD = /^\p{L}{3,16}$/u;
const MAIL = /^e-?mail/i;
/** One letter for the kind of line, a trunk prefix and more than one group. */
const LETTER_AND_TRUNK = /^[ptmcowdf]0\d+[ -]\d/i;

/** "Tel01 42 60 30 30": elements side by side, with their margin for a blank. `start` is the number's. */
export function isGluedLabel(text: string, start: number): boolean {
  if (classAt(text, start - 1) !== LETTER) return false;
  const word = WORD_BEFORE.exec(text.slice(Math.max(0, start - WORD_REACH), start))?.[1] ?? '';
  return word.length >= 3 && wordKind(word) === 'phone';
}

/** "ZIP+4 98101": a plus that belongs to the word before it, which names no line. `start` is the plus. */
export function isGluedToOther(text: string, start: number): boolean {
  return wordKind(WORD_BEFORE.exec(text.slice(Math.max(0, start - WORD_REACH), start))?.[1] ?? '') === 'other';
}

/** "212-736-5000Tel212-736-5001": a label between two numbers, the first of which ends at `from`. */
export function isLabelBetween(text: string, from: number, start: number): boolean {
  const word = text.slice(from, start);
  return from > 0 && WHOLE_WORD.test(word) && wordKind(word) === 'phone';
}

/** "M07911 123456", "t020 7946 0018". So are parts numbered too ("C0402-1234567"): it says nothing by itself. */
export function isGluedLetter(text: string, start: number): boolean {
  return start === 1 && LETTER_AND_TRUNK.test(text.slice(0, WORD_REACH));
}

/** "212-736-5000Fax: …", "…Email": the label of what comes next. `end` is the number's. */
export function isGluedToLabel(text: string, end: number): boolean {
  const word = WORD_AFTER.exec(text.slice(end, end + WORD_REACH))?.[0] ?? '';
  if (MAIL.test(word)) return true;
  const kind = wordKind(word);
  return kind === 'phone' || kind === 'weak';
}
