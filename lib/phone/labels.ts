import { classAt, DIGIT, INVISIBLE, LETTER, SPACE } from './characters.ts';
import { isCalledLine, isServiceLine, isTimeOfCall } from './label-phrases.ts';
import { LINE_LETTERS, type WordKind, wordKind } from './label-words.ts';

/** What the words beside a number say of it; `doubtful` speaks against a bare run of digits alone. */
export type LabelKind = 'phone' | 'other' | 'doubtful' | 'none';

/** Words further away say nothing; the longest usual label is about half of this. */
const REACH = 48;
/** Words between a phone word and its number: "call John Smith at …". */
const MOST_UNKNOWN_WORDS = 2;
/** What may stand between a label and its number. */
const BETWEEN = ':=#"\'.()[]+\uff1a\ufe0f<>\u2116';
/** A label does not reach over the end of a sentence, of a clause or of a field. */
const SEGMENT_ENDS = '\n\r\t|;\u2022\u00b7,!?()[]{}';
/** So many digits are a figure of their own; fewer belong to the label, as in "Phone 2". */
const FIGURE = 3;

/** Ids of one kind begin with the same few signs, and so do numbers with their kind of line: "INV-", "Tel. ". */
const SHORT_LEAD = 12;
const MOST_KNOWN = 500;
const knownLeads = new Map<string, LabelKind>();
const knownLabels = new Map<string, LabelKind>();

/** The answer for a text that was asked about before; what came before is forgotten when too much is known. */
function remembered(known: Map<string, LabelKind>, text: string, read: (text: string) => LabelKind): LabelKind {
  const before = known.get(text);
  if (before !== undefined) return before;
  const kind = read(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, kind);
  return kind;
}

/** The kind of the words right before `end`. `from` is where an earlier number ended: its label is not this one's. */
export function labelBefore(text: string, from: number, end: number): LabelKind {
  if (end === 0) return 'none';
  const limit = Math.max(from, end - REACH, 0);
  const isLead = from === 0 && end <= SHORT_LEAD;
  return isLead ? remembered(knownLeads, text.slice(0, end), kindOfLead) : kindBetween(text, limit, end);
}

function kindOfLead(lead: string): LabelKind {
  return kindBetween(lead, 0, lead.length);
}

function kindBetween(text: string, limit: number, end: number): LabelKind {
  let at = end;
  while (at > limit && isBetween(text, at - 1)) at--;
  const afterWords = at;
  const between = text.slice(at, end);
  const read: ReadWords = {
    unknown: 0,
    nearer: null,
    isNumbered: between.includes('\u2116'),
    isCounted: /[#\u2116]/.test(between),
    isMarked: MARK.test(between),
    isDoubtful: false,
  };
  if (isCalledLine(text, limit, at)) return 'phone';
  const kind = kindOfWords(read, text, limit, at);
  return kind === 'doubtful' && isServiceLine(text.slice(limit, afterWords)) ? 'phone' : kind;
}

/** What the words say that end at `afterWords`, the nearest first. */
function kindOfWords(read: ReadWords, text: string, limit: number, afterWords: number): LabelKind {
  let at = afterWords;
  while (at > limit && read.unknown <= MOST_UNKNOWN_WORDS) {
    const wordEnd = at;
    while (at > limit && isWordSign(text, at - 1)) at--;
    const word = text.slice(at, wordEnd);
    const said =
      (wordEnd === afterWords ? saidByForm(word, text, wordEnd, read.isMarked) : null) ??
      readParts(read, word, text, at);
    if (said !== null) return said;
    at = skipToWord(text, at, limit);
  }
  return read.isNumbered || read.isDoubtful ? 'doubtful' : 'none';
}

/** What the word nearest to a number says by the way it is written; null when it is to be looked up. */
function saidByForm(word: string, text: string, end: number, isMarked: boolean): LabelKind | null {
  return isLineLetter(word, text, end) ? 'phone' : kindAsWritten(word, text, end, isMarked);
}

/** What the word that starts at `start` says by its parts. */
function readParts(read: ReadWords, word: string, text: string, start: number): LabelKind | null {
  for (const part of partsOf(word)) {
    const kind = wordKind(part);
    const isName = kind === 'surname' && !read.isMarked && isSurname(word, text, start);
    const said = readWord(read, isName ? 'unknown' : kind);
    if (said !== null) return said;
  }
  return null;
}

/** "Art.-Nr.", "Vertrags-Nr.": a compound with a dash in it. */
const DASHED = /(\p{L}{2,20})(\.?)-(\p{L}+)$/u;
/** "A/C", "C.I.", "ח.פ.": an abbreviation of single letters. */
const LETTERS = /(?<!\p{L})(?:\p{L}[./]\s?){1,3}\p{L}$/u;
/** What is read of a text for either. */
const COMPOUND_REACH = 32;

/** What stands between a label and what it names, and never between a name and its number. */
const MARK = /[:#=\u2116\uff1a]/;

/** What the word that ends at `end` says as the last part of one with a dash, a slash or points in it; null for other words. */
function kindAsWritten(word: string, text: string, end: number, isMarked: boolean): LabelKind | null {
  if (word.length > 1 && wordKind(word) !== 'number') return null;
  const before = text.slice(Math.max(0, end - COMPOUND_REACH), end);
  if (word.length === 1) return kindOfLetters(LETTERS.exec(before)?.[0] ?? '', isMarked);
  const [, noun = '', point = '', numbered = ''] = DASHED.exec(before) ?? [];
  // "Best.-Nr." is an order, not the best number.
  const isLine = point === '' && wordKind(noun) === 'weak';
  return wordKind(noun + numbered) === 'other' && !isLine ? 'other' : null;
}

/** "A/C", "C.I.: …"; "Miller A.C." and "T.C." alone are initials as well. */
function kindOfLetters(letters: string, isMarked: boolean): LabelKind | null {
  const kind = wordKind(letters.replace(/[^\p{L}]/gu, ''));
  if (kind === 'doubtful') return letters.includes('/') || isMarked ? 'other' : kind;
  // "H/P", "H.P.": a hand phone.
  return kind === 'other' || kind === 'phone' ? kind : null;
}

/** The word before a surname: a first name or a title. */
const FIRST_NAME = /(?<![\p{L}\d])(\p{Lu}[\p{L}'\u2019-]*)\.?[ \u00a0]$/u;
const CAPITALISED = /^\p{Lu}\p{Ll}/u;

/** Whether the word that starts at `start` is somebody's name: capitalised, behind a capitalised word that is no label. */
function isSurname(word: string, text: string, start: number): boolean {
  if (!CAPITALISED.test(word)) return false;
  const name = FIRST_NAME.exec(text.slice(Math.max(0, start - COMPOUND_REACH), start))?.[1];
  return name !== undefined && wordKind(name) === 'unknown';
}

/** What the words between a number and the next one before them have told. */
interface ReadWords {
  unknown: number;
  nearer: WordKind | null;
  /** Something that is no line is numbered: "Meter no.". */
  isNumbered: boolean;
  /** A colon or the like parts the words from the number. */
  isMarked: boolean;
  /** A word for a number, or its sign, stands before any that is unknown. */
  isCounted: boolean;
  /** The nearest word names somebody or something that has a line, or a number of its own: "customer". */
  isDoubtful: boolean;
}

/** What the next word before decides; null when the one before it is to be asked. */
function readWord(read: ReadWords, kind: WordKind): LabelKind | null {
  // "No. de cliente", "customer no.", "numéro de sécurité sociale": what is numbered is the customer.
  if (read.isDoubtful && kind !== 'link' && kind !== 'doubtful') return kind === 'number' ? 'other' : 'doubtful';
  switch (kind) {
    case 'phone':
      return 'phone';
    case 'weak':
    case 'other':
    case 'surname':
    case 'doubtful':
      if (read.unknown > 0) return read.isNumbered ? 'doubtful' : 'none';
      if (kind !== 'doubtful') return kind === 'weak' ? 'phone' : 'other';
      if (read.isCounted) return 'other';
      read.isDoubtful = true;
      break;
    case 'owner':
    case 'unknown':
      if (kind === 'owner' && read.isCounted) return 'other';
      read.unknown++;
      read.isNumbered ||= read.nearer === 'number';
      break;
    case 'number':
      read.isNumbered ||= read.nearer === 'unknown';
      read.isCounted ||= read.unknown === 0;
      break;
    case 'link':
  }
  read.nearer = kind;
  return null;
}

function isBetween(text: string, offset: number): boolean {
  const kind = classAt(text, offset);
  return kind === SPACE || kind === INVISIBLE || BETWEEN.includes(text[offset] ?? '');
}

function isWordSign(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 0x530) return classAt(text, offset) === LETTER;
  const kind = classAt(text, offset);
  return kind === LETTER || (kind === 0 && /[\p{L}\p{M}\p{Cs}\u2600-\u27bf]/u.test(text[offset] ?? ''));
}

/** The end of the word before `at`, or `limit` when a segment ends between. */
function skipToWord(text: string, at: number, limit: number): number {
  let digits = 0;
  for (let offset = at - 1; offset >= limit; offset--) {
    if (isWordSign(text, offset)) return offset + 1;
    const sign = text[offset] ?? '';
    digits = classAt(text, offset) >= DIGIT ? digits + 1 : 0;
    const isSentenceEnd =
      sign === '.' && offset + 1 < at && classAt(text, offset + 1) === SPACE && !isShortWord(text, offset);
    if (isSentenceEnd || digits >= FIGURE || SEGMENT_ENDS.includes(sign)) return limit;
  }
  return limit;
}

/** "No. Surat", "Ref. Acme": a point after so few letters abbreviates a word and ends no sentence. */
const ABBREVIATED_WORD = /(?<![\p{L}\d])\p{L}{1,3}$/u;

function isShortWord(text: string, point: number): boolean {
  return ABBREVIATED_WORD.test(text.slice(Math.max(0, point - 4), point));
}

/** Compounds in camel case taken apart, the last part first. */
function partsOf(word: string): readonly string[] {
  if (word === '') return [];
  // "KvK" and "PhilHealth" are words as they are.
  return /\p{Ll}\p{Lu}/u.test(word) && wordKind(word) === 'unknown'
    ? word
        .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
        .split(' ')
        .reverse()
    : [word];
}

const ABBREVIATED = /(?:\p{L}[.&/]|(?<!\p{L})\p{L}\.\s)$/u;
/** What the pattern reads before the letter, and the letter. */
const ABBREVIATION = 5;

/** "P: 415…", "M. 0171…", "(O) 022…": one letter of a business card, with its sign. */
function isLineLetter(word: string, text: string, wordEnd: number): boolean {
  if (word.length !== 1 || !LINE_LETTERS.includes(word.toLowerCase())) return false;
  const before = text[wordEnd - 2] ?? ' ';
  if (text[wordEnd] === ')') return before === '(';
  // The last letter of an abbreviation or of initials says nothing: "C.F. 0123…", "R&D: …", "J. P. 212…".
  if (ABBREVIATED.test(text.slice(Math.max(0, wordEnd - ABBREVIATION), wordEnd - 1))) return false;
  const at = classAt(text, wordEnd) === SPACE ? wordEnd + 1 : wordEnd;
  return text[at] === ':' || text[at] === '.';
}

/** "Art.-Nr." is read as "Artnr". */
const DASHED_NUMBER = /(?<=\p{L})\.?-(nr|nummer|numero|number)(?!\p{L})/giu;

/** The kind of a text that stands beside the number's node: column header, term, form label, aria-label. */
export function labelKind(label: string): LabelKind {
  return remembered(knownLabels, label, readLabel);
}

/** Nobody's name is a heading. */
function kindInHeading(word: string): WordKind {
  const kind = wordKind(word);
  if (kind === 'surname') return 'other';
  return kind === 'owner' ? 'unknown' : kind;
}

/** What stands beside a text as if it stood in it: "C.F.", "S/N", "Rg.-Nr." are no words by themselves. */
function readAsWritten(label: string): LabelKind {
  const inText = `${label.trim()}: `;
  return kindBetween(inText, Math.max(0, inText.length - REACH), inText.length);
}

function readLabel(label: string): LabelKind {
  const kind = readHeading(label);
  if (kind === 'phone' || kind === 'other') return kind;
  const written = readAsWritten(label);
  return written === 'other' || (written === 'phone' && kind === 'none') ? written : kind;
}

function readHeading(label: string): LabelKind {
  const trimmed = label.trim();
  if (isCalledLine(trimmed, 0, trimmed.length) || isServiceLine(trimmed)) return 'phone';
  const words =
    label
      .replace(DASHED_NUMBER, (_dashed, numbered: string) => numbered.toLowerCase())
      .match(/[\p{L}\p{M}]+|[\u2600-\u27bf]|\p{Extended_Pictographic}/gu) ?? [];
  if (words.length === 1 && LINE_LETTERS.includes((words[0] ?? '').toLowerCase()) && words[0]?.length === 1)
    return 'phone';
  if (isTimeOfCall(words)) return 'doubtful';
  const all = words.flatMap((word) => partsOf(word).map(kindInHeading).reverse());
  return kindOfHeading(all, all.includes('number') || label.includes('#'));
}

function kindOfHeading(all: readonly WordKind[], isNumbered: boolean): LabelKind {
  const kinds = all.filter((kind) => kind !== 'link' && kind !== 'number');
  const last = kinds[kinds.length - 1];
  if (last === 'other') return 'other';
  if (kinds.includes('phone')) return 'phone';
  // "Work Order", "Home Value": what the last word means is not called.
  if (kinds.includes('weak') && last !== 'doubtful') return kinds.includes('unknown') ? 'none' : 'phone';
  // "Case Number": a word for a number joins the two.
  if (kinds.includes('other') || (kinds.includes('doubtful') && isNumbered)) return 'other';
  return (isNumbered && kinds.includes('unknown')) || kinds.includes('doubtful') ? 'doubtful' : 'none';
}
