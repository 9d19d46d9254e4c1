import { LINE_LETTERS, wordKind } from './label-words.ts';

/** What the words beside a number say of it; `party` is a customer or client, whose id may be meant. */
export type LabelKind = 'phone' | 'other' | 'party' | 'none';

/** Words further away say nothing; the longest usual label is about half of this. */
const REACH = 48;
/** Words between a phone word and its number: "call John Smith at …". */
const MOST_UNKNOWN_WORDS = 2;

const SEGMENT_END = /[\n\r\t|;\u2022\u00b7,!?()[\]{}]|\.\s|\d{3,}/gu;

/** The kind of the words right before `end`. `from` is where an earlier number ended: its label is not this one's. */
export function labelBefore(text: string, from: number, end: number): LabelKind {
  const tail = text.slice(Math.max(from, end - REACH), end);
  const segment = lastSegment(
    tail.replace(/[\s:=#"'.()[\]+\u2066-\u2069\ufe0f\u200e\u200f\u202a-\u202e\u200b-]*$/u, ''),
  );
  if (isLineLetter(segment, tail)) return 'phone';
  return kindOfWords(wordsOf(segment));
}

/** The kind of a text that stands beside the number's node: column header, term, form label, aria-label. */
export function labelKind(label: string): LabelKind {
  const words = wordsOf(label);
  const last = words[words.length - 1];
  if (last !== undefined && isLineLetter(label.trim(), `${label}:`)) return 'phone';
  if (last !== undefined && wordKind(last) === 'other') return 'other';
  const kinds = words.map(wordKind);
  if (kinds.includes('phone')) return 'phone';
  if (kinds.includes('other')) return 'other';
  return kinds.includes('party') ? 'party' : 'none';
}

function lastSegment(text: string): string {
  let from = 0;
  for (const match of text.matchAll(SEGMENT_END)) from = match.index + match[0].length;
  return text.slice(from);
}

/** Words in reading order, compounds in camel case taken apart. */
function wordsOf(text: string): string[] {
  const apart = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return apart.match(/[\p{L}\p{M}]+(?:['’]\p{L}+)?|[\u260e\u260f\u2706\u{1f4de}\u{1f4f1}\u{1f4f2}]/gu) ?? [];
}

/** "P: 415…", "M. 0171…": one letter of a business card. */
function isLineLetter(segment: string, tail: string): boolean {
  const letter = /(?:^|[^\p{L}])(\p{L})$/u.exec(segment)?.[1];
  if (letter === undefined || !LINE_LETTERS.includes(letter.toLowerCase())) return false;
  return /\p{L}\s?[:.]/u.test(tail.slice(-6));
}

function kindOfWords(words: readonly string[]): LabelKind {
  let unknown = 0;
  for (let index = words.length - 1; index >= 0 && unknown <= MOST_UNKNOWN_WORDS; index--) {
    const kind = wordKind(words[index] ?? '');
    if (kind === 'phone') return 'phone';
    if (kind === 'other' && unknown === 0) return 'other';
    if (kind === 'party' && unknown === 0) return 'party';
    if (kind === 'other' || kind === 'party') return 'none';
    if (kind === 'unknown') unknown++;
  }
  return 'none';
}
