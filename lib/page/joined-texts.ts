import { CLASS_OF, DIGIT } from '../phone/characters.ts';
import { BLANK, type TextBatch } from './text-batch.ts';
import { createTextGate, GOES_ON, IS_LED, MAY_END } from './text-gate.ts';

/** White space of the markup is more signs than a number has between two digits, but nobody indents further than this. */
const MOST_SIGNS = 100;
/** Plus signs and opening brackets, as the finder reads them before a number. */
const LEADS = '+\uff0b([\uff08\uff3b';
/** Letters beyond ASCII, and more. */
const FIRST_ACCENTED = 0xaa;

/**
 * The indices of the texts of a batch in which a number may end that is written over several of them. They may be more (no
 * styles are read), never less.
 */
export function joinedEnds(batch: TextBatch, joined: string): ReadonlySet<number> {
  const over = new Set<number>();
  for (let index = 1; index < batch.starts.length; index++) {
    const start = batch.starts[index] ?? 0;
    if (goesOver(joined, start) || isHalfWord(joined, start)) over.add(index - 1).add(index);
  }
  return over.size === 0 ? over : endsAmong(batch, over);
}

/** Whether digits, a plus, a bracket or a toll-free prefix before a text may go on in it; other texts of signs may be between. */
function goesOver(joined: string, start: number): boolean {
  const next = nextWord(joined, start);
  if (next < 0) return false;
  const last = lastDigitOrLead(joined, start - 2);
  if (last < 0) return false;
  return isDigit(joined, next) || isTollFree(joined, last);
}

/** The offset of the next digit or ASCII letter; negative where none is near. */
function nextWord(joined: string, start: number): number {
  const end = Math.min(joined.length, start + MOST_SIGNS);
  for (let at = start; at < end; at++) if (isDigit(joined, at) || isLetter(joined.charCodeAt(at))) return at;
  return -1;
}

/** The offset of the last digit, plus or opening bracket before any ASCII letter; negative where none is near. */
function lastDigitOrLead(joined: string, end: number): number {
  const from = Math.max(0, end - MOST_SIGNS);
  for (let at = end; at >= from; at--) {
    if (isDigit(joined, at) || LEADS.includes(joined[at] ?? ' ')) return at;
    if (isLetter(joined.charCodeAt(at))) return -1;
  }
  return -1;
}

function isTollFree(joined: string, last: number): boolean {
  return joined[last - 2] === '8' && /[03-8]{2}/.test(joined.slice(last - 1, last + 1));
}

/** "mob" and "ile 0171 …", "Tel" and ".030 …": what goes on in a text with digits is the word before it. */
function isHalfWord(joined: string, start: number): boolean {
  const first = joined.charCodeAt(start);
  const isGlued = isWordLetter(first) || './:'.includes(joined[start] ?? ' ');
  if (!isGlued || !isWordLetter(joined.charCodeAt(start - 2))) return false;
  for (let at = start; at < joined.length && joined.charCodeAt(at) !== 0; at++) if (isDigit(joined, at)) return true;
  return false;
}

function isDigit(text: string, offset: number): boolean {
  return (CLASS_OF[text.charCodeAt(offset)] ?? 0) >= DIGIT;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isWordLetter(code: number): boolean {
  return isLetter(code) || code >= FIRST_ACCENTED;
}

/** Which of the texts that something goes on over, into them or out of them, a number may end in. */
function endsAmong({ nodes, parts }: TextBatch, over: ReadonlySet<number>): ReadonlySet<number> {
  const ends = new Set<number>();
  let gate = createTextGate();
  let [before, seenBefore] = [-1, 0];
  // Indices were added as they rise, but for one that was there.
  for (const index of over) {
    if (before !== index - 1) {
      gate = createTextGate(lastWords(parts, index));
      seenBefore = 0;
    }
    const node = nodes[index];
    if (node === undefined) break;
    const seen = gate.look(node, parts[index]);
    if ((seen & GOES_ON) !== 0 && (seenBefore & MAY_END) !== 0) ends.add(before);
    if ((seen & MAY_END) !== 0 && (seen & (GOES_ON | IS_LED)) !== 0) ends.add(index);
    [before, seenBefore] = [index, seen];
  }
  return ends;
}

/** The last text before an index that is not blank; null where there is none to be seen. */
function lastWords(parts: readonly string[], index: number): string | null {
  for (let at = index - 1; at >= 0; at--) if ((parts[at] ?? BLANK) !== BLANK) return parts[at] ?? null;
  return null;
}
