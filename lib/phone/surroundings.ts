import { BREAK, classAt, DASH, DIGIT, DOT, INVISIBLE, LETTER, OPEN, PLUS, SLASH, SPACE } from './characters.ts';

/** Why what stands right before or after some digits means that they are no phone number. */
export type Neighbour = 'glued' | 'money' | 'symbol' | 'decimal' | 'time';

const MONEY =
  '$\u20ac\u00a3\u00a5\u20b9\u20a9\u20bd\u20ba\u0e3f\u20ab\u20a6\u20b1\u20aa\u20a1\u20b2\u20b4\u20b8\u20bc\u20be';
/** Before digits these make a code, a formula or part of a path. */
const SYMBOLS_BEFORE = '_@%&^\\\u00d7\u00b1\u00a7';
const SYMBOLS_AFTER = '_@%^=\\\u00b0\u2032\u2033\u00d7\u00b1';

/** Offset of the nearest sign before `offset` that is not invisible; -1 at the beginning. */
export function previousOffset(text: string, offset: number): number {
  let before = offset - 1;
  while (before >= 0 && classAt(text, before) === INVISIBLE) before--;
  return before;
}

/** Offset of the first sign at or after `offset` that is not invisible. */
export function nextOffset(text: string, offset: number): number {
  let after = offset;
  while (after < text.length && classAt(text, after) === INVISIBLE) after++;
  return after;
}

/** What forbids a number that starts at `start`; `opens` tells that it starts with a plus or a bracket. */
export function neighbourBefore(text: string, start: number, opens: boolean): Neighbour | null {
  const at = previousOffset(text, start);
  if (at < 0) return null;
  const kind = classAt(text, at);
  const sign = text[at] ?? '';
  if (kind === SPACE) return isMoneyBefore(text, at) ? 'money' : null;
  if (kind === LETTER) return opens ? null : 'glued';
  if (kind >= DIGIT) return 'glued';
  if (MONEY.includes(sign)) return 'money';
  if (SYMBOLS_BEFORE.includes(sign)) return 'symbol';
  const further = classAt(text, previousOffset(text, at));
  if (kind === DASH || kind === SLASH)
    return further >= DIGIT || (further !== SPACE && kind === SLASH) ? 'glued' : null;
  if (kind === DOT) return further >= DIGIT || further === BREAK || further === SPACE ? 'decimal' : null;
  if ((sign === ',' || sign === ':') && further >= DIGIT) return sign === ',' ? 'decimal' : 'time';
  return kind === PLUS ? 'symbol' : null;
}

/** "$ 415", "US$ 415": the sign of money may stand apart. */
function isMoneyBefore(text: string, space: number): boolean {
  return MONEY.includes(text[previousOffset(text, space)] ?? ' ');
}

/** What forbids a number that ends at `end`. */
export function neighbourAfter(text: string, end: number): Neighbour | null {
  const at = nextOffset(text, end);
  if (at >= text.length) return null;
  const kind = classAt(text, at);
  const sign = text[at] ?? '';
  if (kind === LETTER || kind >= DIGIT) return 'glued';
  if (MONEY.includes(sign)) return 'money';
  if (SYMBOLS_AFTER.includes(sign)) return 'symbol';
  if (kind === SPACE) return MONEY.includes(text[nextOffset(text, at + 1)] ?? ' ') ? 'money' : null;
  const next = classAt(text, nextOffset(text, at + 1));
  if (kind === DASH && (next === LETTER || next >= DIGIT)) return 'glued';
  if (kind === DOT && next >= DIGIT) return 'decimal';
  if (sign === ':' && next >= DIGIT) return 'time';
  return sign === ',' && next >= DIGIT && isDecimals(text, at + 1) ? 'decimal' : null;
}

/** One to three digits after a comma are decimals or thousands; more are the next field. */
function isDecimals(text: string, from: number): boolean {
  let end = from;
  while (classAt(text, end) >= DIGIT) end++;
  return end - from <= 3;
}

const TOKEN_REACH = 200;
const URL_TOKEN = /(?:https?|ftp|file|wss?):\/\/|www\.|:\/\/|[?&][\w[\].-]+=|@|\\|^\/\w/i;
const FILE_END =
  /^\.(?:html?|php|aspx?|jsp|js|ts|css|csv|tsv|xlsx?|docx?|pptx?|pdf|jpe?g|png|gif|svg|webp|bmp|tiff?|txt|log|zip|gz|tar|rar|7z|json|xml|ya?ml|sql|db|bak|wav|mp3|mp4|ogg|m4a|eml|msg|vcf|ics|exe|dll|com|net|org|io|dev|co|de|uk)(?![\p{L}\d])/iu;

/** Whether the digits are part of an address, a path or a file name. Looks no further than the word they stand in. */
export function isInPath(text: string, start: number, end: number): boolean {
  if (FILE_END.test(text.slice(end, end + 6))) return true;
  let from = start;
  const first = Math.max(0, start - TOKEN_REACH);
  while (from > first && !/[\s"'<>|,;]/.test(text[from - 1] ?? '')) from--;
  let to = end;
  const last = Math.min(text.length, end + TOKEN_REACH);
  while (to < last && !/[\s"'<>|,;]/.test(text[to] ?? '')) to++;
  return (
    URL_TOKEN.test(text.slice(from, start)) || text.slice(end, to).includes('@') || /^\/\w/.test(text.slice(end, to))
  );
}

const UNIT =
  /^\s?(?:%|(?:usd|eur|euros?|gbp|aud|cad|chf|jpy|inr|mxn|brl|zar|pln|kr|rs|dollars?|kg|km|mm|cm|mg|ml|kb|mb|gb|tb|b|bytes?|rows?|items?|units?|pcs|stk|st|h|hrs?|min|mins|sec|secs|ms|px|mod)(?![\p{L}\d]))/iu;

/** Whether a unit follows: the digits are an amount. */
export function isMeasured(text: string, end: number): boolean {
  return UNIT.test(text.slice(end, end + 10));
}

/** Whether nothing but blanks, quotes, brackets and points stands around: the digits are all the text says. */
export function isAlone(text: string, start: number, end: number): boolean {
  return (
    /^[\s"'“”„«»‹›()[\]<>.,;:!*•\-–—\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/u.test(
      text.slice(0, start).slice(-REACH_ALONE),
    ) &&
    start <= REACH_ALONE &&
    text.length - end <= REACH_ALONE &&
    /^[\s"'“”„«»‹›()[\]<>.,;:!*•?\-–—\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/u.test(text.slice(end))
  );
}

/** A text node's own white space can be long; more than this beside a number is content. */
const REACH_ALONE = 400;

/** Whether the digits are a whole field of a record: between tabs, bars, semicolons, commas, quotes or line ends. */
export function isField(text: string, start: number, end: number): boolean {
  return isFieldEdge(text, previousOffset(text, start), -1) && isFieldEdge(text, nextOffset(text, end), 1);
}

function isFieldEdge(text: string, offset: number, step: number): boolean {
  let at = offset;
  while (classAt(text, at) === SPACE) at += step;
  const sign = text[at];
  return sign === undefined || '\n\r\t|;,"\'<>'.includes(sign);
}

/** Whether a bracket opens right before `start`. */
export function isOpenedBefore(text: string, start: number): boolean {
  return classAt(text, previousOffset(text, start)) === OPEN;
}
