import { classAt, LETTER } from './characters.ts';
import { wordKind } from './label-words.ts';

/** The longest word that a number is glued to. */
const WORD_REACH = 16;
const WORD_BEFORE = /(?<![\p{L}\d])(\p{L}+)$/u;
const WORD_AFTER = /^\p{L}{3,}/u;
const MAIL = /^e-?mail/i;
/** "M07911 123456", "t020 7946 0018": one letter for the kind of line, a trunk prefix and more than one group. */
const LINE_LETTER = /^[ptmcowdf]$/i;
const GROUPED_TRUNK = /^0\d+[ -]\d/;

/** "Tel01 42 60 30 30": elements side by side, with their margin for a blank. `start` is the number's. */
export function isGluedLabel(text: string, start: number): boolean {
  if (classAt(text, start - 1) !== LETTER) return false;
  const word = WORD_BEFORE.exec(text.slice(Math.max(0, start - WORD_REACH), start))?.[1] ?? '';
  if (word.length >= 3) return wordKind(word) === 'phone';
  return start === 1 && LINE_LETTER.test(word) && GROUPED_TRUNK.test(text.slice(start, start + WORD_REACH));
}

/** "212-736-5000Fax: …", "…Email": the label of what comes next. `end` is the number's. */
export function isGluedToLabel(text: string, end: number): boolean {
  const word = WORD_AFTER.exec(text.slice(end, end + WORD_REACH))?.[0] ?? '';
  if (MAIL.test(word)) return true;
  const kind = wordKind(word);
  return kind === 'phone' || kind === 'weak';
}
