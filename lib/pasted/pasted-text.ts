/** Longer than the page of any campaign; keeps a pasted book out of the readers. */
const MAX_LENGTH = 400_000;

/** A sign of a page's source, or of a table as browsers hand it over when it is copied. */
const MARKUP = /<\/?(?:table|tr|t[dh]|option|li|br|body|html)\b[^<>]*>/i;

/** Where something begins that nobody is shown. */
const UNSEEN = /<(?:(script|style|head|template)\b[^<>]*>|!--)/gi;
const CHOICE = /<(select)\b[^<>]*>/gi;

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * Lines with cells between tabs, of what was pasted: a text as it is, and of HTML what a person sees. A field counts with what
 * stands in it, because VICIdial's pages show the names of codes in fields, which a copy as text loses; a choice counts with what is
 * chosen. Pure: nothing is loaded and no script runs. Longer texts are cut.
 */
export function linesOfPaste(pasted: string): string {
  const text = pasted.slice(0, MAX_LENGTH);
  if (!MARKUP.test(text)) return text;
  // Line breaks of the source are blanks of the page.
  const shown = replaceBetween(text, UNSEEN, () => ' ').replace(/\s+/g, ' ');
  const seen = replaceBetween(shown, CHOICE, chosenOf)
    .replace(/<input\b[^<>]*>/gi, textOfField)
    .replace(/<\/t[dh]\s*>/gi, '\t')
    .replace(/<\/?(?:tr|table|tbody|thead|li|ul|ol|p|div|br|option|h\d)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '');
  return decoded(seen)
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .map((cells) => (cells.at(-1) === '' ? cells.slice(0, -1) : cells).join('\t'))
    .filter((line) => line.trim() !== '')
    .join('\n');
}

/** Every element that begins so, or comment, put into words by what is in it; the rest of one that never ends is dropped. */
function replaceBetween(text: string, begin: RegExp, wordsOf: (inner: string) => string): string {
  let result = '';
  let from = 0;
  for (const found of text.matchAll(begin)) {
    if (found.index < from) continue;
    const end = found[1] === undefined ? /-->/g : new RegExp(`</${found[1]}\\s*>`, 'gi');
    end.lastIndex = found.index + found[0].length;
    result += text.slice(from, found.index);
    const closed = end.exec(text);
    if (!closed) return result;
    result += wordsOf(text.slice(found.index + found[0].length, closed.index));
    from = closed.index + closed[0].length;
  }
  return result + text.slice(from);
}

function chosenOf(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>([^<]*)/gi)];
  const chosen = all.find(([, attributes = '']) => attributeOf(attributes, 'selected') !== null) ?? all[0];
  return ` ${chosen?.[2] ?? ''} `;
}

function textOfField(field: string): string {
  const type = attributeOf(field, 'type') || 'text';
  return /^text$/i.test(type) ? ` ${attributeOf(field, 'value') ?? ''} ` : ' ';
}

/** Null where it is missing, empty where it has no value. The names of others, and what stands in their quotes, are no such attribute. */
function attributeOf(tag: string, name: string): string | null {
  const attributes = tag.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g);
  const found = [...attributes].find(([, each = '']) => each.toLowerCase() === name);
  return found ? (found[2] ?? found[3] ?? found[4] ?? '') : null;
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    // Nothing that would begin another line or cell.
    return point >= 32 && point <= 0x10ffff ? String.fromCodePoint(point).replace('\u00a0', ' ') : ' ';
  });
}

/** The cells of a line: between tabs, else bars, else commas outside quotes; a table drawn with bars begins and ends with one. */
export function cellsOf(line: string): readonly string[] {
  const separator = line.includes('\t') ? '\t' : line.includes('|') ? '|' : ',';
  const parts = separator === ',' ? partsAtCommas(line) : line.split(separator);
  const cells = parts.map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  return separator === '|' ? cells.filter((cell) => cell !== '') : cells;
}

function partsAtCommas(line: string): readonly string[] {
  const parts = `,${line}`.match(/,(?:\s*"[^"]*"\s*(?=,|$)|[^,]*)/g) ?? [];
  return parts.map((part) => part.slice(1));
}

/** The index of the first cell that fits; null where none does. */
export function columnAt(cells: readonly string[], heading: RegExp): number | null {
  const index = cells.findIndex((cell) => heading.test(cell));
  return index < 0 ? null : index;
}

/**
 * Whether what stands before a gap is a word of a name, `Lunch break`, and no code: blanks alone set off a code in capitals or figures,
 * `LUNCH Lunch break`; one with small letters needs a tab, comma, colon or dash behind it.
 */
export function isFirstOfWords(word: string, gap: string): boolean {
  return /^[^\S\t]+$/.test(gap) && /\p{Ll}/u.test(word);
}
