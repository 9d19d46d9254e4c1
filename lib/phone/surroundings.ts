import { BREAK, CLOSE, classAt, DASH, DIGIT, DOT, INVISIBLE, LETTER, PLUS, SLASH, SPACE } from './characters.ts';
import { isGluedLabel, isGluedToLabel, isGluedToOther } from './glued-labels.ts';
import { LINE_LETTERS, wordKind } from './label-words.ts';

/** Why what stands right before or after some digits means that they are no phone number. */
export type Neighbour = 'glued' | 'money' | 'symbol' | 'decimal' | 'time';

const MONEY =
  '$\u20ac\u00a3\u00a5\u20b9\u20a9\u20bd\u20ba\u0e3f\u20ab\u20a6\u20b1\u20aa\u20a1\u20b2\u20b4\u20b8\u20bc\u20be';
/** Before digits these make a code, a formula or part of a path. */
const SYMBOLS_BEFORE = '_@%&^\\\u00d7\u00b1\u00a7';
/** A "#" ends what is typed into a conference's menu. */
const SYMBOLS_AFTER = '#_@%^=\\\u00b0\u2032\u2033\u00d7\u00b1';

/** Offset of the nearest sign before `offset` that is not invisible; -1 at the beginning. */
export function previousOffset(text: string, offset: number): number {
  let before = offset - 1;
  while (before >= 0 && classAt(text, before) === INVISIBLE) before--;
  return before;
}

/** Offset of the first sign at or after `offset` that is not invisible. */
function nextOffset(text: string, offset: number): number {
  let after = offset;
  while (after < text.length && classAt(text, after) === INVISIBLE) after++;
  return after;
}

/** What forbids a number that starts at `start`; `opens` tells that it starts with a plus or a bracket. */
export function neighbourBefore(text: string, start: number, opens: boolean): Neighbour | null {
  const at = previousOffset(text, start);
  if (at < 0) return null;
  const kind = classAt(text, at);
  if (kind === SPACE) return MONEY.includes(text[previousOffset(text, at)] ?? ' ') ? 'money' : null;
  if (kind === LETTER) return (opens ? !isGluedToOther(text, at + 1) : isGluedLabel(text, at + 1)) ? null : 'glued';
  if (kind >= DIGIT) return 'glued';
  const sign = text[at] ?? '';
  if (MONEY.includes(sign)) return 'money';
  return SYMBOLS_BEFORE.includes(sign) ? 'symbol' : joinerBefore(text, at, kind);
}

/** What a dash, a point and the like right before a number say, by what is before them. */
function joinerBefore(text: string, at: number, kind: number): Neighbour | null {
  const further = classAt(text, previousOffset(text, at));
  switch (kind) {
    case DASH:
      return further >= DIGIT ? 'glued' : null;
    case SLASH:
      return further !== SPACE ? 'glued' : null;
    case DOT:
      return further >= DIGIT || further === BREAK || further === SPACE ? 'decimal' : null;
    case PLUS:
      return 'symbol';
  }
  if (further < DIGIT) return null;
  if (text[at] === ',') return isThousands(text, at) ? 'decimal' : null;
  return text[at] === ':' && !isNumberedLabel(text, at) ? 'time' : null;
}

/** Whether a sign of money stands at an offset for what is before it: "500 €", not "… $1,250.00". */
function isMoneyBefore(text: string, sign: number): boolean {
  if (!MONEY.includes(text[sign] ?? ' ')) return false;
  const next = nextOffset(text, sign + 1);
  return classAt(text, classAt(text, next) === SPACE ? nextOffset(text, next + 1) : next) < DIGIT;
}

/** Up to three digits before a comma and three without a dash after it are an amount's; others are the field before. */
function isThousands(text: string, comma: number): boolean {
  let from = comma;
  while (classAt(text, from - 1) >= DIGIT) from--;
  const to = digitsEnd(text, comma + 1);
  const after = classAt(text, to);
  return comma - from <= 3 && to - comma === 4 && after !== DASH && after !== CLOSE && after !== SPACE;
}

/** "Phone1:", "Tel 2:": a digit of a label; before a time's hour stands no letter. */
const NUMBERED_LABEL = /\p{L}[\s#]?\d$/u;

function isNumberedLabel(text: string, colon: number): boolean {
  return NUMBERED_LABEL.test(text.slice(Math.max(0, colon - 4), colon));
}

function digitsEnd(text: string, from: number): number {
  let end = from;
  while (classAt(text, end) >= DIGIT) end++;
  return end;
}

/** What forbids a number that ends at `end`. */
export function neighbourAfter(text: string, end: number): Neighbour | null {
  const at = nextOffset(text, end);
  if (at >= text.length) return null;
  const kind = classAt(text, at);
  const sign = text[at] ?? '';
  if (kind === SPACE) return isMoneyBefore(text, nextOffset(text, at + 1)) ? 'money' : null;
  if (kind >= DIGIT || (kind === LETTER && !isGluedToLabel(text, at))) return 'glued';
  if (kind === LETTER) return null;
  if (MONEY.includes(sign)) return 'money';
  if (SYMBOLS_AFTER.includes(sign)) return 'symbol';
  const next = classAt(text, nextOffset(text, at + 1));
  if (kind === DASH && (next === LETTER || next >= DIGIT)) return 'glued';
  if (kind === DOT && next >= DIGIT) return 'decimal';
  if (sign === ':' && next >= DIGIT) return 'time';
  return sign === ',' && next >= DIGIT && isDecimals(text, at) ? 'decimal' : null;
}

/**
 * One to three digits after a comma are decimals or thousands, more are the next field. So are few that a comma follows, as
 * in "4083743344,42,open", and three that begin a number, as in "…0110,206-555-0111": between two commas three digits are an
 * amount's alone.
 */
function isDecimals(text: string, comma: number): boolean {
  const end = digitsEnd(text, comma + 1);
  const count = end - comma - 1;
  const joiner = classAt(text, end);
  if (count === 3 && (joiner === DASH || joiner === DOT) && classAt(text, end + 1) >= DIGIT) return false;
  return count <= 3 && (text[end] !== ',' || (count === 3 && classAt(text, end + 1) >= DIGIT));
}

/** A word that holds a number is looked at no further than this on either side; longer ones are data, not addresses. */
const WORD_REACH = 80;
const ADDRESS_BEFORE = /:\/\/|^www\.|[?&][\w[\].-]+=|@|\\|^\/\w|\w\/\w|^mailto:/i;
const ADDRESS_AFTER = /^\/(?!-?\d+(?:\D|$))[\w-]|@|^[?&]\w+=/;
/** Addresses that are numbers: of a call, of a WhatsApp chat. */
const NUMBER_ADDRESS =
  /(?:^|[^a-z])(?:tel|callto|sms|sips?):(?:\/\/)?$|wa\.me\/\+?$|whatsapp\.com\/send\/?\?(?:.*&)?phone=\+?$/i;
const FILE_END =
  /^\.(?:html?|php|aspx?|jsp|js|ts|css|csv|tsv|xlsx?|docx?|pptx?|pdf|jpe?g|png|gif|svg|webp|bmp|tiff?|txt|log|zip|gz|tar|rar|7z|json|xml|ya?ml|sql|db|bak|wav|mp3|mp4|ogg|m4a|eml|msg|vcf|ics|exe|dll|com|net|org|io|dev|co|de|uk)(?![\p{L}\d])/iu;

const WORD_ENDS = '\n\r\t"\'<>|,;()[]{}';

function isWordEnd(text: string, offset: number): boolean {
  const sign = text[offset];
  return sign === undefined || classAt(text, offset) === SPACE || WORD_ENDS.includes(sign);
}

/** Whether the digits are part of an address, a path or a file name. Looks no further than the word they stand in. */
export function isInPath(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > start - WORD_REACH && !isWordEnd(text, from - 1)) from--;
  let to = end;
  while (to < end + WORD_REACH && !isWordEnd(text, to)) to++;
  if (to > end) {
    const after = text.slice(end, to);
    if (FILE_END.test(after)) return true;
    const isAddress =
      ADDRESS_AFTER.test(after) &&
      !isSecondLabel(after) &&
      !isGluedToLabel(text, end) &&
      !isPhoneField(text.slice(from, start));
    if (isAddress && !/^(?:sips?|tel):/i.test(text.slice(from, start))) return true;
  }
  const before = text.slice(from, start);
  // An @ by itself is a sign before the number: whether it may be one is asked there.
  if (from === start || before === '@') return false;
  return ADDRESS_BEFORE.test(before) && !NUMBER_ADDRESS.test(before) && !endsInSecondLabel(before);
}

const FIELD = /^(\w+)=$/;

/** "phone=4083743344&zip=95008": a field of a form, by itself. */
function isPhoneField(before: string): boolean {
  return wordKind(FIELD.exec(before)?.[1] ?? '') === 'phone';
}

const SECOND_LABEL = /^\/(\p{L}{1,12})(?:[.:\d]|$)/u;

/** "…/Cell 212…", "…/M:0791…": what follows a slash is the label of the next number. */
function isSecondLabel(after: string): boolean {
  const word = SECOND_LABEL.exec(after)?.[1] ?? '';
  return isLineWord(word) && !/[@?]|:\/\//.test(after);
}

/** "Tel:0142603030/Fax:", with the label of the first number or without. */
const AFTER_NUMBER_AND_SLASH = /^(?:\p{L}[^/@?\\]*|[\d.-]*)\d\/(\p{L}{1,12})\.?:?$/u;

function endsInSecondLabel(before: string): boolean {
  return isLineWord(AFTER_NUMBER_AND_SLASH.exec(before)?.[1] ?? '');
}

function isLineWord(word: string): boolean {
  const kind = word.length > 1 ? wordKind(word) : 'unknown';
  return kind === 'phone' || kind === 'weak' || (word.length === 1 && LINE_LETTERS.includes(word.toLowerCase()));
}

/** The longest unit with its blank and the sign after it. */
const UNIT_REACH = 14;
/** What a figure follows is that figure's own: "… kr 200". */
const UNIT =
  /^\s?(?:%|(?:kwh|szt|円|usd|eur|euros?|gbp|aud|cad|chf|jpy|inr|mxn|brl|zar|pln|zł|kč|ft|lei|лв|руб|грн|kr|rs|dollars?|kg|km|mm|cm|mg|ml|kb|mb|gb|tb|bytes?|rows?|items?|units?|pcs|stk|hrs?|mins?|secs?|ms|px|mod|habitant\p{L}+)(?![\p{L}\d]|\.?\s?\d))/iu;
/** Manitoba and Mississippi, where an address goes on behind the number. */
const PROVINCE = /^\s(?:MB|MS)(?!\p{L})/u;

/** Whether a unit follows: the digits are an amount. */
export function isMeasured(text: string, end: number): boolean {
  const after = text.slice(end, end + UNIT_REACH);
  return UNIT.test(after) && !PROVINCE.test(after);
}

/** "John <2127365000>" of a call log, "*212-736-5000*" of typed text: signs on both sides are brackets. Bare digits in stars are a bar code. */
export function isBracketed(text: string, start: number, end: number, isBare: boolean): boolean {
  const before = text[previousOffset(text, start)];
  const after = text[nextOffset(text, end)];
  return (before === '<' && after === '>') || (before === '*' && after === '*' && !isBare);
}

/** A text node's own white space can be long; more than this beside a number is content. */
const BLANK_REACH = 200;
const BLANK = /^[\s"'“”„«»‹›()[\]<>.,;:!?*•\-–—\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*$/u;

/** Whether nothing but blanks, quotes, brackets and points stands around: the digits are all the text says. */
export function isAlone(text: string, start: number, end: number): boolean {
  if (start > BLANK_REACH || text.length - end > BLANK_REACH) return false;
  return BLANK.test(text.slice(0, start)) && BLANK.test(text.slice(end));
}

/** "612345678 / 954123456", "… or …": what stands between numbers that are all a text says. */
const ONLY_NUMBERS =
  /^(?:\d{8,13}(?!\d)|[\s,;/|&+\u00b7\u2022-]|(?<= )(?:or|and|y|e|et|und|o|ou|oder|en|of|i|lub)(?= ))+$/u;
/** Two numbers, or three with what stands between. */
const LONGEST_LIST = 60;

/** Whether the text is a list of numbers and nothing else, all as long as the one from `start` to `end`, but for a trunk prefix. */
export function isListed(text: string, start: number, end: number): boolean {
  if (text.length > LONGEST_LIST || !ONLY_NUMBERS.test(text)) return false;
  const numbers = text.match(/\d+/g) ?? [];
  return numbers.length > 1 && numbers.every((number) => Math.abs(number.length - (end - start)) <= 1);
}

/** Whether the digits are a whole field of a record: between tabs, bars, semicolons, commas, quotes or line ends. */
export function isField(text: string, start: number, end: number): boolean {
  const before = edgeOffset(text, previousOffset(text, start), -1);
  const after = edgeOffset(text, nextOffset(text, end), 1);
  if (!isFieldEdge(text, before) || !isFieldEdge(text, after)) return false;
  // id="2125550147" is an attribute, and attributes are labelled by their names alone.
  return !'"\''.includes(text[before] ?? ' ') || !'=('.includes(text[previousOffset(text, before)] ?? ' ');
}

function edgeOffset(text: string, offset: number, step: number): number {
  let at = offset;
  while (classAt(text, at) === SPACE) at += step;
  return at;
}

function isFieldEdge(text: string, offset: number): boolean {
  const sign = text[offset];
  if (sign === undefined) return true;
  // An old id and the new one: "1234567890 -> 2345678901".
  const isArrow =
    (sign === '>' && '-='.includes(text[offset - 1] ?? ' ')) || (sign === '<' && text[offset + 1] === '-');
  return !isArrow && '\n\r\t|;,"\'<>'.includes(sign);
}

const NAME_REACH = 16;
const NAME =
  /^\s?[([\u2013-]?\s?(?:cell|mobile?|handy|phone|tel|fax|home|work|office|whatsapp|privat|celular|m\u00f3vil|portable|gsm)(?!\p{L})/iu;

/** One to three words and nothing else in brackets. */
const IN_BRACKETS = /^\s?\(([\p{L}\p{M}.]+(?: [\p{L}\p{M}.]+){0,2})\)/u;
const BRACKETS_REACH = 32;

/** Whether the kind of line is written right after the digits: "4155552671 (mobile)", "4155552671 - cell", "… (telefon domowy)". */
export function isNamedAfter(text: string, end: number): boolean {
  if (NAME.test(text.slice(end, end + NAME_REACH))) return true;
  const words = IN_BRACKETS.exec(text.slice(end, end + BRACKETS_REACH))?.[1] ?? '';
  return words !== '' && words.split(' ').some((word) => wordKind(word.replaceAll('.', '')) === 'phone');
}

/** "report-602-555-0122", "-4155552671": a dash right before makes the digits part of a code, or negative. */
export function isDashedBefore(text: string, start: number): boolean {
  const at = previousOffset(text, start);
  if (classAt(text, at) !== DASH) return false;
  return at === 0 || classAt(text, previousOffset(text, at)) === LETTER;
}
