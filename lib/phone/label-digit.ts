import { digitCount, groupLength, HAS_DASH, HAS_DOT, HAS_SPACE, leadingDigit } from './digit-groups.ts';
import { wordKind } from './label-words.ts';
import type { RegionFilter } from './region-filter.ts';
import type { Search } from './search.ts';

/** "Telefon ", "Tel. ": a word with the blank after it, which stands right before the digit that counts its lines. */
const WORD_AND_BLANK = /(\p{L}{2,20})\.?[ \u00a0]$/u;
const REACH = 24;

/**
 * Whether the digit that a run begins with counts the lines of somebody: "Telefon 2 030 1234567". One with which the regions' own
 * numbers or calling codes begin does not: "Phone 1 415 555 2671".
 */
export function beginsWithLabelDigit(search: Search): boolean {
  const { run, text } = search;
  if (!beginsWithStrayDigit(search)) return false;
  const start = run.start[0] ?? 0;
  const word = WORD_AND_BLANK.exec(text.slice(Math.max(0, start - REACH), start))?.[1] ?? '';
  const kind = wordKind(word);
  return kind === 'phone' || kind === 'weak';
}

/** A digit of its own with which no number of the regions begins. */
function beginsWithStrayDigit({ run, filters }: Search): boolean {
  if (run.count < 2 || groupLength(run, 0) !== 1 || ((run.before[0] ?? 0) & ~(HAS_SPACE | HAS_DOT)) !== 0) return false;
  const digit = leadingDigit(run, 0);
  const parting = run.before[1] ?? 0;
  if (digit === 0 || (parting & HAS_SPACE) === 0 || (parting & ~(HAS_SPACE | HAS_DASH)) !== 0) return false;
  return !filters.each.some((filter) => isPrefix(String(digit), filter));
}

/**
 * "Tel: 8 800 555 35 35": as they write it in Russia and Kazakhstan, behind the calling code 7 or the trunk prefix 8. Without that
 * digit it would call a stranger elsewhere.
 */
export function mayBeRussian(search: Search): boolean {
  const { run } = search;
  const digit = leadingDigit(run, 0);
  if ((digit !== 7 && digit !== 8) || leadingDigit(run, 1) === 0) return false;
  return digitCount(run, 0, run.count - 1) === 11 && beginsWithStrayDigit(search);
}

function isPrefix(digit: string, { plan }: RegionFilter): boolean {
  return plan[0] === digit || plan[5] === digit;
}
